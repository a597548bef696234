"""From two folders of specs to what changed between them for users of the package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ucwagen.choices import NONE, Choices
from ucwagen.diagnostics import Collector, Diagnostic, Faults
from ucwagen.pipeline.watch import Watch, unwatched

if TYPE_CHECKING:
    from ucwagen.changes.compare import Side
    from ucwagen.changes.forms.words import Titled
    from ucwagen.changes.types.change import Comparison
    from ucwagen.inputs import Inputs
    from ucwagen.revisions.choose import Chosen


def compare(old: Inputs, new: Inputs, watch: Watch = unwatched, choices: Choices = NONE) -> Comparison:
    """What differs, for a job that chooses names of its package.

    Faults of both sides come together, each with the word that says of which side it is.
    """
    from ucwagen.changes import compare as compared

    watch("reading specs")
    faults = Collector()
    sides = [_side(word, inputs, choices, faults) for word, inputs in (("old", old), ("new", new))]
    faults.finish()
    watch("comparing")
    before, after = sides
    assert before is not None
    assert after is not None
    return compared(before, after)


def diff(old: str, new: str | None, specs: Path, choices: Choices = NONE) -> Comparison:
    """What differs between what two words name: folders, revisions, or the specs on the disk where one is left out."""
    from ucwagen.revisions.choose import chosen

    return compare(*read_both(chosen(old), chosen(new), specs), choices=choices)


def read_both(old: Chosen, new: Chosen, specs: Path) -> tuple[Inputs, Inputs]:
    """The files of both sides; faults of both come together."""
    faults = Collector()
    found: list[Inputs] = []
    for word, side in (("old", old), ("new", new)):
        try:
            found.append(side.inputs(specs))
        except Faults as raised:
            faults.add(_said_of(word, raised))
    faults.finish()
    return found[0], found[1]


def reaches(comparison: Comparison, impact: str) -> bool:
    """Tell whether any change is of a class, or of a graver one."""
    from ucwagen.changes.types.rule import Impact

    return comparison.reaches(Impact(impact))


def change_log(path: Path, found: Sequence[Titled]) -> bool:
    """Put the changes under Unreleased of a change log; tells whether that changed the file."""
    from ucwagen.changes.forms.changelog import with_entry
    from ucwagen.disk.atomic import replace as write
    from ucwagen.source.folder import text_of

    return write(path, with_entry(text_of(path) if path.exists() else "", found))


def _side(word: str, inputs: Inputs, choices: Choices, faults: Collector) -> Side | None:
    try:
        return side(inputs, choices)
    except Faults as found:
        faults.add(_said_of(word, found))
        return None


def _said_of(word: str, found: Faults) -> Iterator[Diagnostic]:
    return (replace(fault, message=f"in the {word} specs: {fault.message}") for fault in found.diagnostics)


def side(inputs: Inputs, choices: Choices = NONE) -> Side:
    """One side of a comparison."""
    from ucwagen.changes.compare import Side
    from ucwagen.model import check, link
    from ucwagen.python.identifiers import identifiers
    from ucwagen.source import folder
    from ucwagen.spec import read_all

    bundle = read_all(folder.specs(inputs), root=inputs.root)
    api = link(bundle, choices)
    check(api)
    faults = Collector()
    names = identifiers(api, faults)
    faults.finish()
    return Side(api, names, bundle, folder.others(inputs))
