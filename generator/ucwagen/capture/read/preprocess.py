"""What Markdown would mangle, taken out of the lines first: fenced text, bare JSON texts.

Fenced text is found here at any indentation, also where its fence is closed wrongly or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ucwagen.capture.read.blocks import CodeBlock

NOT_CLOSED = "fence not closed"
_OPEN = re.compile(
    r"(?P<margin>\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*)"
    r"(?:(?P<ticks>`{3,})(?P<label>[^`]*)|(?P<tildes>~{3,})(?P<info>.*))"
)
_HEADING = re.compile(r"^#{1,6} \S")
_OBJECT = re.compile(r'\s*\{\s*(?:$|["}])')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True, slots=True)
class Preprocessed:
    """Lines for the Markdown parser, as many as before, and what was lifted out of them."""

    lines: tuple[str, ...]
    lifted: tuple[CodeBlock, ...]


@dataclass(frozen=True, slots=True)
class _Fence:
    """A line that opens or closes fenced text: what stands before it, its mark and its label."""

    margin: str
    mark: str
    label: str

    def is_closed_by(self, other: _Fence) -> bool:
        """Whether the other mark can end what this one opens."""
        return other.mark[0] == self.mark[0] and len(other.mark) >= len(self.mark)


def prepare(text: str) -> Preprocessed:
    """The page without fenced text and bare JSON."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lifted = tuple(_lift(lines))
    return Preprocessed(tuple(lines), lifted)


def _blank(lines: list[str], start: int, end: int) -> None:
    lines[start:end] = [""] * (end - start)


def _lift(lines: list[str]) -> Iterator[CodeBlock]:
    """Take fenced texts, and JSON texts that stand between paragraphs, out of the lines."""
    number = 0
    while number < len(lines):
        fence = _fence(lines[number])
        if fence:
            end, notes = _fence_end(lines, number, fence)
            text = "\n".join(_dedented(line, len(fence.margin)) for line in lines[number + 1 : end])
            yield CodeBlock(text, fence.label, min(number + 2, len(lines)), notes)
            end = end if notes[:1] == (NOT_CLOSED,) else end + 1
            _blank(lines, number, end)
            lines[number] = fence.margin.rstrip()
        else:
            end = _json_end(lines, number) if _OBJECT.match(lines[number]) else number
            if end > number:
                yield CodeBlock("\n".join(lines[number:end]), "", number + 1, ("not fenced",))
                _blank(lines, number, end)
        number = max(end, number + 1)


def _fence(line: str) -> _Fence | None:
    match = _OPEN.fullmatch(line)
    if match is None:
        return None
    label = (match["label"] or match["info"] or "").split()
    return _Fence(match["margin"], match["ticks"] or match["tildes"], label[0] if label else "")


def _fence_end(lines: Sequence[str], start: int, fence: _Fence) -> tuple[int, tuple[str, ...]]:
    """The line (from 0) that ends the text fenced from ``start``, and a note where that is no end of its own."""
    for number in range(start + 1, len(lines)):
        other = _fence(lines[number])
        if other and fence.is_closed_by(other):
            return number, (("fence closed with the opening mark of another",) if other.label else ())
        if _HEADING.match(lines[number]) and not lines[number - 1].strip() and number - 1 > start:
            return number - 1, (NOT_CLOSED,)
    return len(lines), (NOT_CLOSED,)


def _dedented(line: str, indent: int) -> str:
    """The line without the indentation of its fence, or as much of it as it has."""
    blank = len(line) - len(line.lstrip())
    return line[min(blank, indent) :]


def _json_end(lines: Sequence[str], start: int) -> int:
    """The line (from 0) after the one that closes the brace opened on ``start``; ``start`` where none does."""
    depth = 0
    for number in range(start, len(lines)):
        if _HEADING.match(lines[number]) or _fence(lines[number]):
            return start
        bare = _STRING.sub("", lines[number])
        depth += bare.count("{") + bare.count("[") - bare.count("}") - bare.count("]")
        if depth <= 0:
            return number + 1 if depth == 0 else start
    return start
