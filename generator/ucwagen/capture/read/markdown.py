"""A page as blocks: the only reader of Markdown. Rows and paragraphs come as plain text, samples as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from ucwagen.capture.read.blocks import (
    Block,
    CodeBlock,
    Heading,
    Inline,
    Link,
    ListItem,
    OtherBlock,
    Paragraph,
    Table,
    TableRow,
)
from ucwagen.capture.read.preprocess import Preprocessed, prepare

_BLOCKS = MarkdownIt("commonmark").enable("table").disable(["lheading", "inline", "text_join"]).use(front_matter_plugin)
_INLINE = MarkdownIt("commonmark")
_CELL_MARK = re.compile(r"(?<!\\)\|")
_OF_THE_API = re.compile(r" \([A-Z][A-Za-z]*\)$")
"""An addition to the name of a resource in titles and links, such as the name of the API."""
Definitions = dict[str, Any]
"""The link targets that a page defines apart from the links, as the parser keeps them."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page while its blocks are read: its lines for the parser, and the link targets that it defines."""

    prepared: Preprocessed
    definitions: Definitions

    def inline(self, text: str) -> Inline:
        """Running text of the page; every piece of it is parsed here, once."""
        return inline(text, self.definitions)


def blocks(text: str) -> tuple[Block, ...]:
    """Every block of the page, in the order of the lines."""
    page = _Page(prepare(text), {})
    tokens = _BLOCKS.parse("\n".join(page.prepared.lines), page.definitions)
    found = [block for group in _groups(tokens) for block in _read(group, page)]
    return tuple(sorted([*found, *page.prepared.lifted], key=lambda block: block.line))


def inline(text: str, definitions: Definitions) -> Inline:
    """A line of Markdown as plain text."""
    return _plain([child for token in _INLINE.parseInline(text, definitions) for child in token.children or ()])


def _groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of one block after the other."""
    starts = [index for index, token in enumerate(tokens) if token.level == 0 and token.nesting >= 0]
    for start, end in pairwise([*starts, len(tokens)]):
        yield tokens[start:end]


def _read(group: Sequence[Token], page: _Page) -> Iterator[Block]:
    first = group[0]
    start, end = first.map or (0, 0)
    lines = page.prepared.lines[start:end]
    if first.type == "heading_open":
        yield Heading(_OF_THE_API.sub("", page.inline(group[1].content).text.strip()), int(first.tag[1:]), start + 1)
    elif first.type == "paragraph_open":
        yield Paragraph(page.inline(group[1].content), start + 1)
    elif first.type == "table_open":
        yield _table(lines, start, page)
    elif first.type == "bullet_list_open":
        yield from _items(group, page)
    elif first.type not in ("fence", "code_block", "front_matter"):
        yield OtherBlock(first.type.removesuffix("_open").replace("_", " "), start + 1)
    for token in group:
        if token.type in ("fence", "code_block"):
            yield _code(token, page)


def _code(token: Token, page: _Page) -> CodeBlock:
    """Fenced or indented text, at any depth."""
    start, end = token.map or (0, 0)
    if token.type == "code_block":
        return CodeBlock("\n".join(page.prepared.lines[start:end]), "", start + 1, ("indented",))
    return CodeBlock(token.content.removesuffix("\n"), token.info.strip(), min(start + 2, end))


def _items(group: Sequence[Token], page: _Page) -> Iterator[ListItem]:
    for token in group:
        if token.type == "inline" and token.map:
            yield ListItem(page.inline(token.content), token.map[0] + 1)


def _table(lines: Sequence[str], start: int, page: _Page) -> Table:
    """Rows are cut here, not by the parser, which drops cells that have no column."""
    header = tuple(cell.text for cell in _cells(lines[0], page))
    rows = (TableRow(_cells(line, page), start + 3 + index, "|" in line) for index, line in enumerate(lines[2:]))
    return Table(header, tuple(rows), start + 1)


def _cells(line: str, page: _Page) -> tuple[Inline, ...]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(page.inline(cell.replace("\\|", "|").strip()) for cell in _CELL_MARK.split(inner))


def _plain(tokens: Sequence[Token]) -> Inline:
    words: list[str] = []
    links: list[Link] = []
    tags: list[str] = []
    opened: tuple[str, int] | None = None
    for token in tokens:
        if token.type == "link_open":
            words.append(" " if words and words[-1][-1:].isalnum() else "")
            opened = (str(token.attrGet("href") or ""), len(words))
        elif token.type == "link_close" and opened:
            name = _OF_THE_API.sub("", _tidy("".join(words[opened[1] :])))
            words[opened[1] :] = [name]
            links.append(Link(opened[0], name))
        elif token.type == "html_inline":
            tags.append(token.content)
            words.append(" " if token.content.startswith("<br") else "")
        else:
            words.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
    return Inline(_tidy("".join(words)), tuple(links), tuple(tags))


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
