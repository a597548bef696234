"""The blocks of a page under its headings: what each section is, told by its heading wherever that stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, TypeVar, overload

from ucwagen.capture.read import boilerplate
from ucwagen.capture.read.blocks import Block, CodeBlock, Heading, Inline, ListItem, OtherBlock, Paragraph, Table
from ucwagen.capture.read.report import ReadReport

_A = TypeVar("_A")
_B = TypeVar("_B")

SectionKind = Literal[
    "title", "web link", "description", "properties", "links", "scopes", "events", "event", "reasons", "operations",
    "operation", "query", "request", "response", "errors", "examples", "sample", "members", "unknown",
]  # fmt: skip

_TITLES: dict[str, SectionKind] = {
    "web link": "web link",
    "resource description": "description",
    "remarks": "description",
    "properties": "properties",
    "links": "links",
    "azure active directory scopes for online applications": "scopes",
    "events": "events",
    "asynchronous reason codes": "reasons",
    "operations": "operations",
    "query parameters": "query",
    "request body": "request",
    "response body": "response",
    "synchronous errors": "errors",
    "examples": "examples",
    "members": "members",
    **dict.fromkeys(("added", "updated", "deleted", "started", "completed"), "event"),
    **dict.fromkeys(("get", "post", "put", "patch", "delete", "options"), "operation"),
    **dict.fromkeys(("json request", "json response", "xml request", "xml response"), "sample"),
}
_LEVELS: dict[SectionKind, tuple[int, ...]] = {"operation": (3,), "event": (3,)}


class _Nothing:
    """The kind of no block."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what it opens, and the blocks up to the next heading. ``title`` is in lower case."""

    kind: SectionKind
    title: str
    line: int
    blocks: tuple[Block, ...]


def sections(blocks: Iterable[Block], log: ReadReport) -> tuple[Section, ...]:
    """The page in sections; the first is its title, with all that stands before the next heading."""
    found: list[Section] = []
    heading: Heading | None = None
    under: list[Block] = []
    for block in blocks:
        if not isinstance(block, Heading):
            under.append(block)
        elif heading and _is_reason(heading, block):
            under.append(ListItem(Inline(block.title), block.line))
        else:
            if heading or under:
                found.append(_section(heading, under, not found, log))
            heading, under = block, []
    found.append(_section(heading, under, not found, log))
    return tuple(found)


def _is_reason(heading: Heading, inner: Heading) -> bool:
    """Whether a heading names a code of the reasons that it stands under, where most pages have an item of a list."""
    is_inside = _TITLES.get(heading.title.casefold()) == "reasons" and inner.level > heading.level
    return is_inside and inner.title.casefold() not in _TITLES


def _section(heading: Heading | None, under: list[Block], first: bool, log: ReadReport) -> Section:
    if heading is None or (first and heading.level == 1):
        return Section("title", heading.title if heading else "", heading.line if heading else 1, tuple(under))
    title = heading.title.casefold()
    kind = _TITLES.get(title)
    if kind is None:
        title, kind = _guess(heading, log)
    if kind in _LEVELS and heading.level not in _LEVELS[kind]:
        log.note(heading.line, f"`{heading.title}` is a heading of level {heading.level}")
    return Section(kind, title, heading.line, tuple(under))


def _guess(heading: Heading, log: ReadReport) -> tuple[str, SectionKind]:
    """A misspelt heading read as the known one that is nearest; an unknown one is reported."""
    title = heading.title.casefold()
    near = get_close_matches(title, [name for name in _TITLES if len(name) > 4], n=1, cutoff=0.9)
    if near:
        log.note(heading.line, f"heading `{heading.title}` read as `{near[0]}`")
        return near[0], _TITLES[near[0]]
    log.unread(heading.line, f"heading `{heading.title}`")
    return title, "unknown"


@overload
def take(section: Section, log: ReadReport, first: type[_A], /) -> Iterator[_A]: ...


@overload
def take(section: Section, log: ReadReport, first: type[_A], second: type[_B], /) -> Iterator[_A | _B]: ...


def take(section: Section, log: ReadReport, *kinds: type[Any]) -> Iterator[Any]:
    """The section's blocks of these kinds, without boilerplate; every other block is reported."""
    for block in section.blocks:
        _markup(block, log)
        if isinstance(block, Paragraph) and boilerplate.known(block.content.text):
            continue
        if isinstance(block, Paragraph) and not block.content.text.strip("| "):
            log.note(block.line, "stray `|`")
        elif isinstance(block, kinds):
            yield block
        else:
            log.unread(block.line, f"{describe(block)} under `{section.title}`")


def _markup(block: Block, log: ReadReport) -> None:
    for tag in block.content.tags if isinstance(block, Paragraph | ListItem) else ():
        if not boilerplate.residue(tag):
            log.unread(block.line, f"markup `{tag}`")


def refuse(section: Section, log: ReadReport) -> None:
    """Report whatever the section holds besides boilerplate."""
    for _ in take(section, log, _Nothing):
        pass


def describe(block: Block) -> str:
    """A block in a few words."""
    if isinstance(block, Paragraph | ListItem):
        return f"text `{_short(block.content.text)}`"
    if isinstance(block, Table):
        return f"table of {', '.join(block.header)}"
    if isinstance(block, CodeBlock):
        return f"sample `{_short(block.text)}`"
    return block.kind if isinstance(block, OtherBlock) else f"heading `{block.title}`"


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text.strip())
    return text if len(text) <= 60 else text[:57] + "..."
