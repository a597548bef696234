"""Drift between pages and specs, as what would change for users of the package if the specs followed the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Diagnostic, Faults
from ucwagen.pipeline.comparing import side

if TYPE_CHECKING:
    from ucwagen.capture.drafts import Drafts, HeldSpecs
    from ucwagen.capture.drifted import DriftedFact
    from ucwagen.changes.compare import Side
    from ucwagen.changes.forms.words import Titled
    from ucwagen.changes.types.change import Change
    from ucwagen.inputs import Inputs


def classed(inputs: Inputs, drafts: Drafts, known: HeldSpecs, drift: Sequence[Diagnostic], pages: str) -> Titled:
    """The changes that the pages ask for, each at its place in the specs on the disk, and what is apart besides.

    Raises the faults of specs that cannot be linked.
    """
    from ucwagen.capture.drifted import all_differences, as_pages_have_it
    from ucwagen.changes import compare
    from ucwagen.changes.forms.words import Titled

    old = side(inputs)
    asked = {file: text.encode("utf-8") for file, text in as_pages_have_it(drafts, known).items()}
    differences = tuple(all_differences(drafts, known))
    why: tuple[Diagnostic, ...] = ()
    try:
        new = side(replace(inputs, files={**inputs.files, **asked}))
    except Faults as faults:
        new, why = old, tuple(_unclassed(faults))
    found = compare(old, new)
    changes = tuple(_on_the_disk(found.changes, old, drafts))
    reported = {row.fault for row in differences if any(_is_about(change, row) for change in found.changes)}
    rest = (*(fault for fault in drift if fault not in reported), *why)
    return Titled(str(inputs.root), pages, replace(found, changes=changes), besides=rest, is_drift=True)


def _unclassed(faults: Faults) -> Iterator[Diagnostic]:
    """Why specs that followed the pages would be refused; their lines are not those of the files."""
    for fault in faults.diagnostics:
        yield replace(fault, span=replace(fault.span, line=1, column=1, end=0), related=(), message=_refused(fault))


def _refused(fault: Diagnostic) -> str:
    return f"no classes: specs that followed the pages would be refused, as {fault.message}"


def _is_about(change: Change, row: DriftedFact) -> bool:
    from ucwagen.spec.paths import covers

    return change.file == row.file and (covers(row.at, change.at) or covers(change.at, row.at) or not change.at)


def _on_the_disk(changes: Sequence[Change], old: Side, drafts: Drafts) -> Iterator[Change]:
    """The changes with their places in the specs as they are; the message names the place on the page."""
    from pathlib import PurePath

    from ucwagen.changes.places import Places

    places = Places(old.specs)
    for change in changes:
        notes = drafts.index.notes(PurePath(change.file).stem, change.at)
        said = f"; on the page: `{notes[0][0]}`" if notes else ""
        span = places.in_file(change.span.source.path, change.at) or change.span
        yield replace(change, span=span, message=f"{change.message}{said}")
