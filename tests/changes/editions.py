"""The specs of one edition of the reference: those of this repository, with the facts that the pages of it have.

What only another edition has goes; then ``capture --update`` brings the facts of the rest to those of the pages. So
corrections hold: where a page is known to be wrong, both editions have what is right.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from support import ROOT
from ucwagen import pipeline, spec
from ucwagen.diagnostics import Faults, Span
from ucwagen.inputs import collect
from ucwagen.model import link
from ucwagen.source import folder

PAGES = ROOT.parent / "shared/docs"
EDITIONS = ("2016", "2022")
ONLY = re.compile(r"^ *only: .*\n|(?<=\{)only: \w+(?=\})", re.MULTILINE)
PAGE = re.compile(r"^page: (\S+)$", re.MULTILINE)
OWN_GRANTS = re.compile(r"^  own_grants: .*\n", re.MULTILINE)
CORRECTIONS = re.compile(r"^corrections:\n(?:[ -].*\n|\n)*", re.MULTILINE)
BY_HAND = "mend by hand"


def specs_of(edition: str, place: Path) -> Path:
    """The specs of an edition, below a folder."""
    specs = place / edition
    for part in ("resources", "enums"):
        shutil.copytree(ROOT / "specs" / part, specs / part)
    for name in ("api.yaml", "errors.yaml"):
        shutil.copy(ROOT / "specs" / name, specs)
    _of_this_edition(specs, _pages(edition))
    pages = _reference_pages(edition, place / "pages" / edition)
    in_the_way = {span.source.path for span in _left(pages, specs)}
    for path in in_the_way:
        _change(Path(path), CORRECTIONS)
    assert not in_the_way or not list(_left(pages, specs))
    shutil.rmtree(specs / "examples")
    _without_unused_groups(specs)
    return specs


def _pages(edition: str) -> set[str]:
    return {path.stem.lower() for path in (PAGES / edition).iterdir()}


def _of_this_edition(specs: Path, pages: set[str]) -> None:
    """Resources and enumerations whose page the edition has; rows of one edition become rows like all others."""
    for path in sorted(specs.rglob("*.yaml")):
        named = PAGE.search(path.read_text("utf-8"))
        if named and named[1] != "none" and named[1] not in pages:
            path.unlink()
        else:
            _change(path, ONLY)
    _change(specs / "api.yaml", OWN_GRANTS)


def _change(path: Path, pattern: re.Pattern[str]) -> None:
    path.write_text(pattern.sub("", path.read_text("utf-8")), "utf-8")


def _reference_pages(edition: str, place: Path) -> Path:
    """A folder with the pages of resources and enumerations alone: the messages of guides are of no matter."""
    place.mkdir(parents=True)
    for path in (PAGES / edition).iterdir():
        if path.stem.lower().endswith("_ref"):
            (place / path.name).symlink_to(path.resolve())
    return place


def _left(pages: Path, specs: Path) -> Iterator[Span]:
    """The places of specs that cannot be brought to the pages, as a correction is in the way."""
    shutil.rmtree(specs / "examples", ignore_errors=True)
    found = pipeline.capture([pages], specs, "update")
    for fault in found.drift.diagnostics if found.drift else ():
        if BY_HAND in fault.message:
            yield fault.span


def _without_unused_groups(specs: Path) -> None:
    """A group that no operation of the edition shares is a fault."""
    try:
        link(spec.read_all(folder.specs(collect(specs))))
    except Faults as faults:
        path = specs / "errors.yaml"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        for fault in sorted(faults.diagnostics, key=lambda fault: -fault.span.line):
            assert "no operation shares the group" in fault.message, fault.render()
            end = next((n for n in range(fault.span.line, len(lines)) if not lines[n].startswith("    ")), len(lines))
            del lines[fault.span.line - 1 : end]
        path.write_text(re.sub(r"^(groups|reasons):\n(?! )", "", "".join(lines), flags=re.MULTILINE), "utf-8")
