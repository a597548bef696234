"""A page as blocks: the only reader of Markdown. Rows and paragraphs come as plain text, samples as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ucwagen.capture.read.blocks import (
    Block,
    CodeBlock,
    Heading,
    Inline,
    ListItem,
    OtherBlock,
    Paragraph,
    Table,
    TableRow,
)
from ucwagen.capture.read.preprocess import Preprocessed, prepare

_PARSER = MarkdownIt("commonmark").enable("table").disable("lheading")
_CELL_MARK = re.compile(r"(?<!\\)\|")


def blocks(text: str) -> tuple[Block, ...]:
    """Every block of the page, in the order of the lines."""
    page = prepare(text)
    tokens = _PARSER.parse("\n".join(page.lines))
    found = [block for group in _groups(tokens) for block in _read(group, page)]
    return tuple(sorted([*found, *page.lifted], key=lambda block: block.line))


def inline(text: str) -> Inline:
    """A line of Markdown as plain text."""
    return _plain([child for token in _PARSER.parseInline(text) for child in token.children or ()])


def _groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of one block after the other."""
    starts = [index for index, token in enumerate(tokens) if token.level == 0 and token.nesting >= 0]
    for start, end in pairwise([*starts, len(tokens)]):
        yield tokens[start:end]


def _read(group: Sequence[Token], page: Preprocessed) -> Iterator[Block]:
    first = group[0]
    start, end = first.map or (0, 0)
    lines = page.lines[start:end]
    if first.type == "heading_open":
        yield Heading(_plain(group[1].children).text.strip(), int(first.tag[1:]), start + 1)
    elif first.type == "paragraph_open":
        yield Paragraph(_plain(group[1].children), start + 1)
    elif first.type == "table_open":
        yield _table(lines, start)
    elif first.type == "bullet_list_open":
        yield from _items(group)
    elif first.type not in ("fence", "code_block"):
        yield OtherBlock(first.type.removesuffix("_open").replace("_", " "), start + 1)
    for token in group:
        if token.type in ("fence", "code_block"):
            yield _code(token, page)


def _code(token: Token, page: Preprocessed) -> CodeBlock:
    """Fenced or indented text, at any depth."""
    start, end = token.map or (0, 0)
    if token.type == "code_block":
        return CodeBlock("\n".join(page.lines[start:end]), "", start + 1, ("indented",))
    notes = (page.fences[start],) if start in page.fences else ()
    return CodeBlock(token.content.removesuffix("\n"), token.info.strip(), min(start + 2, end), notes)


def _items(group: Sequence[Token]) -> Iterator[ListItem]:
    for token in group:
        if token.type == "inline" and token.map:
            yield ListItem(_plain(token.children), token.map[0] + 1)


def _table(lines: Sequence[str], start: int) -> Table:
    """Rows are cut here, not by the parser, which drops cells that have no column."""
    header = tuple(cell.text for cell in _cells(lines[0]))
    rows = (TableRow(_cells(line), start + 3 + index, "|" in line) for index, line in enumerate(lines[2:]))
    return Table(header, tuple(rows), start + 1)


def _cells(line: str) -> tuple[Inline, ...]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(inline(cell.replace("\\|", "|").strip()) for cell in _CELL_MARK.split(inner))


def _plain(tokens: Sequence[Token] | None) -> Inline:
    words: list[str] = []
    links: list[str] = []
    tags: list[str] = []
    for token in tokens or ():
        if token.type == "link_open":
            links.append(str(token.attrGet("href") or ""))
            words.append(" " if words and words[-1][-1:].isalnum() else "")
        elif token.type == "html_inline":
            tags.append(token.content)
            words.append(" " if token.content.startswith("<br") else "")
        else:
            words.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
    return Inline(_tidy("".join(words)), tuple(links), tuple(tags))


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace(" (UCWA)", "")).strip()
