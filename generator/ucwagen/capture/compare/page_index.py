"""Finds the page line of each fact of a spec."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ucwagen.capture.compare.spec_view import SpecView
from ucwagen.capture.read.facts import OperationFact, PageFacts
from ucwagen.diagnostics import Source, Span

Note = tuple[Span, str]
"""A place on a page, and a word on what stands there."""


@dataclass(frozen=True, slots=True)
class PageIndex:
    """The pages of every name, newest first, the texts of all by path, and the editions that were read."""

    pages: Mapping[str, Sequence[PageFacts]]
    texts: Mapping[str, str]
    editions: Collection[str] | None
    draft: Callable[[str, str], SpecView]
    """The draft of the spec of a page, by its name, from one edition of the page alone."""
    codes: Mapping[str, int] = field(default_factory=dict)
    """The status of each error, which its rows need not repeat."""

    def has(self, name: str, edition: str) -> bool:
        """Whether the page was read in this edition."""
        return any(page.edition == edition for page in self.pages.get(name, ()))

    def was_read(self, edition: str | None) -> bool:
        """Whether this edition was read; True too where no edition is named, and where ``editions`` is None."""
        return edition is None or self.editions is None or edition in self.editions

    def newest(self, name: str) -> str | None:
        """The edition of the page from which its spec is drafted."""
        return next((page.edition for page in self.pages.get(name, ())), None)

    def notes(self, name: str, at: str, edition: str | None = None) -> tuple[Note, ...]:
        """Where the page, of any edition if none is named, has the fact or what is nearest around it."""
        pages = [page for page in self.pages.get(name, ()) if edition in (None, page.edition)]
        around = at
        while around:
            for page in pages:
                if line := _lines(page).get(around.casefold()):
                    word = "here on the page" if around == at else f"`{around}` is here"
                    return ((self._span(page, line), word),)
            around = around.rpartition(".")[0]
        return tuple((self._span(page, 1), "the page") for page in pages[:1])

    def _span(self, page: PageFacts, line: int) -> Span:
        return Span(Source(page.path, self.texts.get(page.path, "")), line, 1)


def _no_draft(name: str, edition: str) -> SpecView:
    raise LookupError(f"no page of {name} was read in {edition}")


NO_PAGES = PageIndex({}, {}, None, _no_draft)


def _lines(page: PageFacts) -> dict[str, int]:
    """The lines of the page's facts by the paths that they have in its spec, and those of its tables; in lower case."""
    return {path.casefold(): line for path, line in reversed([*_tables(page), *_rows(page)])}


def _tables(page: PageFacts) -> Iterator[tuple[str, int]]:
    yield from _table("properties", ((fact.name, fact.line) for fact in page.properties))
    yield from _table("scopes", ((fact.name, fact.line) for fact in page.scopes))
    yield from _table("members", ((fact.name, fact.line) for fact in page.members))
    yield from _table("events", ((f"{fact.type}.{fact.resource}", fact.line) for fact in page.events))
    for table in ("links", "embedded"):
        yield from _table(table, ((fact.rel, fact.line) for fact in page.links))


def _rows(page: PageFacts) -> Iterator[tuple[str, int]]:
    for index, operation in enumerate(page.operations):
        at = f"operations.{operation.method}"
        yield at, operation.line
        yield from _operation(at, operation)
        reasons = (*operation.reasons, *(() if index else page.reasons))
        yield from _table(f"{at}.reasons", ((f"{fact.code}.{fact.subcode}", fact.line) for fact in reasons))


def _operation(at: str, operation: OperationFact) -> Iterator[tuple[str, int]]:
    parameters = (*operation.body, *operation.query)
    yield from _table(f"{at}.parameters", ((fact.name, fact.line) for fact in parameters))
    yield from _table(f"{at}.errors", ((f"{fact.error}.{fact.subcode}", fact.line) for fact in operation.errors))
    if operation.response:
        yield f"{at}.returns", operation.response.line


def _table(at: str, rows: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Each row, and the table itself where its first row is."""
    for index, (name, line) in enumerate(rows):
        if not index:
            yield at, line
        yield f"{at}.{name}", line
