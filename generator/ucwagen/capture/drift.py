"""A spec and what the pages would give for it come in; where the two differ, undeclared, comes out with its place.

Sentences, what a type was inferred from and what a text holds are people's business and are not compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ucwagen.capture.editions import EDITIONS
from ucwagen.capture.paths import covers, parts, text
from ucwagen.diagnostics import Collector, Span
from ucwagen.source import load
from ucwagen.source.node import Mapping as Table
from ucwagen.source.node import Node, Scalar, Sequence

NOT_COMPARED = frozenset({"summary", "corrections", "inferred", "format"})
PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a spec: its value as text, its place, and the edition that alone has it."""

    value: str
    span: Span
    only: str | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """A correction of a spec, and the place of its path."""

    at: str
    says: str | None
    edition: str | None
    span: Span


Facts = Mapping[str, Fact]
"""Facts by their paths."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The facts of a spec, those that the pages give, and the paths where they are apart and nothing declares it."""

    mine: Facts
    theirs: Facts
    apart: frozenset[str]
    stale: tuple[Declared, ...]
    """Corrections of what the pages no longer say."""


def drift(path: str, spec: str, drafted: str, faults: Collector, editions: Collection[str] = EDITIONS) -> None:
    """Report where the spec at ``path`` and the draft from the pages differ, in both directions."""
    ours = load(path, spec)
    report(ours, compared(ours, load(path, drafted), editions), faults)


def report(ours: Node, found: Compared, faults: Collector) -> None:
    """Every difference as a fault with its place."""
    for at in sorted(outermost(found.apart)):
        faults.error(place(at, found.mine, ours), _words(at, found))
    for row in found.stale:
        faults.error(row.span, f"the correction of `{row.at}` no longer applies, as the pages say the same; remove it")


def compared(ours: Node, pages: Node, editions: Collection[str] = EDITIONS) -> Compared:
    """A spec held against its draft from pages of ``editions``; of facts that no other edition has nothing is said."""
    mine, theirs = facts(ours), facts(pages)
    declared, known = tuple(corrections(ours)), {row.at for row in corrections(pages)}
    apart = {
        at
        for at in mine.keys() | theirs.keys()
        if value(mine, at) != value(theirs, at) and (at in theirs or mine[at].only in (None, *editions))
    }
    own = tuple(row for row in declared if row.at not in known)
    undeclared = {at for at in apart if not any(covers(row.at, at) for row in own)}
    stale = tuple(
        row for row in own if row.edition in (None, *editions) and not any(covers(row.at, other) for other in apart)
    )
    return Compared(mine, theirs, frozenset(undeclared), stale)


def facts(root: Node) -> dict[str, Fact]:
    """Every fact of a spec by its path."""
    return dict(_facts(root, "", text(root, "rel") or "", None))


def _facts(node: Node, at: str, rel: str, only: str | None) -> Iterator[tuple[str, Fact]]:
    only = text(node, "only") or only
    if isinstance(node, Scalar):
        yield at, Fact(node.text, node.span, only)
    elif at and isinstance(node, Table) and _says_something(node):
        yield at, Fact(PRESENT, node.span, only)
    for path, part in parts(node, at, rel):
        if path.rpartition(".")[2] not in NOT_COMPARED or isinstance(part, Table):
            yield from _facts(part, path, rel, only)


def _says_something(table: Table) -> bool:
    """Whether it is a row, and not a table of rows."""
    return not table.entries or any(not isinstance(entry.value, Table) for entry in table)


def corrections(node: Node) -> Iterator[Declared]:
    """What a spec declares to be wrong on a page."""
    entry = node.get("corrections") if isinstance(node, Table) else None
    rows = entry.value.items if entry and isinstance(entry.value, Sequence) else ()
    for row in rows:
        at = row.get("at") if isinstance(row, Table) else None
        if at and isinstance(at.value, Scalar):
            yield Declared(at.value.text, text(row, "says"), text(row, "edition"), at.value.span)


def outermost(paths: Iterable[str]) -> set[str]:
    """The paths that lie inside no other one."""
    found: set[str] = set()
    for path in sorted(paths, key=len):
        if not any(covers(other, path) for other in found):
            found.add(path)
    return found


def value(known: Facts, at: str) -> str | None:
    """What is known of the fact, if anything."""
    return known[at].value if at in known else None


def place(at: str, mine: Facts, root: Node) -> Span:
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
