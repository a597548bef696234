"""The calls in order, from a folder of specs to the generated tree: the only module that sees every stage.

Nothing is printed here; faults are raised by the stage that finds them. Stages are imported when they are due.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ucwagen.diagnostics import Collector, Faults, Source, Span

if TYPE_CHECKING:
    from ucwagen.model.types import Api

Files = dict[PurePosixPath, str]
Watch = Callable[[str], None]
"""Is told the name of each stage as it begins."""

ENDING, WRONG_ENDING, EXAMPLES_ENDING = ".yaml", ".yml", ".http"
DEEPEST = 2
"""How many folders down a spec file is looked for: one deeper than it should lie, so that it is missed by nobody."""
SCHEMA = "schema.json"


def unwatched(stage: str) -> None:
    """Nobody wants to know."""


def read(specs: Path) -> dict[str, str]:
    """The texts of all spec files by path, as the user would type it."""
    from ucwagen.source import decode

    faults = Collector()
    texts: dict[str, str] = {}
    for path in _spec_files(specs, DEEPEST):
        if path.suffix == WRONG_ENDING:
            faults.error(Span(Source(str(path), ""), 1, 1), f"specs end in `{ENDING}`; rename the file")
            continue
        try:
            texts[str(path)] = decode(str(path), path.read_bytes())
        except Faults as found:
            faults.extend(found)
    faults.finish()
    return texts


def model(specs: Path, watch: Watch = unwatched) -> Api:
    """The linked and checked model."""
    from ucwagen.model import check, link
    from ucwagen.spec import read_all

    watch("reading specs")
    bundle = read_all(read(specs))
    watch("linking")
    api = link(bundle)
    check(api)
    return api


def dump(specs: Path, watch: Watch = unwatched) -> dict[str, Any]:
    """The model as plain data."""
    from ucwagen.model import dump as dumped

    return dumped(model(specs, watch))


def render(specs: Path, watch: Watch = unwatched) -> Files:
    """Every generated file by its path below the output folder."""
    from ucwagen import emit, python

    views = python.shape(model(specs, watch))
    watch("writing Python")
    return emit.render(views)


def build(specs: Path, out: Path, watch: Watch = unwatched) -> tuple[PurePosixPath, ...]:
    """Bring the tree below ``out`` up to date, in one step; gives the paths that changed."""
    from ucwagen import emit

    return emit.write(out, render(specs, watch))


def outdated(specs: Path, out: Path, watch: Watch = unwatched) -> tuple[PurePosixPath, ...]:
    """What ``build`` would change."""
    from ucwagen import emit

    return emit.compare(out, render(specs, watch))


def schema(specs: Path) -> bool:
    """Bring the schema of the spec format up to date, in the folder of specs; tells whether it changed."""
    from ucwagen.emit.disk.single import replace
    from ucwagen.spec import schema_text

    return replace(_inside(specs) / SCHEMA, schema_text())


def schema_is_outdated(specs: Path) -> bool:
    """Whether ``schema`` would change the file."""
    from ucwagen.emit.disk.single import differs
    from ucwagen.spec import schema_text

    return differs(_inside(specs) / SCHEMA, schema_text())


def _inside(folder: Path) -> Path:
    """The folder, seen to be there."""
    next(folder.iterdir(), None)
    return folder


def _spec_files(folder: Path, depth: int) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.suffix in (ENDING, WRONG_ENDING):
            yield path
        elif depth and path.is_dir():
            yield from _spec_files(path, depth - 1)


@dataclass(frozen=True, slots=True)
class Captured:
    """What a run of ``capture`` found: specs that it wrote, undeclared drift, and what it could not read."""

    written: tuple[Path, ...]
    drift: Faults | None
    unread: tuple[str, ...]
    counts: dict[str, dict[str, int]]


def capture(folders: Sequence[Path], specs: Path, check: bool, watch: Watch = unwatched) -> Captured:
    """Hold the pages of the folders against the specs; without ``check``, write specs that are missing."""
    from ucwagen.capture import composing, counts, guided, pages

    watch("reading pages")
    found = tuple(pages.folder(folder) for folder in folders)
    watch("composing specs")
    texts = read(specs)
    guides = [guide for folder in folders for guide in guided.folder(folder)]
    drafts = composing.from_texts(composing.Pages([page for folder in found for page in folder], guides), specs, texts)
    missing = {Path(specs, path): text for path, text in drafts.items() if not Path(specs, path).exists()}
    return Captured(
        written=() if check else tuple(path for path, text in missing.items() if _written(path, text)),
        drift=_drift(specs, texts, drafts),
        unread=tuple(
            f"{page.path}:{row.line}: {row.what}" for folder in found for page in folder for row in page.unread
        ),
        counts={folder.name: counts.counts(known) for folder, known in zip(folders, found, strict=True)},
    )


def _drift(specs: Path, texts: Mapping[str, str], drafts: Mapping[str, str]) -> Faults | None:
    from ucwagen.capture.drift import drift
    from ucwagen.capture.example_drift import example_drift
    from ucwagen.source import decode

    faults = Collector()
    for path, draft in drafts.items():
        place = Path(specs, path)
        if str(place) in texts:
            drift(str(place), texts[str(place)], draft, faults)
        elif place.suffix == EXAMPLES_ENDING and place.exists():
            example_drift(str(place), decode(str(place), place.read_bytes()), draft, faults)
    return Faults(faults) if list(faults) else None


def _written(path: Path, text: str) -> bool:
    from ucwagen.emit.disk import single

    return single.replace(path, text)
