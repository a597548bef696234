"""The path of every part of a spec: its keys joined by dots, where a row of a list is called by what tells it apart."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.diagnostics import Span
from ucwagen.source.node import Entry, Mapping, Node, Scalar, Sequence

ROWS = {"errors": ("error", "subcode"), "reasons": ("code", "subcode"), "events": ("type", "resource")}
"""What tells the rows of a list apart."""
SHARED = "shared"


def parts(node: Node, at: str, rel: str) -> Iterator[tuple[str, Node, Span]]:
    """What stands directly in the node at the path ``at``, each with its own path and the place of its name.

    ``rel`` is that of the spec.
    """
    if isinstance(node, Mapping):
        yield from ((inside(at, entry), entry.value, entry.key.span) for entry in node)
    elif isinstance(node, Sequence):
        yield from ((row(at, item, rel), item, item.span) for item in node.items)


def inside(at: str, entry: Entry) -> str:
    """The path of an entry; the groups that a row shares are parts of the row itself."""
    if entry.key.text == SHARED and not isinstance(entry.value, Mapping):
        return at
    return f"{at}.{entry.key.text}" if at else entry.key.text


def row(at: str, item: Node, rel: str) -> str:
    """The path of an item of the list at ``at``: a text by itself, a row by what tells it apart."""
    if isinstance(item, Scalar):
        return f"{at}.{item.text}"
    if isinstance(item, Mapping) and item.get(SHARED):
        only = text(item, "only")
        return f"{at}.{SHARED}.{only}" if only else f"{at}.{SHARED}"
    first, second = ROWS.get(at.rpartition(".")[2], ("", ""))
    return f"{at}.{text(item, first)}.{text(item, second) or (rel if second == 'resource' else None)}"


def covers(at: str, other: str) -> bool:
    """Whether ``other`` is the path ``at`` or leads to something inside it."""
    return other == at or other.startswith(f"{at}.")


def text(node: Node, name: str) -> str | None:
    """The text of the entry called ``name``, if it has one."""
    entry = node.get(name) if isinstance(node, Mapping) else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else None
