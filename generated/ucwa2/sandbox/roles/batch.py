"""The role of batches: several requests in one, each carried out as if it had come alone, in their order."""

from __future__ import annotations

import re
from itertools import pairwise
from uuid import uuid4

from ..._runtime.calls.results import EventPageResult, Media
from ..handlers.context import RequestContext
from ..handlers.registry import handles_role
from ..handlers.rewrite_links import with_rewritten_links
from ..http.error_table import phrase, subcode_of
from ..http.formats import rendered
from ..http.messages import HttpError, HttpRequest, HttpResponse, header_name
from ..pages.catalogue import catalogue
from ..state.backend import LongPoll
from ..state.faults import Fault, apply_effect, refusal

_BOUNDARY = re.compile(r"""boundary=(?:"([^"]+)"|([^\s";,]+))""", re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LONG = 12
"""More digits than the length of a body can have."""


@handles_role("batch", "POST")
def batch(context: RequestContext) -> HttpResponse:
    """Carry out all requests of a batch; a batch with too many is refused as a whole."""
    found = _BOUNDARY.search(context.request.headers.get("content-type", ""))
    if context.request.media_type != "multipart/batching" or found is None:
        raise HttpError(415, message="expected multipart/batching with a boundary")
    parts = _parts(context.request.content, (found[1] or found[2]).encode())
    requests = [_request_of(part, context.request) for part in parts]
    limit = context.backend.settings.batch_limit
    if len(requests) > limit:
        raise HttpError(429, message=f"more than {limit} requests", headers={"retry-after": "0"})
    boundary = uuid4().hex
    answered = [_part(context, request) for request in requests]
    content = b"".join(b"--%b\r\n%b\r\n" % (boundary.encode(), part) for part in answered)
    content += b"--%b--\r\n" % boundary.encode()
    return HttpResponse(content=content, headers={"content-type": f'multipart/batching; boundary="{boundary}"'})


def _parts(content: bytes, boundary: bytes) -> list[bytes]:
    marks = list(re.finditer(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)", content))
    if not marks or not marks[-1][1]:
        raise HttpError(400, None, subcode_of("body"), "the last part does not end")
    return [content[one.end() : two.start()] for one, two in pairwise(marks)]


def _request_of(part: bytes, around: HttpRequest) -> HttpRequest:
    """One of the requests; without credentials of its own it has those of the batch."""
    _, head, content = [*_HEAD_END.split(part, maxsplit=2), b"", b""][:3]
    start, *lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    pieces = start.split(" ")
    if len(pieces) != 3:
        raise HttpError(400, None, subcode_of("body"), "a part is not an HTTP request")
    fields = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if ":" in line)
    }
    fields.setdefault("authorization", around.headers.get("authorization", ""))
    length = fields.get("content-length", "")
    body = content[: int(length)] if length.isdecimal() and len(length) < _LONG else content
    return HttpRequest(pieces[0], around.base, _target(pieces[1], around.base), fields, body)


def _target(address: str, base: str) -> str:
    """Path and query of a part, which must be for this host."""
    there = address.removeprefix(base) if address.lower().startswith(("http://", "https://")) else address
    if not there.startswith("/") or not there.isascii():
        raise HttpError(400, None, subcode_of("body"), f"a part is for {base} only")
    return there


def _part(context: RequestContext, request: HttpRequest) -> bytes:
    """The response to one of the requests."""
    context.backend.log(request)
    try:
        found: HttpResponse | HttpError = _carried_out(context, request)
    except HttpError as error:
        found = error
    status, headers, content = rendered(request, found)
    user = context.user.name
    context.backend.feed.add(
        "request", method=request.method, target=request.target, status=status, user=user, by="a batch"
    )
    lines = "".join(f"{header_name(name)}: {value}\r\n" for name, value in headers)
    start = f"HTTP/1.1 {status} {phrase(status)}"
    head = f"Content-Type: application/http; msgtype=response\r\n\r\n{start}\r\n{lines}\r\n"
    return head.encode("latin-1") + content


def _check_kind(request: HttpRequest) -> None:
    """Refuse requests that return media or events, and batches within a batch."""
    for page in catalogue().at(request.path.rstrip("/")):
        operation = page.operation(request.method)
        if operation is not None and isinstance(operation.returns, Media | EventPageResult):
            raise HttpError(400, message="a batch cannot hold this request")


def _carried_out(context: RequestContext, request: HttpRequest) -> HttpResponse | HttpError:
    """The response to one of the requests, or the fault that hits it."""
    backend = context.backend
    fault = backend.faults.due(request, in_batch=True)
    _check_kind(request)
    instead = refusal(fault) if fault else None
    if instead is not None:
        return instead
    if fault is not None:
        apply_effect(backend, request, fault)
    return _rewritten(fault, context.dispatch(backend, request))


def _rewritten(fault: Fault | None, found: HttpResponse | LongPoll) -> HttpResponse:
    if isinstance(found, LongPoll):
        raise HttpError(400, message="a batch cannot hold this request")
    return with_rewritten_links(fault, found) if fault else found
