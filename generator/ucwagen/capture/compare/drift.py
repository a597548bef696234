"""A spec and what the pages would give for it come in; where the two differ, undeclared, comes out with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from ucwagen.capture.compare.corrections import declared, wrong
from ucwagen.capture.compare.page_index import NO_PAGES, PageIndex
from ucwagen.capture.compare.paths import covers
from ucwagen.capture.compare.spec_facts import PRESENT, SpecFacts, facts, value
from ucwagen.diagnostics import Collector, Span
from ucwagen.source import load
from ucwagen.source.node import Node


@dataclass(frozen=True, slots=True)
class Compared:
    """The facts of a spec, those that the pages give, and the paths where they are apart and nothing declares it."""

    mine: SpecFacts
    theirs: SpecFacts
    apart: frozenset[str]


def drift(path: str, spec: str, drafted: str, faults: Collector, against: PageIndex = NO_PAGES) -> None:
    """Report where the spec at ``path`` and its draft differ, in both directions, and what it wrongly declares."""
    ours, draft, name = load(path, spec), load(path, drafted), PurePath(path).stem
    report(ours, compared(ours, draft, against), faults, against)
    for row in wrong(name, ours, draft, against):
        faults.error(row.span, row.message, *against.notes(name, row.row.at, row.row.edition))


def compared(ours: Node, draft: Node, against: PageIndex) -> Compared:
    """A spec held against its draft; of facts that only an edition has that was not read nothing is said."""
    mine, theirs = facts(ours), facts(draft)
    made = {row.at for row in declared(draft)}
    own = [row.at for row in declared(ours) if row.at not in made]
    apart = {
        at
        for at in mine.keys() | theirs.keys()
        if value(mine, at) != value(theirs, at) and (at in theirs or mine[at].only in (None, *against.editions))
    }
    undeclared = {at for at in apart if not any(covers(correction, at) for correction in own)}
    return Compared(mine, theirs, frozenset(undeclared))


def report(ours: Node, found: Compared, faults: Collector, against: PageIndex) -> None:
    """Every difference as a fault with its place in the spec and on the page."""
    name = PurePath(ours.span.source.path).stem
    for at in sorted(outermost(found.apart)):
        faults.error(place(at, found.mine, ours), _words(at, found), *against.notes(name, at))


def outermost(paths: Iterable[str]) -> set[str]:
    """The paths that lie inside no other one."""
    found: set[str] = set()
    for path in sorted(paths, key=len):
        if not any(covers(other, path) for other in found):
            found.add(path)
    return found


def place(at: str, mine: SpecFacts, root: Node) -> Span:
    """The fact's own place, or else that of the nearest fact around it."""
    while at:
        inside = [fact.span for path, fact in mine.items() if covers(at, path)]
        if inside:
            return inside[0]
        at = at.rpartition(".")[0]
    return root.span


def _words(at: str, found: Compared) -> str:
    here, there = value(found.mine, at), value(found.theirs, at)
    if here is None:
        said = f"the pages say `{there}`" if there not in (PRESENT, at.rpartition(".")[2]) else "the pages have it"
        return f"`{at}` is missing, {said}; add it, or declare a correction that says `present`"
    if there is None:
        return f"`{at}` is on no page; remove it, or declare a correction that says `absent`"
    return f"`{at}` is `{here}` here and `{there}` on the pages; mend it, or declare a correction"
