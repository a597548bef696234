"""A folder of specs comes in; the texts of its specs go out by path, and the documented messages by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from ucwagen.diagnostics import Collector, Faults, Source, Span
from ucwagen.source import http
from ucwagen.source.http import Example
from ucwagen.source.text import decode

ENDING, WRONG_ENDING = ".yaml", ".yml"
DEEPEST = 2
"""How many folders down a spec file is looked for: one deeper than it should lie, so that it is missed by nobody."""
EXAMPLES = "examples/*.http"
ALL_EXAMPLES = "examples/**/*.http"
"""Those of guides too, which lie in a folder of their own."""


def read(specs: Path) -> dict[str, str]:
    """The texts of all spec files by path, as the user would type it."""
    faults = Collector()
    texts: dict[str, str] = {}
    for path in _spec_files(specs, DEEPEST):
        if path.suffix == WRONG_ENDING:
            faults.error(Span(Source(str(path), ""), 1, 1), f"specs end in `{ENDING}`; rename the file")
            continue
        try:
            texts[str(path)] = text_of(path)
        except Faults as found:
            faults.extend(found)
    faults.finish()
    return texts


def examples(specs: Path) -> dict[str, tuple[Example, ...]]:
    """The documented messages by the name of their page."""
    return {path.stem: found for path, found in _examples(specs.glob(EXAMPLES)).items()}


def all_examples(specs: Path) -> tuple[Example, ...]:
    """The documented messages of all pages, guides included."""
    return tuple(chain.from_iterable(_examples(specs.glob(ALL_EXAMPLES)).values()))


def _examples(paths: Iterable[Path]) -> dict[Path, tuple[Example, ...]]:
    faults = Collector()
    found: dict[Path, tuple[Example, ...]] = {}
    for path in sorted(paths):
        try:
            found[path] = http.parse(str(path), text_of(path))
        except Faults as fault:
            faults.extend(fault)
    faults.finish()
    return found


def text_of(path: Path) -> str:
    """The text of a file; raises a fault where it is none."""
    return decode(str(path), path.read_bytes())


def _spec_files(folder: Path, depth: int) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.suffix in (ENDING, WRONG_ENDING):
            yield path
        elif depth and path.is_dir():
            yield from _spec_files(path, depth - 1)
