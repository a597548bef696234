"""What the templates of the reference print: pages, and the parts that they are made of, all of it Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from ucwagen.reference.text import Markdown
from ucwagen.target import View


@dataclass(frozen=True, slots=True)
class Page(View):
    """A page: its title and its description for search, its heading, and the sentence below it."""

    title: Markdown
    description: Markdown
    heading: Markdown
    summary: Markdown


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Markdown, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about a resource, by its name."""

    name: Markdown
    text: Markdown


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A resource that leads to this one, or that this one leads to, and how."""

    link: Markdown
    way: Markdown
    summary: Markdown


@dataclass(frozen=True, slots=True)
class Tab:
    """A block of code in a tab, with its title; the block is indented as tabs need it."""

    title: Markdown
    block: Markdown


@dataclass(frozen=True, slots=True)
class Tabs:
    """Tabs below a heading of their own."""

    name: Markdown
    tabs: tuple[Tab, ...]


@dataclass(frozen=True, slots=True)
class CallView:
    """How an operation is called in Python, and what sending the call gives."""

    block: Markdown
    gives: Markdown


@dataclass(frozen=True, slots=True)
class ShortcutPart:
    """A shortcut: its signature, and what it sends."""

    name: Markdown
    summary: Markdown
    block: Markdown
    way: Markdown


@dataclass(frozen=True, slots=True)
class OperationPart:
    """A method of a resource."""

    method: Markdown
    summary: Markdown
    call: CallView
    content: Markdown
    parameters: tuple[Row, ...]
    errors: tuple[Row, ...]
    shared: Markdown
    reasons: tuple[Row, ...]
    samples: tuple[Tabs, ...]


@dataclass(frozen=True, slots=True)
class ResourcePage(Page):
    """A resource."""

    facts: tuple[Fact, ...]
    picture: tuple[Markdown, ...]
    sources: tuple[Neighbour, ...]
    targets: tuple[Neighbour, ...]
    properties: tuple[Row, ...]
    shortcuts: tuple[ShortcutPart, ...]
    operations: tuple[OperationPart, ...]
    events: tuple[Row, ...]
    samples: tuple[Tabs, ...]


@dataclass(frozen=True, slots=True)
class EnumPage(Page):
    """An enumeration."""

    facts: tuple[Fact, ...]
    members: tuple[Row, ...]
    uses: tuple[Markdown, ...]


@dataclass(frozen=True, slots=True)
class ErrorPart:
    """An error, or a group of errors, with the rows below it."""

    name: Markdown
    summary: Markdown
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ErrorsPage(Page):
    """All errors, or all groups of them."""

    parts: tuple[ErrorPart, ...]


@dataclass(frozen=True, slots=True)
class IndexPage(Page):
    """The first page of the reference."""

    roles: tuple[Row, ...]
    resources: tuple[Row, ...]
    enums: tuple[Row, ...]
