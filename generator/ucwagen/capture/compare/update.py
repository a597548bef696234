"""A spec, and what the pages give for it, come in; out goes the spec with the facts of the pages, in its own words.

Summaries, corrections, comments, blank lines and the order of what did not change stay. A change that would not come
out so is not made, and is a fault.
"""

from __future__ import annotations

from pathlib import PurePath

from ucwagen.capture.compare.corrections import wrong
from ucwagen.capture.compare.drift import compared, drift, outermost, place, report
from ucwagen.capture.compare.edits import applied, as_loaded, ended_as
from ucwagen.capture.compare.merge import edits
from ucwagen.capture.compare.page_index import NO_PAGES, PageIndex
from ucwagen.capture.compare.read_summaries import summaries
from ucwagen.diagnostics import Collector, Faults
from ucwagen.source import load
from ucwagen.source.node import Node
from ucwagen.spec.read import FOLDERS, read, unknown

BY_HAND = "the file stays as it is; mend by hand what is listed here"


def updated(path: str, spec: str, drafted: str, faults: Collector, against: PageIndex = NO_PAGES) -> str:
    """The text of the spec at ``path`` without undeclared drift, or as it was; what remains to be done is a fault."""
    plain = as_loaded(spec)
    ours, draft = load(path, plain), load(path, drafted)
    found = compared(ours, draft, against)
    if not found.apart:
        return held(path, spec, drafted, faults, against)
    text = applied(plain, edits(ours, draft, found))
    harm = _unknown(path, ours) or _harm(path, text, ours, draft, against)
    if harm is None:
        drift(path, text, drafted, faults, against)
        return ended_as(spec, text)
    report(ours, found, faults, against)
    first = min(outermost(found.apart))
    faults.error(place(first, found.mine, ours), f"{harm}; {BY_HAND}")
    return spec


def held(path: str, spec: str, drafted: str, faults: Collector, against: PageIndex = NO_PAGES) -> str:
    """The text of the spec as it is, every drift a fault."""
    drift(path, spec, drafted, faults, against)
    return spec


def _unknown(path: str, root: Node) -> str | None:
    """A key that is none, if there is one: what stands there is no fact, and may be people's words."""
    found = unknown(root, FOLDERS[PurePath(path).parent.name])
    return f"line {found[0].span.line}: {found[0].message}" if found else None


def _harm(path: str, text: str, ours: Node, draft: Node, against: PageIndex) -> str | None:
    """Why the changed text cannot take the place of the old one, if so."""
    try:
        root = load(path, text)
        read(root, FOLDERS[PurePath(path).parent.name])
    except Faults as faults:
        return f"a change in place would leave no spec ({faults.diagnostics[0].message})"
    if apart := compared(root, draft, against).apart:
        return f"a change in place would not mend `{min(outermost(apart))}`"
    name = PurePath(path).stem
    untrue = {row.row.at for row in wrong(name, ours, draft, against)}
    if new := [row for row in wrong(name, root, draft, against) if row.row.at not in untrue]:
        return f"a change in place would need another correction of `{new[0].row.at}`"
    if lost := _lost(ours, root, compared(ours, draft, against).apart):
        return f"a change in place would lose the summary of `{lost}`"
    return None


def _lost(ours: Node, root: Node, apart: frozenset[str]) -> str | None:
    """A fact that stays and would no longer have its summary."""
    said = summaries(root)
    return next(
        (at for at, sentence in summaries(ours).items() if at not in apart and said.get(at) != sentence),
        None,
    )
