"""A spec and what the pages would give for it come in; where the two differ, undeclared, comes out with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ucwagen.capture.compare.corrections import wrong
from ucwagen.capture.compare.page_index import NO_PAGES, PageIndex
from ucwagen.capture.compare.spec_facts import PRESENT, SpecFacts, value
from ucwagen.capture.compare.spec_view import SpecView
from ucwagen.diagnostics import Collector, Diagnostic, Span
from ucwagen.spec.paths import covers


@dataclass(frozen=True, slots=True)
class Compared:
    """A spec, the draft that the pages give, and the paths where they are apart and nothing declares it."""

    ours: SpecView
    draft: SpecView
    apart: frozenset[str]


def drift(found: Compared, faults: Collector, index: PageIndex = NO_PAGES) -> None:
    """Report where a spec and its draft differ, in both directions, and what it wrongly declares."""
    report(found, faults, index)
    for row in wrong(found.ours, found.draft, index):
        faults.error(row.span, row.message, *index.notes(found.ours.name, row.row.at, row.row.edition))


def compared(ours: SpecView, draft: SpecView, index: PageIndex = NO_PAGES) -> Compared:
    """A spec compared with its draft. Facts of editions that were not read are left out."""
    mine, theirs = ours.facts, draft.facts
    made = {row.at for row in draft.corrections}
    own = [row.at for row in ours.corrections if row.at not in made]
    apart = {
        at
        for at in mine.keys() | theirs.keys()
        if _said(mine, at, index) != _said(theirs, at, index) and (at in theirs or index.was_read(mine[at].only))
    }
    undeclared = {at for at in apart if not any(covers(correction, at) for correction in own)}
    return Compared(ours, draft, frozenset(undeclared))


def _said(known: SpecFacts, at: str, index: PageIndex) -> str | None:
    """The value of a fact; the status of an error row is that of its error where the row leaves it out."""
    said = value(known, at)
    row, _, key = at.rpartition(".")
    if said is not None or key != "code" or row not in known:
        return said
    error = row.rpartition(".errors.")[2].split(".")[0]
    return str(index.codes[error]) if error in index.codes else None


def report(found: Compared, faults: Collector, index: PageIndex) -> None:
    """Every difference as a fault with its place in the spec and on the page."""
    faults.add(fault for _, fault in differences(found, index))


def differences(found: Compared, index: PageIndex) -> Iterator[tuple[str, Diagnostic]]:
    """Every difference by its path, as a fault."""
    for at in sorted(outermost(found.apart)):
        yield at, Diagnostic(place(at, found.ours), _words(at, found), index.notes(found.ours.name, at))


def outermost(paths: Iterable[str]) -> set[str]:
    """The paths that lie inside no other one."""
    found: set[str] = set()
    for path in sorted(paths, key=len):
        if not any(covers(other, path) for other in found):
            found.add(path)
    return found


def place(at: str, ours: SpecView) -> Span:
    """The fact's own place, or else that of the nearest fact around it."""
    while at:
        inside = [fact.span for path, fact in ours.facts.items() if covers(at, path)]
        if inside:
            return inside[0]
        at = at.rpartition(".")[0]
    return ours.root.span


def _words(at: str, found: Compared) -> str:
    here, there = value(found.ours.facts, at), value(found.draft.facts, at)
    if here is None:
        said = f"the pages say `{there}`" if there not in (PRESENT, at.rpartition(".")[2]) else "the pages have it"
        return f"`{at}` is missing, {said}; add it, or declare a correction that says `present`"
    if there is None:
        return f"`{at}` is on no page; remove it, or declare a correction that says `absent`"
    return f"`{at}` is `{here}` here and `{there}` on the pages; mend it, or declare a correction"
