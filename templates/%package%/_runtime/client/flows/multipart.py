"""``multipart/batching``: writes requests as one body, and reads the answers from one body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from os import urandom
from urllib.parse import quote, urlsplit

from ...base.errors import DecodeError
from ...http.messages import Request, Response, check_header, check_href, check_method
from ..session.origin import origin

TYPE = "multipart/batching"
_BOUNDARY = re.compile(r"""boundary=(?:"([^"]+)"|([^\s";,]+))""", re.IGNORECASE)
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t][^\n]*)?\r?\n")
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


def read(content: bytes, content_type: str | None) -> list[Response]:
    """The answers in order. Raises ``DecodeError`` for another kind of body, or a truncated one."""
    found = _BOUNDARY.search(content_type or "")
    if found is None or not (content_type or "").strip().lower().startswith(TYPE):
        raise DecodeError(f"expected `{TYPE}` with a boundary")
    boundary = re.escape((found[1] or found[2]).encode())
    marks = list(re.finditer(rb"(?:\A|\r?\n)--" + boundary + rb"(--)?[ \t]*(?:\r?\n|\Z)", content))
    if not marks or not marks[-1][1]:
        raise DecodeError("the last part does not end", position=len(content))
    return list(_responses(content, marks))


def _responses(content: bytes, marks: Sequence[re.Match[bytes]]) -> Iterator[Response]:
    for start, end in pairwise(marks):
        if start[1]:
            return
        yield _response(content[start.end() : end.start()], start.end())


def _response(part: bytes, at: int) -> Response:
    head = _HEAD_END.search(part)
    inner = part[head.end() :] if head else part
    status = _STATUS.match(inner)
    if status is None:
        raise DecodeError("a part is no HTTP response", position=at)
    rest = inner[status.end() :]
    fields, body = _fields_and_body(rest)
    return Response(int(status[1]), fields, body)


def _fields_and_body(rest: bytes) -> tuple[dict[str, str], bytes]:
    end = _HEAD_END.search(rest)
    head, body = (rest[: end.start()], rest[end.end() :]) if end else (rest, b"")
    lines = re.split(rb"\r?\n", head)
    pairs = (line.partition(b":") for line in lines if b":" in line)
    return {name.decode("latin-1").strip(): value.decode("latin-1").strip() for name, _, value in pairs}, body
