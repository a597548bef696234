"""The pages of all editions come in; each page with the rows of its tables merged, the newest first, goes out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from ucwagen.capture.infer.observed import ObservedEvent, ObservedOperation, ObservedPage
from ucwagen.capture.read.facts import LinkFact, MemberFact, PageFacts, PropertyFact, ReasonFact, ScopeFact

Fact = TypeVar("Fact")
Calls = tuple[tuple[str, ObservedOperation], ...]
"""One operation by edition, newest first."""


@dataclass(frozen=True, slots=True)
class EditionRow(Generic[Fact]):
    """A fact, and the edition that alone has it though the newest has the page."""

    fact: Fact
    only: str | None = None


Rows: TypeAlias = tuple[EditionRow[Fact], ...]


@dataclass(frozen=True, slots=True)
class MergedPage:
    """A page in its editions, newest first: it wins where they contradict each other. Every row is there once."""

    name: str
    editions: tuple[ObservedPage, ...]
    properties: Rows[PropertyFact]
    links: Rows[LinkFact]
    scopes: Rows[ScopeFact]
    members: Rows[MemberFact]
    events: Rows[ObservedEvent]
    methods: Rows[str]
    calls: Mapping[str, Calls]
    reasons: Mapping[str, Rows[ReasonFact]]
    """By method. Those of the completed event belong to the operation whose outcome it tells, the first one."""

    @property
    def newest(self) -> PageFacts:
        """The page in its newest edition."""
        return self.editions[0].facts


@dataclass(frozen=True, slots=True)
class Reference:
    """All pages by name; the names of those about resources and of those about enumerations, in order."""

    pages: Mapping[str, MergedPage]
    resources: tuple[str, ...]
    enums: tuple[str, ...]
    by_lower_case: Mapping[str, str]

    def spelled(self, rel: str) -> str | None:
        """The resource of this name, in any case of its letters."""
        return self.by_lower_case.get(rel.casefold())

    def all_operations(self) -> Iterator[tuple[str, ObservedOperation]]:
        """Every operation of every edition with the name of its page."""
        for name, page in self.pages.items():
            for edition in page.editions:
                yield from ((name, operation) for operation in edition.operations)


def reference(pages: Iterable[ObservedPage], editions: Sequence[str]) -> Reference:
    """The pages, merged by name. ``editions`` are in their order, newest first."""
    found: dict[str, dict[str, ObservedPage]] = {}
    for page in pages:
        found.setdefault(page.facts.name, {})[page.facts.edition] = page
    merged = {
        name: merged_page(name, tuple(found[name][edition] for edition in editions if edition in found[name]))
        for name in sorted(found)
    }
    resources = tuple(name for name, page in merged.items() if page.newest.kind == "resource")
    enums = tuple(name for name, page in merged.items() if page.newest.kind == "enum")
    return Reference(merged, resources, enums, {name.casefold(): name for name in resources})


def merged_page(name: str, editions: tuple[ObservedPage, ...]) -> MergedPage:
    """One page in its editions, newest first."""

    def rows(table: Callable[[PageFacts], Iterable[Fact]], key: Callable[[Fact], Hashable]) -> Rows[Fact]:
        return union(((page.facts.edition, table(page.facts)) for page in editions), key)

    methods = rows(lambda page: [operation.method for operation in page.operations], lambda method: method)
    return MergedPage(
        name,
        editions,
        properties=rows(lambda page: page.properties, lambda fact: fact.name),
        links=rows(lambda page: page.links, lambda fact: fact.rel),
        scopes=rows(lambda page: page.scopes, lambda fact: fact.name),
        members=rows(lambda page: page.members, lambda fact: fact.name),
        events=union(((page.facts.edition, page.events) for page in editions), _of_event),
        methods=methods,
        calls={row.fact: _calls(editions, row.fact) for row in methods},
        reasons={row.fact: rows(_reasons(row.fact, not index), _of_reason) for index, row in enumerate(methods)},
    )


def _of_event(event: ObservedEvent) -> Hashable:
    return event.type, event.fact.resource


def _reasons(method: str, is_first: bool) -> Callable[[PageFacts], list[ReasonFact]]:
    """The reasons of an operation on a page."""

    def table(page: PageFacts) -> list[ReasonFact]:
        own = [fact for operation in page.operations if operation.method == method for fact in operation.reasons]
        return [*(page.reasons if is_first else ()), *own]

    return table


def _of_reason(fact: ReasonFact) -> Hashable:
    return fact.code, fact.subcode


def _calls(editions: Iterable[ObservedPage], method: str) -> Calls:
    return tuple(
        (page.facts.edition, operation)
        for page in editions
        for operation in page.operations
        if operation.fact.method == method
    )


def union(tables: Iterable[tuple[str, Iterable[Fact]]], key: Callable[[Fact], Hashable]) -> Rows[Fact]:
    """Rows of several editions, newest first; what a later table adds is its edition's alone."""
    found: dict[Hashable, EditionRow[Fact]] = {}
    for index, (edition, rows) in enumerate(tables):
        for fact in rows:
            found.setdefault(key(fact), EditionRow(fact, edition if index else None))
    return tuple(found.values())
