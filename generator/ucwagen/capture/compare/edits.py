"""Changes of a text by offsets: whole lines taken out or put in, pieces replaced. Whatever no edit names stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ucwagen.source.node import Entry, Node
from ucwagen.source.text import offset

MARK = "\ufeff"
"""The byte order mark that some editors put before a text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands from ``start`` up to ``end`` becomes ``text``."""

    start: int
    end: int
    text: str = ""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The changed text; of several edits at one place the first comes first."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += (text[done : edit.start], edit.text)
        done = max(done, edit.end)
    return "".join((*pieces, text[done:]))


def start(node: Node) -> int:
    """Where the node begins."""
    return offset(node.span)


def end(entry: Entry) -> int:
    """Where the entry ends."""
    return max(entry.key.end, entry.value.end)


def raw(text: str, node: Node) -> str:
    """The node as it is written."""
    return text[start(node) : node.end]


def line_start(text: str, at: int) -> int:
    """Where the line begins in which ``at`` is."""
    return text.rfind("\n", 0, at) + 1


def line_stop(text: str, at: int) -> int:
    """Where the line after that of ``at`` begins."""
    return (text.find("\n", at) + 1) or len(text)


def lines_out(text: str, first: int, last: int) -> Edit:
    """Takes out the lines from that of ``first`` to that of ``last``, and one of two blank lines that then meet."""
    begin, stop = line_start(text, first), line_stop(text, last)
    if text[:begin].endswith("\n\n") and text[stop : stop + 1] in ("", "\n"):
        begin -= 1
    return Edit(begin, stop)


def lines_of(text: str, first: int, last: int, shift: int) -> str:
    """The lines from that of ``first`` to that of ``last``, moved to the right by ``shift``; or to the left."""
    lines = text[line_start(text, first) : line_stop(text, last)].splitlines()
    moved = (" " * shift + line if shift > 0 else line[-shift:] for line in lines)
    return "".join(f"{line.rstrip()}\n" for line in moved)


def opened(text: str, first: int) -> str:
    """The blank line, if any, that stands before the line of ``first``."""
    return "\n" if text[: line_start(text, first)].endswith("\n\n") else ""


def as_loaded(spec: str) -> str:
    """The text as the loader sees it, its last line ended."""
    text = spec.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def ended_as(spec: str, text: str) -> str:
    """The text with the mark and the line ends of ``spec``."""
    mark = MARK if spec.startswith(MARK) else ""
    return mark + (text.replace("\n", "\r\n") if "\r\n" in spec else text)
