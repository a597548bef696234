"""A spec, and what the pages give for it, come in; out goes the spec with the facts of the pages, in its own words.

Summaries, corrections, comments, blank lines and the order of what did not change stay. A change that would not come
out so is not made, and is a fault.
"""

from __future__ import annotations

from pathlib import PurePath

from ucwagen.capture.compare.corrections import wrong
from ucwagen.capture.compare.drift import Compared, compared, drift, outermost, place, report
from ucwagen.capture.compare.edits import applied, as_loaded, ended_as
from ucwagen.capture.compare.merge import edits
from ucwagen.capture.compare.page_index import NO_PAGES, PageIndex
from ucwagen.capture.compare.read_summaries import summaries
from ucwagen.capture.compare.spec_view import SpecView, view
from ucwagen.diagnostics import Collector, Faults
from ucwagen.spec.fields import kinds
from ucwagen.spec.read import FOLDERS, read, unknown

BY_HAND = "the file stays as it is; mend by hand what is listed here"


def updated(ours: SpecView, draft: SpecView, faults: Collector, index: PageIndex = NO_PAGES) -> str:
    """The text of the spec without undeclared drift, or as it was; what remains to be done is a fault."""
    found = compared(ours, draft, index)
    if not found.apart:
        drift(found, faults, index)
        return ours.text
    harm = _unknown(ours)
    if harm is None:
        changed = applied(as_loaded(ours.text), edits(found))
        after = _after(ours.path, changed, draft, index)
        harm = after if isinstance(after, str) else _harm(found, after, index)
        if isinstance(after, Compared) and harm is None:
            drift(after, faults, index)
            return ended_as(ours.text, changed)
    report(found, faults, index)
    faults.error(place(min(outermost(found.apart)), ours), f"{harm}; {BY_HAND}")
    return ours.text


def held(ours: SpecView, draft: SpecView, faults: Collector, index: PageIndex = NO_PAGES) -> str:
    """The text of the spec as it is, every drift a fault."""
    drift(compared(ours, draft, index), faults, index)
    return ours.text


def _unknown(ours: SpecView) -> str | None:
    """The first unknown key, if there is one: its value is no fact, and an update could lose it."""
    found = unknown(ours.root, kinds()[FOLDERS[PurePath(ours.path).parent.name]])
    return f"line {found[0].span.line}: {found[0].message}" if found else None


def _after(path: str, text: str, draft: SpecView, index: PageIndex) -> Compared | str:
    """The changed spec compared with the draft; a text where the change leaves no valid spec."""
    try:
        changed = view(path, text)
        read(changed.root, kinds()[FOLDERS[PurePath(path).parent.name]])
    except Faults as faults:
        return f"a change in place would leave no spec ({faults.diagnostics[0].message})"
    return compared(changed, draft, index)


def _harm(before: Compared, after: Compared, index: PageIndex) -> str | None:
    """Why the changed spec cannot take the place of the old one, if so."""
    if after.apart:
        return f"a change in place would not mend `{min(outermost(after.apart))}`"
    untrue = {row.row.at for row in wrong(before.ours, before.draft, index)}
    if new := [row for row in wrong(after.ours, after.draft, index) if row.row.at not in untrue]:
        return f"a change in place would need another correction of `{new[0].row.at}`"
    if lost := _lost(before, after):
        return f"a change in place would lose the summary of `{lost}`"
    return None


def _lost(before: Compared, after: Compared) -> str | None:
    """A fact that stays and would no longer have its summary."""
    had, has = summaries(before.ours.root), summaries(after.ours.root)
    return next((at for at, said in had.items() if at not in before.apart and has.get(at) != said), None)
