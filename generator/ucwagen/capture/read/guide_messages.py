"""The messages of a guide page: every text kept as it stands, decoded; and why, where one is no message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ucwagen.capture.read import messages as samples
from ucwagen.capture.read.blocks import CodeBlock, Heading
from ucwagen.capture.read.elisions import restore
from ucwagen.capture.read.markdown import blocks

_FAULT = "does not parse: "
_DOTS = re.compile(r"[ .]*\.[ .]*")
_START = re.compile(r"\s*(?:HTTP/\d|[A-Za-z]+ +\S+.* HTTP/\d)")


@dataclass(frozen=True, slots=True)
class GuideMessage:
    """One text of a guide page. ``fragment``: a body without start line, or what ``unread`` says it is.

    ``text`` is in the form of a reference page's sample. ``section`` is the heading that it stands under.
    """

    path: str
    edition: str
    line: int
    kind: Literal["request", "response", "event", "fragment"]
    format: Literal["json", "xml"] | None
    text: str
    raw: str
    section: str
    notes: tuple[str, ...] = ()
    unread: str = ""


def messages(text: str, path: str, edition: str = "") -> tuple[GuideMessage, ...]:
    """The messages of the page at ``path``, in order."""
    found: list[GuideMessage] = []
    section = ""
    for block in blocks(text):
        if isinstance(block, Heading):
            section = block.title
        elif isinstance(block, CodeBlock):
            found.append(_message(block, section, path, edition))
    return tuple(found)


def _message(code: CodeBlock, section: str, path: str, edition: str) -> GuideMessage:
    plain, notes = _head(code.text)
    message = _complete(samples.read(plain))
    fault = next((note.removeprefix(_FAULT) for note in message.notes if note.startswith(_FAULT)), "")
    kept = (note for note in message.notes if not note.startswith(_FAULT))
    if message.kind == "fragment" and "\n\n" in message.text and message.format:
        notes = (*notes, "no start line")
    return GuideMessage(
        path, edition, code.line, message.kind, message.format, message.text, code.text, section,
        (*code.notes, *notes, *kept), fault,
    )  # fmt: skip


def _head(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what confuses its head: a start line given again, dots for headers left out."""
    lines = text.strip("\n").split("\n")
    if not _START.match(lines[0]):
        return text, ()
    ends = (index for index, line in enumerate(lines) if line.lstrip().startswith(("{", "<", "--")))
    body = next(ends, len(lines))
    again = max((index for index in range(1, body) if lines[index] == lines[0]), default=0)
    head = [line for line in lines[again:body] if not _DOTS.fullmatch(line.strip())]
    notes = ("start line given again",) if again else ()
    if len(head) < body - again:
        notes = (*notes, "elided headers")
    unfolded = _unfold(head)
    if unfolded != head:
        notes = (*notes, "cookie on two lines")
    return "\n".join([*unfolded, *lines[body:]]), notes


def _unfold(head: list[str]) -> list[str]:
    """Attributes of a cookie that stand on a line of their own, put where they belong."""
    lines: list[str] = []
    for line in head:
        if line.strip() == "HttpOnly" and lines:
            while len(lines) > 1 and not lines[-1].strip():
                lines.pop()
            lines[-1] = f"{lines[-1].rstrip()} HttpOnly"
        else:
            lines.append(line)
    return lines


def _complete(message: samples.DecodedMessage) -> samples.DecodedMessage:
    """The message with gaps in its JSON closed, if that makes it parse."""
    faults = [note for note in message.notes if note.startswith(_FAULT)]
    head, _, body = (
        message.text.partition("\n\n") if message.kind in ("request", "response") else ("", "", message.text)
    )
    if not faults or not body.lstrip().startswith(("{", '"')):
        return message
    whole = restore(body)
    if whole.fault:
        return message
    again = samples.read(f"{head}\n\n{whole.text}" if head else whole.text)
    kept = (note for note in message.notes if note not in faults)
    return samples.DecodedMessage(again.kind, again.format, again.text, (*kept, *whole.notes))
