"""``multipart/batching``: writes requests as one body, and reads the answers from one body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from os import urandom
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from ...base.errors import DecodeError
from ...http.messages import Request, Response, check_header, check_href, check_method
from ..session.origin import origin

TYPE = "multipart/batching"
_BOUNDARY = re.compile(r"""boundary=(?:"([^"]+)"|([^\s";,]+))""", re.IGNORECASE)
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t][^\n]*)?\r?\n")
_AFTER_MARK = re.compile(rb"(--)?[ \t]*(?:\r?\n|\Z)")
_LONGEST_HEADS = 64 * 1024
"""Bytes of the heads of a part."""
_STEP = 1024 * 1024
"""Bytes that are searched in one step."""

_HEAD_END = re.compile(rb"(?:\A|\r?\n)[ \t]*\r?\n")
_ADDRESS = "%/?:@!$&'()*+,;=[]"
"""Characters of addresses besides letters and digits; others are percent-encoded, as outside of batches."""
_OWN = frozenset({"host", "content-length", "transfer-encoding"})
"""Headers of the target and length of a part, which calls cannot set."""


def write(requests: Sequence[Request]) -> tuple[bytes, str]:
    """The body and its content type. The boundary occurs in none of the parts."""
    parts = [_part(request) for request in requests]
    boundary = _boundary(parts)
    mark = f"--{boundary}".encode()
    head = b"\r\nContent-Type: application/http; msgtype=request\r\n\r\n"
    body = b"".join(mark + head + part + b"\r\n" for part in parts)
    return body + mark + b"--\r\n", f'{TYPE};boundary="{boundary}"'


def _boundary(parts: Iterable[bytes]) -> str:
    while True:
        boundary = urandom(16).hex()
        if not any(boundary.encode() in part for part in parts):
            return boundary


def _part(request: Request) -> bytes:
    target = urlsplit(check_href(request.url))
    address = quote(f"{target.path or '/'}{f'?{target.query}' if target.query else ''}", safe=_ADDRESS)
    given = {name: value for name, value in request.headers.items() if name.lower() not in _OWN}
    fields = {"Host": origin(request.url).url.partition("//")[2], **given}
    if request.content:
        fields["Content-Length"] = str(len(request.content))
    for name, value in fields.items():
        check_header(name, value)
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"{check_method(request.method)} {address} HTTP/1.1\r\n{head}\r\n".encode("ascii") + request.content


def read(content: bytes, content_type: str | None, most: int | None = None) -> list[Response]:
    """The answers in order. Raises ``DecodeError`` for another kind of body, or a truncated one.

    ``most``: stop after one answer more than this number.
    """
    found = _BOUNDARY.search(content_type or "")
    if found is None or not (content_type or "").strip().lower().startswith(TYPE):
        raise DecodeError(f"expected `{TYPE}` with a boundary")
    marks = _marks(content, f"--{found[1] or found[2]}".encode())
    start = next(marks, None)
    answers: list[Response] = []
    while start is not None and not start.is_last:
        end = next(marks, None)
        if end is None:
            break
        answers.append(_response(content, start.after, end.before))
        if most is not None and len(answers) > most:
            return answers
        start = end
    if start is None or not start.is_last:
        raise DecodeError("the last part does not end", position=len(content))
    return answers


class _Mark(NamedTuple):
    """A line with the boundary: the end of the part before it, and the start of the next."""

    before: int
    after: int
    is_last: bool


def _marks(content: bytes, mark: bytes) -> Iterator[_Mark]:
    """The lines with the boundary, in one pass over the body."""
    at = _find(content, mark, 0)
    while at >= 0:
        after = _AFTER_MARK.match(content, at + len(mark))
        if after is not None and (at == 0 or content[at - 1 : at] == b"\n"):
            before = at - 1 - (content[at - 2 : at] == b"\r\n") if at else 0
            yield _Mark(before, after.end(), after[1] is not None)
            at = after.end() - len(mark)
        at = _find(content, mark, max(at, 0) + len(mark))


def _find(content: bytes, mark: bytes, at: int) -> int:
    """As ``content.find``, in steps, because each call holds the interpreter until it ends."""
    for start in range(at, len(content), _STEP):
        found = content.find(mark, start, start + _STEP + len(mark) - 1)
        if found >= 0:
            return found
    return -1


def _response(content: bytes, start: int, end: int) -> Response:
    """The answer in a part; only its heads are searched for the ends of lines, its body may be large."""
    heads = content[start : min(end, start + _LONGEST_HEADS)]
    head = _HEAD_END.search(heads)
    inner = head.end() if head else 0
    status = _STATUS.match(heads, inner)
    if status is None:
        raise DecodeError("a part is no HTTP response", position=start)
    rest = heads[status.end() :]
    last = _HEAD_END.search(rest)
    if last is None and start + len(heads) < end:
        raise DecodeError("the head of a part does not end", position=start)
    body = b"" if last is None else content[start + status.end() + last.end() : end]
    fields = _fields(rest[: last.start()] if last else rest)
    return Response(int(status[1]), fields, body, whole=len(content))


def _fields(head: bytes) -> dict[str, str]:
    pairs = (line.partition(b":") for line in re.split(rb"\r?\n", head) if b":" in line)
    return {name.decode("latin-1").strip(): value.decode("latin-1").strip() for name, _, value in pairs}
