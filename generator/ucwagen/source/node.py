"""The syntax tree of a spec file: plain, frozen, every part with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ucwagen.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text. What it means is the reader's business: ``No`` and ``007`` stay as written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and what it holds."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order of the file, each key once. ``flow`` is true of ``{…}``."""

    entries: tuple[Entry, ...]
    span: Span
    flow: bool = False

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def get(self, name: str) -> Entry | None:
        """The entry called ``name``, or None."""
        return next((entry for entry in self.entries if entry.key.text == name), None)


Node = Scalar | Sequence | Mapping
