"""The sentences of a spec, by the path of the fact that each describes."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.source.node import Mapping, Node, Scalar
from ucwagen.spec.paths import parts, text

SUMMARY = "summary"


def summaries(root: Node) -> dict[str, str]:
    """Every sentence of a spec."""
    return {at: said.text for at, said in places(root).items()}


def places(root: Node) -> dict[str, Scalar]:
    """Where every sentence of a spec stands."""
    return dict(_places(root, "", text(root, "rel") or ""))


def _places(node: Node, at: str, rel: str) -> Iterator[tuple[str, Scalar]]:
    said = node.get(SUMMARY) if isinstance(node, Mapping) else None
    if said and isinstance(said.value, Scalar):
        yield at or SUMMARY, said.value
    for path, part, _ in parts(node, at, rel):
        if not isinstance(part, Scalar):
            yield from _places(part, path, rel)
