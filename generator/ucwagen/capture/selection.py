"""The folders and single pages that somebody names come in; the facts of their pages go out, and what is known beside.

Types are inferred from the samples of all pages. For a single page these are the pages of its folder, and of the other
edition beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ucwagen.capture.examples import guide_examples as guided
from ucwagen.capture.examples.guide_examples import GuidePage
from ucwagen.capture.infer.observed import ObservedPage
from ucwagen.capture.read.facts import PageFacts
from ucwagen.capture.read.guide_messages import GuideMessage
from ucwagen.capture.read.pages import Edition, is_reference, page
from ucwagen.diagnostics import Collector, Diagnostic, Faults, Source, Span
from ucwagen.source.depth import TOO_DEEP
from ucwagen.source.folder import text_of

EDITIONS: tuple[Edition, ...] = ("2022", "2016")
ENDING = ".md"
CALLED = "`NAME_ref.md`"


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for, by the name of the folder or page, and all the pages that were read."""

    asked: dict[str, tuple[PageFacts, ...]]
    evidence: tuple[PageFacts, ...]
    single: frozenset[str]
    """The names of pages that were asked for one by one."""
    texts: dict[str, str]
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

    def too_deep(self) -> Iterator[GuideMessage]:
        """The messages of guides that are nested too deeply to be read."""
        for guide in self.guides:
            yield from (message for message in guide.messages if TOO_DEEP in message.unread)

    def shown(self, name: str, editions: Sequence[ObservedPage]) -> tuple[ObservedPage, ...]:
        """The pages whose samples are examples: the newest, or those that were asked for one by one."""
        named = {page.path for page in self.pages} if name in self.single else set()
        return tuple(page for page in editions if page.facts.path in named) or tuple(editions[:1])


def select(places: Sequence[Path]) -> Selection:
    """Read what lies at the places, and what is needed beside."""
    texts = _texts(places)
    folders: dict[Path, tuple[PageFacts, ...]] = {
        folder: tuple(page(text, path, _edition(folder)) for path, text in found.items() if is_reference(Path(path)))
        for folder, found in texts.items()
    }
    asked: dict[str, tuple[PageFacts, ...]] = {}
    for place in places:
        known = folders[place if place.is_dir() else place.parent]
        mine = tuple(facts for facts in known if place.is_dir() or facts.path == str(place))
        if not mine:
            raise _nothing(place)
        name = place.resolve().name if place.is_dir() else str(place)
        asked[name] = (*asked.get(name, ()), *mine)
    single = {facts.name for place, pages in asked.items() for facts in pages if facts.path == place}
    evidence = tuple(facts for pages in folders.values() for facts in pages)
    guides = tuple(
        guided.guide(Path(path), text, _edition(folder))
        for folder, found in texts.items()
        for path, text in found.items()
        if not is_reference(Path(path))
    )
    by_path = dict(chain.from_iterable(map(dict.items, texts.values())))
    return Selection(asked, evidence, frozenset(single), by_path, EDITIONS, guides)


def _folders(places: Sequence[Path]) -> Iterator[Path]:
    """The folders to be read: those that were named, then those around single pages, newest edition first."""
    yield from (place for place in places if place.is_dir())
    for place in places:
        place.stat()
        if not place.is_dir():
            around = place.parent if place.parent.name in EDITIONS else place.parent.resolve()
            yield place.parent
            others = (around.with_name(name) for name in EDITIONS if around.name in EDITIONS and name != around.name)
            yield from (other for other in others if other.is_dir())


def _texts(places: Sequence[Path]) -> dict[Path, dict[str, str]]:
    """The texts of the pages of each folder, by path; guides are read where the whole folder was asked for."""
    faults = Collector()
    found: dict[Path, dict[str, str]] = {}
    for folder in dict.fromkeys(_folders(places)):
        pages = [path for path in sorted(folder.iterdir()) if path.name.lower().endswith(ENDING) and path.is_file()]
        found[folder] = {}
        for path in pages:
            if is_reference(path) or folder in places:
                try:
                    found[folder][str(path)] = text_of(path)
                except Faults as unclear:
                    faults.extend(unclear)
    faults.finish()
    return found


def _edition(folder: Path) -> Edition:
    name = folder.resolve().name
    return next((known for known in EDITIONS if known == name), EDITIONS[0])


def _nothing(place: Path) -> Faults:
    what = "no reference page is in this folder; they are" if place.is_dir() else "this is no reference page; one is"
    return Faults([Diagnostic(Span(Source(str(place), ""), 1, 1), f"{what} called {CALLED}")])
