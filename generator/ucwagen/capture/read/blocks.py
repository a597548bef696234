"""The blocks of a Markdown page, in order and with their lines: what ``markdown`` gives and every reader takes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its target as it is written, and its words."""

    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Inline:
    """Running text without markup: the words, the links in order, and the HTML tags that stood in it."""

    text: str
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. ``level`` counts from 1."""

    title: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Inline
    line: int


@dataclass(frozen=True, slots=True)
class ListItem:
    """The text of one item of a list."""

    content: Inline
    line: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table. ``piped`` is false for a line that has no cell mark: text that ran into the table."""

    cells: tuple[Inline, ...]
    line: int
    piped: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the titles of its columns and its rows."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    line: int


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Text kept as it stands: fenced, indented, or a bare JSON text between paragraphs; ``line`` is its first line."""

    text: str
    label: str
    line: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherBlock:
    """A block of a kind that reference pages do not use."""

    kind: str
    line: int


Block = Heading | Paragraph | ListItem | Table | CodeBlock | OtherBlock
