"""The syntax tree of a spec file: plain, frozen, every part with its place.

``end`` is the offset past the last character of a part in the text of its source; it can be on a later line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ucwagen.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text, as written: the spec reader decides what ``No`` and ``007`` mean.

    ``comment`` is the place of the mark ``#`` of a comment behind a text without quotes, on the same line.
    """

    text: str
    span: Span
    end: int = 0
    comment: Span | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes. ``flow`` is true of ``[…]``."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False
    end: int = 0


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
    end: int = 0

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def get(self, name: str) -> Entry | None:
        """The entry called ``name``, or None."""
        return next((entry for entry in self.entries if entry.key.text == name), None)


Node = Scalar | Sequence | Mapping
