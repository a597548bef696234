"""The folders and single pages that a user names come in; the facts of their pages go out, and what is known beside.

Types are inferred from the samples of all pages. For a single page these are the pages of its folder, and those of the
folders of the other editions beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ucwagen.capture.examples.assign import is_message
from ucwagen.capture.examples.guide_examples import GuidePage, guide
from ucwagen.capture.infer.observed import ObservedPage
from ucwagen.capture.read.facts import PageFacts
from ucwagen.capture.read.guide_messages import GuideMessage
from ucwagen.capture.read.limits import why_left_out
from ucwagen.capture.read.pages import is_reference, page
from ucwagen.diagnostics import Collector, Diagnostic, Faults, Source, Span, nearest
from ucwagen.source.folder import text_of

ENDING = ".md"
CALLED = "`NAME_ref.md`"
ONLY = ""
"""The name of the only edition of an API that lists none."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for, by the place that was named, and all the pages that were read, newest edition first."""

    asked: Mapping[Path, tuple[PageFacts, ...]]
    evidence: tuple[PageFacts, ...]
    single: frozenset[str]
    """The names of pages that were asked for one by one."""
    texts: Mapping[str, str]
    """The texts of the pages by path."""
    editions: tuple[str, ...]
    """All editions that there are, newest first."""
    guides: tuple[GuidePage, ...] = ()
    """The pages about no resource, of folders that were asked for."""

    @property
    def pages(self) -> tuple[PageFacts, ...]:
        """The pages that were asked for."""
        return tuple(page for pages in self.asked.values() for page in pages)

    @property
    def read(self) -> frozenset[str]:
        """The editions that were read."""
        return frozenset(page.edition for page in self.evidence)

    def wants(self, name: str) -> bool:
        """Whether a spec of this name was asked for: a folder asks for all, those without a page as well."""
        return not self.single or name in {page.name for page in self.pages}

    def left_out(self) -> Iterator[tuple[GuideMessage, str]]:
        """The messages of guides that no file can hold, and why."""
        for message in chain.from_iterable(one.messages for one in self.guides):
            why = why_left_out(message.text, message.format) if is_message(message) else None
            if why:
                yield message, why

    def shown(self, name: str, editions: Sequence[ObservedPage]) -> tuple[ObservedPage, ...]:
        """The pages whose samples are examples: the newest, or those that were asked for one by one."""
        named = {page.path for page in self.pages} if name in self.single else set()
        return tuple(page for page in editions if page.facts.path in named) or tuple(editions[:1])


def select(places: Sequence[Path], editions: Sequence[str]) -> Selection:
    """Read what lies at the places, in any order, and what is needed beside. ``editions`` have the newest last."""
    folders = _folders(places, editions)
    texts = _texts(folders, places)
    facts = {
        folder: tuple(page(text, path, folders[folder]) for path, text in texts[folder].items() if is_reference(path))
        for folder in folders
    }
    asked = {place: _asked(place, facts) for place in places}
    single = frozenset(one.name for place, pages in asked.items() if not place.is_dir() for one in pages)
    guides = (
        guide(Path(path), text, folders[folder])
        for folder in folders
        for path, text in texts[folder].items()
        if not is_reference(path)
    )
    by_path = dict(chain.from_iterable(map(dict.items, texts.values())))
    newest_first = tuple(reversed(editions)) or (ONLY,)
    return Selection(asked, tuple(chain(*facts.values())), single, by_path, newest_first, tuple(guides))


def _asked(place: Path, facts: Mapping[Path, tuple[PageFacts, ...]]) -> tuple[PageFacts, ...]:
    """The pages that one place names; the folder of the place can be spelled otherwise than where it was read."""
    folder = place if place.is_dir() else place.parent
    known = next(pages for other, pages in facts.items() if other.samefile(folder))
    mine = tuple(one for one in known if place.is_dir() or Path(one.path).name == place.name)
    if not mine:
        raise _nothing(place)
    return mine


def _folders(places: Sequence[Path], editions: Sequence[str]) -> dict[Path, str]:
    """The folders to be read, each with its edition, the newest first."""
    faults = Collector()
    found: dict[Path, str] = {}
    for folder in dict.fromkeys(_named(places)):
        edition = _edition(folder, editions)
        same = next((other for other, known in found.items() if known == edition), None)
        if edition is None:
            faults.error(_start(folder), _unlisted(folder, editions))
        elif same is None:
            found[folder] = edition
        elif not same.samefile(folder):
            faults.error(_start(folder), _second(same, edition))
    faults.finish()
    for folder in tuple(found):
        found |= {other: edition for edition, other in _beside(folder, found, editions, places)}
    return dict(sorted(found.items(), key=lambda item: editions.index(item[1]) if editions else 0, reverse=True))


def _named(places: Sequence[Path]) -> Iterator[Path]:
    """The folders that were named, then those of single pages."""
    yield from (place for place in places if place.is_dir())
    for place in places:
        place.stat()
        if not place.is_dir():
            yield place.parent


def _beside(
    folder: Path, found: Mapping[Path, str], editions: Sequence[str], places: Sequence[Path]
) -> Iterator[tuple[str, Path]]:
    """The folders of the other editions beside that of a single page."""
    if folder in places:
        return
    around = folder if folder.name == found[folder] else folder.resolve()
    for edition in editions:
        other = around.with_name(edition)
        if edition not in found.values() and other.is_dir():
            yield edition, other


def _edition(folder: Path, editions: Sequence[str]) -> str | None:
    """The edition after which a folder is named; the only one, where api.yaml lists none."""
    if not editions:
        return ONLY
    return next((name for name in (folder.name, folder.resolve().name) if name in editions), None)


def _texts(folders: Mapping[Path, str], places: Sequence[Path]) -> dict[Path, dict[str, str]]:
    """The texts of the pages of each folder, by path; guides are read where the whole folder was asked for."""
    faults = Collector()
    found: dict[Path, dict[str, str]] = {}
    for folder in folders:
        pages = [path for path in sorted(folder.iterdir()) if path.name.lower().endswith(ENDING) and not path.is_dir()]
        found[folder] = {}
        for path in pages:
            if not path.is_file():
                faults.error(_start(path), "is no ordinary file but a pipe, a device or a broken link; remove it")
            elif is_reference(path) or folder in places:
                try:
                    found[folder][str(path)] = text_of(path)
                except Faults as unclear:
                    faults.extend(unclear)
    faults.finish()
    return found


def _unlisted(folder: Path, editions: Sequence[str]) -> str:
    name = folder.resolve().name
    listed = nearest(name, editions) or f"; those are {', '.join(editions)}"
    return f"`{name}` is none of the `editions` in api.yaml{listed}; add it there, or rename the folder"


def _second(other: Path, edition: str) -> str:
    if edition == ONLY:
        how = "list the `editions` in api.yaml, the newest last; without an api.yaml, capture one folder first"
        return f"a second folder of pages beside `{other}`; {how}"
    return f"a second folder of the edition `{edition}` beside `{other}`; give one of them"


def _nothing(place: Path) -> Faults:
    what = "no reference page is in this folder; they are" if place.is_dir() else "this is no reference page; one is"
    return Faults([Diagnostic(_start(place), f"{what} called {CALLED}")])


def _start(place: Path) -> Span:
    return Span(Source(str(place), ""), 1, 1)
