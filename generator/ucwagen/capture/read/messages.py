"""A documented HTTP message or event as it was meant: start line, headers, blank line, body, with line feeds.

The method is in capitals and the page's indentation is gone; values stay as they stand on the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ucwagen.capture.read.bodies import Body, decode, unescape, unescape_markup

Kind = Literal["request", "response", "event", "fragment"]
Format = Literal["json", "xml"]

_REQUEST = re.compile(r"^(get|head|post|put|patch|delete|options) +(\S.*?)( +HTTP/\d(?:\.\d)?)?$", re.IGNORECASE)
_STATUS = re.compile(r"^HTTP/\d(?:\.\d)? +\d{3}\b", re.IGNORECASE)
_HEADER = re.compile(r"^([A-Za-z][\w-]*) ?: ?(\S.*)?$")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_BOUNDARY = re.compile(r"^--(\S+?)(?:--)?$")
_FORMAT = re.compile(r"\b(json|xml)\b", re.IGNORECASE)
_MEDIA = re.compile(r"^(?:content-type): *([\w.+-]+/[\w.+-]+)", re.IGNORECASE)
_LENGTH = re.compile(r"^content-length: *(\d+)", re.IGNORECASE)
FORM = "application/x-www-form-urlencoded"
_STRUCTURED = re.compile(r"[/+](json|xml)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DecodedMessage:
    """What ``read`` makes of a sample. ``format`` is None where the message itself does not tell."""

    kind: Kind
    format: Format | None
    text: str
    notes: tuple[str, ...] = ()


def read(raw: str) -> DecodedMessage:
    """The message in ``raw``, which may be escaped, indented, and without its blank line."""
    lines = _outdent(raw.replace("\r\n", "\n").strip("\n").rstrip().split("\n"))
    start = _start_line(lines[0])
    if start is None:
        return _headless(lines)
    head, rest = _split(lines[1:])
    body, notes = _body(rest, head)
    kind: Kind = "response" if _STATUS.match(start) else "request"
    escaped = ("head escaped",) if any(unescape(line) != line for line in lines[: len(head) + 1]) else ()
    notes = (*escaped, *notes, *_missing(start, head, body))
    return DecodedMessage(kind, _format(head, body), _join([start, *head], body), notes)


def _join(head: Sequence[str], body: str) -> str:
    return "\n".join(head) + (f"\n\n{body}" if body else "")


def _outdent(lines: Sequence[str]) -> list[str]:
    """The lines without the indentation of the first; body lines often have less or none of it."""
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    if not indent:
        return [line.rstrip() for line in lines]
    mark = re.compile(f"^{indent[0]}{{1,{len(indent)}}}" if set(indent) == {indent[0]} else re.escape(indent))
    return [mark.sub("", line).rstrip() for line in lines]


def _start_line(line: str) -> str | None:
    line = unescape(unescape(line)).strip()
    if _STATUS.match(line):
        return line
    request = _REQUEST.match(line)
    return f"{request[1].upper()} {request[2]}{request[3] or ''}" if request else None


def _split(lines: Sequence[str]) -> tuple[tuple[str, ...], Sequence[str]]:
    """The headers, put into ``Name: value``, and the lines after them."""
    head: list[str] = []
    for index, line in enumerate(lines):
        match = _HEADER.match(unescape(unescape(line)).strip())
        if match is None or (match[1].lower() == "v" and not head):
            return tuple(head), lines[index:]
        head.append(f"{match[1]}: {(match[2] or '').strip()}".rstrip())
    return tuple(head), ()


def _headless(lines: Sequence[str]) -> DecodedMessage:
    """A body alone: an event, or a message whose start line is not on the page."""
    head, rest = _split(lines)
    if len(head) > 1 and rest:
        plain, undone = _body(rest, head)
        return DecodedMessage("fragment", _format(head, plain), _join(head, plain), undone)
    body = decode("\n".join(lines))
    notes = (*body.notes, *_fault(body))
    found: Format | None = {"{": "json", "<": "xml"}.get(body.text.lstrip()[:1])  # type: ignore[assignment]
    event = found == "json" and '"sender"' in body.text and '"events"' in body.text
    return DecodedMessage("event" if event else "fragment", None if body.fault else found, body.text, notes)


def _fault(body: Body) -> tuple[str, ...]:
    return (f"does not parse: {body.fault}",) if body.fault else ()


def _body(lines: Sequence[str], head: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    text = "\n".join(lines).strip("\n").rstrip()
    media = _media(head)
    if not text:
        return "", ()
    if media.startswith("multipart/") or text.startswith("--"):
        return _multipart(text)
    if media == FORM:
        plain = unescape(text)
        return plain, ("escaped once",) if plain != text else ()
    if media and not _STRUCTURED.search(media) and not text.startswith(("{", "<?xml")):
        plain, notes = unescape_markup(text)
        return plain, (*notes, "SDP on one line") if text.startswith("v=") and "\n" not in text else notes
    body = decode(text)
    return body.text, (*body.notes, *_fault(body))


def _media(head: Sequence[str]) -> str:
    return next((match[1].lower() for line in head if (match := _MEDIA.match(line))), "")


def _multipart(text: str) -> tuple[str, tuple[str, ...]]:
    """Parts with line ends restored; their spaces are values, and stay."""
    markup, notes = unescape_markup(text)
    plain = _BREAK.sub("\n", markup)
    notes = (*notes, "`<BR>` for line end") if plain != markup else notes
    boundaries = [match[1] for line in plain.split("\n") if (match := _BOUNDARY.match(line.strip()))]
    closed = boundaries and f"--{boundaries[0]}--" in plain and len(set(boundaries)) == 1
    return plain, notes if closed else (*notes, "does not parse: multipart: no closing boundary")


def _format(head: Sequence[str], body: str) -> Format | None:
    """The format that the body shows or, without one, the headers name."""
    first = body.lstrip()
    if first.startswith(("{", "[")):
        return "json"
    if first.startswith("<?xml") or re.match(r"<(resource|input|reason)\b", first):
        return "xml"
    named = _FORMAT.findall("\n".join([*head, *(body.split("\n") if body.startswith("--") else ())]).lower())
    return ("json" if "json" in named else "xml") if named else None


def _missing(start: str, head: Sequence[str], body: str) -> tuple[str, ...]:
    """A body that the start line or Content-Length promise, and the page does not show."""
    if body:
        return ()
    length = next((int(match[1]) for line in head if (match := _LENGTH.match(line))), 0)
    if length:
        return (f"no body, though Content-Length is {length}",)
    return ("no body, though the status is 200",) if re.search(r" 200\b", start) and _STATUS.match(start) else ()
