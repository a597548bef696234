"""What Markdown would mangle, taken out of the lines first: front matter, bare JSON texts, fences closed wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ucwagen.capture.read.blocks import CodeBlock

_FENCE = re.compile(r"^(\s*(?:`{3,}|~{3,}))\s*([\w+-]*)\s*$")
_HEADING = re.compile(r"^#{1,6} \S")
_FRONT_MATTER = re.compile(r"^[\w.]+:( .*)?$")
_OBJECT = re.compile(r'\s*\{\s*(?:$|["}])')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True, slots=True)
class Preprocessed:
    """Lines for the Markdown parser, as many as before; what was lifted out of them; notes on fences by line."""

    lines: tuple[str, ...]
    lifted: tuple[CodeBlock, ...]
    fences: dict[int, str]


def prepare(text: str) -> Preprocessed:
    """The page without front matter and bare JSON, every fence with an end of its own."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _blank(lines, 0, _front_matter(lines))
    fences = _close_fences(lines)
    lifted = tuple(_lift(lines))
    return Preprocessed(tuple(lines), lifted, fences)


def _front_matter(lines: Sequence[str]) -> int:
    """How many lines the front matter takes; 0 where there is none, or none of the known form."""
    if lines[0] != "---":
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line == "---":
            return number
        if line.strip() and not _FRONT_MATTER.match(line):
            return 0
    return 0


def _blank(lines: list[str], start: int, end: int) -> None:
    lines[start:end] = [""] * (end - start)


def _close_fences(lines: list[str]) -> dict[int, str]:
    """Give every fence its end; the notes are keyed by the line (from 0) on which the fence opens."""
    notes: dict[int, str] = {}
    opened: int | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if opened is None:
            opened = number if fence else None
        elif fence:
            if fence[2]:
                lines[number] = fence[1]
                notes[opened] = "fence closed with the opening mark of another"
            opened = None
        elif _HEADING.match(line) and not lines[number - 1].strip() and number - 1 > opened:
            lines[number - 1] = "```"
            notes[opened] = "fence not closed"
            opened = None
    return notes


def _lift(lines: list[str]) -> Iterator[CodeBlock]:
    """Take JSON texts that stand between paragraphs out of the lines."""
    number, fenced = 0, False
    while number < len(lines):
        fenced ^= bool(_FENCE.match(lines[number]))
        end = number if fenced or not _OBJECT.match(lines[number]) else _json_end(lines, number)
        if end > number:
            yield CodeBlock("\n".join(lines[number:end]), "", number + 1, ("not fenced",))
            _blank(lines, number, end)
        number = max(end, number + 1)


def _json_end(lines: Sequence[str], start: int) -> int:
    """The line (from 0) after the one that closes the brace opened on ``start``; ``start`` where none does."""
    depth = 0
    for number in range(start, len(lines)):
        if _HEADING.match(lines[number]) or _FENCE.match(lines[number]):
            return start
        bare = _STRING.sub("", lines[number])
        depth += bare.count("{") + bare.count("[") - bare.count("}") - bare.count("]")
        if depth <= 0:
            return number + 1 if depth == 0 else start
    return start
