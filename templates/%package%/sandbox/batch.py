"""Several requests in one: each is answered as if it had come alone, in the order of the request."""

from __future__ import annotations

import re
from itertools import pairwise
from uuid import uuid4

from .._runtime.calls.results import EventPageResult, Media
from .backend import SandboxBackend
from .catalogue import catalogue
from .context import RequestContext
from .faults import OF_PARTS, Fault, refusal
from .handlers import handles, role
from .http_messages import HttpError, HttpRequest, HttpResponse, LongPoll
from .rewrite_links import with_rewritten_links

_BOUNDARY = re.compile(r"""boundary=(?:"([^"]+)"|([^\s";,]+))""", re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LONG = 12
"""Digits that no length of a body has."""


@handles(role("batch"), "POST")
def batch(context: RequestContext) -> HttpResponse:
    """None of them runs where there are too many."""
    found = _BOUNDARY.search(context.request.headers.get("content-type", ""))
    if context.request.media_type != "multipart/batching" or found is None:
        raise HttpError(415, "UnsupportedMediaType", message="expected multipart/batching with a boundary")
    request = [
        _asked(part, context.request) for part in _parts(context.request.content, (found[1] or found[2]).encode())
    ]
    limit = context.backend.settings.batch_limit
    if len(request) > limit:
        raise HttpError(429, "TooManyRequests", message=f"more than {limit} requests", headers={"retry-after": "0"})
    boundary = uuid4().hex
    parts = [_part(context, one) for one in request]
    content = (
        b"".join(b"--%b\r\n%b\r\n" % (boundary.encode(), part) for part in parts) + b"--%b--\r\n" % boundary.encode()
    )
    return HttpResponse(content=content, headers={"content-type": f'multipart/batching; boundary="{boundary}"'})


def _parts(content: bytes, boundary: bytes) -> list[bytes]:
    marks = list(re.finditer(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)", content))
    if not marks or not marks[-1][1]:
        raise HttpError(400, "BadRequest", "DeserializationFailure", "the last part does not end")
    return [content[one.end() : two.start()] for one, two in pairwise(marks)]


def _asked(part: bytes, around: HttpRequest) -> HttpRequest:
    """One of the requests; the outer one's sign-in counts for it."""
    _, head, content = [*_HEAD_END.split(part, maxsplit=2), b"", b""][:3]
    start, *lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    pieces = start.split(" ")
    if len(pieces) != 3:
        raise HttpError(400, "BadRequest", "DeserializationFailure", "a part is no HTTP request")
    fields = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if ":" in line)
    }
    fields.setdefault("authorization", around.headers.get("authorization", ""))
    length = fields.get("content-length", "")
    body = content[: int(length)] if length.isdecimal() and len(length) < _LONG else content
    return HttpRequest(pieces[0], around.base, _target(pieces[1], around.base), fields, body)


def _target(address: str, base: str) -> str:
    """Path and query of a part, which is for this host."""
    there = address.removeprefix(base) if address.lower().startswith(("http://", "https://")) else address
    if not there.startswith("/") or not there.isascii():
        raise HttpError(400, "BadRequest", "DeserializationFailure", f"a part is for {base} only")
    return there


def _part(context: RequestContext, request: HttpRequest) -> bytes:
    """One of the answers."""
    from .dispatch import rendered

    backend = context.backend
    backend.requests.append(request)
    try:
        found: HttpResponse | HttpError = _found(backend, request, backend.faults.due(request, OF_PARTS))
    except HttpError as error:
        found = error
    status, headers, content = rendered(request, found)
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    head = f"Content-Type: application/http; msgtype=response\r\n\r\nHTTP/1.1 {status} \r\n{lines}\r\n"
    return head.encode("latin-1") + content


def _check_kind(request: HttpRequest) -> None:
    """A batch holds no batch, nothing such as a photo, and nothing that waits."""
    for page in catalogue().at(request.path.rstrip("/")):
        operation = page.operation(request.method)
        if operation is not None and isinstance(operation.returns, Media | EventPageResult):
            raise HttpError(400, "BadRequest", message="a batch holds no such request")


def _found(backend: SandboxBackend, request: HttpRequest, fault: Fault | None) -> HttpResponse | HttpError:
    """The answer, or what goes wrong with it."""
    from .dispatch import handle, lose

    _check_kind(request)
    instead = refusal(fault) if fault else None
    if fault is None or instead is not None:
        found = instead or handle(backend, request)
    else:
        lose(backend, request, fault)
        answer = handle(backend, request)
        found = with_rewritten_links(fault, answer) if isinstance(answer, HttpResponse) else answer
    assert not isinstance(found, LongPoll)
    return found
