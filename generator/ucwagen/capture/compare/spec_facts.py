"""The facts of a spec, each by its path and with its place.

Not compared are sentences, and keys that people decide on: what a type was inferred from, what a string holds, what is
deprecated, how a list stands in a query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ucwagen.diagnostics import Span
from ucwagen.source.node import Mapping as Table
from ucwagen.source.node import Node, Scalar
from ucwagen.spec.paths import parts, text

NOT_COMPARED = frozenset({"aliases", "summary", "corrections", "deprecated", "inferred", "format", "list", "python"})
PRESENT = "present"
"""What is said of a row: that it is there."""


@dataclass(frozen=True, slots=True)
class SpecFact:
    """A fact of a spec: its value as text, its place, and the edition that alone has it."""

    value: str
    span: Span
    only: str | None = None


SpecFacts = Mapping[str, SpecFact]
"""Facts by their paths."""


def facts(root: Node) -> dict[str, SpecFact]:
    """Every fact of a spec by its path."""
    return dict(_facts(root, "", text(root, "rel") or "", SpecFact(PRESENT, root.span)))


def _facts(node: Node, at: str, rel: str, row: SpecFact) -> Iterator[tuple[str, SpecFact]]:
    """The facts in a node; ``row`` is that of its being there."""
    row = replace(row, only=text(node, "only") or row.only)
    if isinstance(node, Scalar):
        yield at, SpecFact(node.text, node.span, row.only)
    elif at and isinstance(node, Table) and _is_row(node):
        yield at, row
    for path, part, name in parts(node, at, rel):
        if path.rpartition(".")[2] not in NOT_COMPARED or isinstance(part, Table):
            yield from _facts(part, path, rel, replace(row, span=name))


def _is_row(table: Table) -> bool:
    """Whether it says something itself, and is not a table of rows."""
    return not table.entries or any(not isinstance(entry.value, Table) for entry in table)


def value(known: SpecFacts, at: str) -> str | None:
    """What is known of the fact, if anything."""
    return known[at].value if at in known else None
