"""Finds the line of a fact in the specs that it stands in, by its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ucwagen.diagnostics import Span
from ucwagen.source.node import Node
from ucwagen.spec.paths import parts, text
from ucwagen.spec.specs import Specs


class Places:
    """The places of all facts of some specs. Each file is walked once, when the first place in it is wanted."""

    def __init__(self, specs: Specs) -> None:
        single = (specs.api, specs.errors, *([specs.shortcuts] if specs.shortcuts else []))
        nodes = (spec.node for spec in (*single, *specs.resources.values(), *specs.enums.values()))
        self._roots: Mapping[str, Node] = {node.span.source.path: node for node in nodes}
        self._known: dict[str, dict[str, Span]] = {}

    def of(self, near: Span, at: str) -> Span:
        """The place of the fact, or else that of what is nearest around it; ``near`` is a place in the same file."""
        if near.source.path not in self._roots or not at:
            return near
        return self._nearest(near.source.path, at) or near

    def in_file(self, path: str, at: str) -> Span | None:
        """The place of the fact in a file, or else that of what is nearest around it; None for a file of others."""
        if path not in self._roots:
            return None
        return self._nearest(path, at) or self._roots[path].span

    def _nearest(self, path: str, at: str) -> Span | None:
        if path not in self._known:
            root = self._roots[path]
            self._known[path] = dict(_places(root, "", text(root, "rel") or ""))
        while at:
            if at in self._known[path]:
                return self._known[path][at]
            at = at.rpartition(".")[0]
        return None


def _places(node: Node, at: str, rel: str) -> Iterator[tuple[str, Span]]:
    for path, part, span in parts(node, at, rel):
        if path != at:
            yield path, span
        yield from _places(part, path, rel)
