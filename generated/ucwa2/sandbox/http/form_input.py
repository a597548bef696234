"""Forms in the bodies of requests: encoded like a query, or in several parts."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from urllib.parse import parse_qs

from .messages import HttpRequest


def form(request: HttpRequest) -> dict[str, str]:
    """The fields of a form by name; of fields with the same name the first. Empty if it cannot be read."""
    if request.media_type == "multipart/form-data":
        return _parts(request)
    found = parse_qs(request.content.decode("utf-8", "replace"))
    return {name: values[0] for name, values in found.items()}


def _parts(request: HttpRequest) -> dict[str, str]:
    kind = request.headers.get("content-type", "").encode("latin-1", "replace")
    whole = message_from_bytes(b"Content-Type: %b\r\n\r\n%b" % (kind, request.content))
    found: dict[str, str] = {}
    for part in whole.get_payload() if whole.is_multipart() else ():
        name = part.get_param("name", header="content-disposition") if isinstance(part, Message) else None
        if isinstance(name, str) and isinstance(part, Message):
            content = part.get_payload(decode=True)
            found.setdefault(name, content.decode("utf-8", "replace") if isinstance(content, bytes) else "")
    return found
