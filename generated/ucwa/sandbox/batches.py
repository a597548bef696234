"""Several requests in one: each is answered as if it had come alone, in the order of the request."""

from __future__ import annotations

import re
from itertools import pairwise
from uuid import uuid4

from .context import Context
from .messages import Answer, Asked, Refused
from .serving import handles

_BOUNDARY = re.compile(r"""boundary=(?:"([^"]+)"|([^\s";,]+))""", re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_NOT_HERE = ("/batch", "/events", "/photo")


@handles("batch", "POST")
def batch(context: Context) -> Answer:
    """None of them runs where there are too many."""
    found = _BOUNDARY.search(context.asked.headers.get("content-type", ""))
    if context.asked.media_type != "multipart/batching" or found is None:
        raise Refused(415, "UnsupportedMediaType", message="expected multipart/batching with a boundary")
    asked = [_asked(part, context.asked) for part in _parts(context.asked.content, (found[1] or found[2]).encode())]
    limit = context.world.settings.batch_limit
    if len(asked) > limit:
        raise Refused(429, "TooManyRequests", message=f"more than {limit} requests", headers={"retry-after": "0"})
    boundary = uuid4().hex
    parts = [_part(context, one) for one in asked]
    content = (
        b"".join(b"--%b\r\n%b\r\n" % (boundary.encode(), part) for part in parts) + b"--%b--\r\n" % boundary.encode()
    )
    return Answer(content=content, headers={"content-type": f'multipart/batching; boundary="{boundary}"'})


def _parts(content: bytes, boundary: bytes) -> list[bytes]:
    marks = list(re.finditer(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)", content))
    if not marks or not marks[-1][1]:
        raise Refused(400, "BadRequest", "DeserializationFailure", "the last part does not end")
    return [content[one.end() : two.start()] for one, two in pairwise(marks)]


def _asked(part: bytes, around: Asked) -> Asked:
    """One of the requests; the outer one's sign-in counts for it."""
    _, head, content = [*_HEAD_END.split(part, maxsplit=2), b"", b""][:3]
    start, *lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    pieces = start.split(" ")
    if len(pieces) != 3:
        raise Refused(400, "BadRequest", "DeserializationFailure", "a part is no HTTP request")
    fields = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if ":" in line)
    }
    fields.setdefault("authorization", around.headers.get("authorization", ""))
    length = fields.get("content-length", "")
    body = content[: int(length)] if length.isdigit() else content
    return Asked(pieces[0], around.base, pieces[1], fields, body)


def _part(context: Context, asked: Asked) -> bytes:
    """One of the answers."""
    from .server import Pending, handle, rendered

    try:
        if asked.path.endswith(_NOT_HERE):
            raise Refused(400, "BadRequest", message="a batch holds no such request")
        found: Answer | Refused | Pending = handle(context.world, asked)
    except Refused as refused:
        found = refused
    assert not isinstance(found, Pending)
    status, headers, content = rendered(asked, found)
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"Content-Type: application/http; msgtype=response\r\n\r\nHTTP/1.1 {status} \r\n{lines}\r\n"
    return head.encode("latin-1") + content
