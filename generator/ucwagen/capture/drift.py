"""A spec and what the pages would give for it come in; where the two differ, undeclared, comes out with its place.

Sentences, what a type was inferred from and what a text holds are people's business and are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ucwagen.diagnostics import Collector, Span
from ucwagen.source import load
from ucwagen.source.node import Mapping as Table
from ucwagen.source.node import Node, Scalar, Sequence

NOT_COMPARED = frozenset({"summary", "corrections", "inferred", "format"})
NAMES = ("type", "resource", "error", "code", "subcode")
"""Keys that tell the rows of a list apart."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a spec: its value as text, and its place."""

    value: str
    span: Span


def drift(path: str, spec: str, drafted: str, faults: Collector) -> None:
    """Report where the spec at ``path`` and the draft from the pages differ, in both directions."""
    ours, pages = load(path, spec), load(path, drafted)
    mine, theirs = dict(facts(ours)), dict(facts(pages))
    declared, known = dict(corrections(ours)), dict(corrections(pages))
    apart = {at for at in mine.keys() | theirs.keys() if _value(mine, at) != _value(theirs, at)}
    for at in sorted(apart):
        if not any(_covers(correction, at) for correction in declared):
            faults.error(_place(at, mine, ours), _words(at, mine, theirs))
    for at, span in declared.items():
        if at not in known and not any(_covers(at, other) for other in apart):
            faults.error(span, f"the correction of `{at}` no longer applies, as the pages say the same; remove it")


def facts(node: Node, at: str = "") -> Iterator[tuple[str, Fact]]:
    """Every fact of a spec by its path."""
    if isinstance(node, Scalar):
        yield at, Fact(node.text, node.span)
    elif isinstance(node, Table):
        if at and not node.entries:
            yield at, Fact("present", node.span)
        for entry in node:
            if entry.key.text not in NOT_COMPARED:
                yield from facts(entry.value, f"{at}.{entry.key.text}" if at else entry.key.text)
    else:
        for item in node.items:
            shared = item.get("shared") if isinstance(item, Table) else None
            yield from facts(shared.value, f"{at}.shared") if shared else facts(item, f"{at}.{_name(item)}")


def corrections(node: Node) -> Iterator[tuple[str, Span]]:
    """The paths that a spec declares to be wrong on a page."""
    entry = node.get("corrections") if isinstance(node, Table) else None
    rows = entry.value.items if entry and isinstance(entry.value, Sequence) else ()
    for row in rows:
        at = row.get("at") if isinstance(row, Table) else None
        if at and isinstance(at.value, Scalar):
            yield at.value.text, at.value.span


def _name(item: Node) -> str:
    """What a row of a list is called: a text by itself, a row by what tells it apart."""
    if isinstance(item, Scalar):
        return item.text
    found = (item.get(name) for name in NAMES) if isinstance(item, Table) else iter(())
    return "/".join(entry.value.text for entry in found if entry and isinstance(entry.value, Scalar))


def _covers(correction: str, at: str) -> bool:
    return at == correction or at.startswith(f"{correction}.")


def _value(known: Mapping[str, Fact], at: str) -> str | None:
    return known[at].value if at in known else None


def _place(at: str, mine: Mapping[str, Fact], root: Node) -> Span:
    """The fact's own place, or else that of the nearest fact around it."""
    while at:
        inside = [fact.span for path, fact in mine.items() if _covers(at, path)]
        if inside:
            return inside[0]
        at = at.rpartition(".")[0]
    return root.span


def _words(at: str, mine: Mapping[str, Fact], theirs: Mapping[str, Fact]) -> str:
    here, there = _value(mine, at), _value(theirs, at)
    if here is None:
        return f"`{at}` is missing, the pages say `{there}`; add it, or declare a correction that says `present`"
    if there is None:
        return f"`{at}` is on no page; remove it, or declare a correction that says `absent`"
    return f"`{at}` is `{here}` here and `{there}` on the pages; mend it, or declare a correction"
