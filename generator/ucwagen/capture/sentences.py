"""What people wrote in a spec: its sentences, by path of the fact that each speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.source.node import Mapping, Node, Scalar

ROWS = {"errors": ("error", "subcode"), "reasons": ("code", "subcode"), "events": ("type", "resource")}
"""What tells the rows of a list apart."""


def sentences(root: Node) -> dict[str, str]:
    """Every sentence of a spec."""
    return dict(_sentences(root, "", _text(root, "rel") or ""))


def _sentences(node: Node, at: str, rel: str) -> Iterator[tuple[str, str]]:
    if not isinstance(node, Mapping):
        return
    for entry in node:
        path = f"{at}.{entry.key.text}" if at else entry.key.text
        if entry.key.text == "summary" and isinstance(entry.value, Scalar):
            yield at or "summary", entry.value.text
        elif entry.key.text in ROWS and not isinstance(entry.value, Scalar | Mapping):
            for item in entry.value.items:
                yield from _sentences(item, f"{path}.{_row(item, *ROWS[entry.key.text], rel)}", rel)
        else:
            yield from _sentences(entry.value, path, rel)


def _row(item: Node, first: str, second: str, rel: str) -> str:
    return f"{_text(item, first)}.{_text(item, second) or (rel if second == 'resource' else None)}"


def _text(node: Node, name: str) -> str | None:
    entry = node.get(name) if isinstance(node, Mapping) else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else None
