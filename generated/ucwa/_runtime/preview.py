"""A request as text, for people: the body in lines, and nothing that is nobody's business."""

from __future__ import annotations

from .http import shown
from .privacy import hide
from .typed import TYPE_CHECKING

if TYPE_CHECKING:
    from .http import Request


def preview(request: Request) -> str:
    """The HTTP message."""
    from urllib.parse import urlsplit

    parts = urlsplit(request.url)
    target = request.url[len(f"{parts.scheme}://{parts.netloc}") :] if parts.netloc else request.url
    host = [f"Host: {parts.netloc.rpartition('@')[2]}"] if parts.netloc else []
    fields = [f"{name}: {hide(name, value)}" for name, value in request.headers.items()]
    head = [f"{request.method} {shown(target or '/', width=None)} HTTP/1.1", *host, *fields]
    return "\n".join([*head, "", _body(request)]).rstrip("\n") + "\n"


def _body(request: Request) -> str:
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip()
    if not request.content:
        return ""
    if kind.endswith("json"):
        import msgspec

        return msgspec.json.format(request.content, indent=2).decode()
    if kind.endswith("xml"):
        from lxml import etree

        root = etree.fromstring(request.content)
        etree.indent(root)
        return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}'
    try:
        return request.content.decode()
    except UnicodeDecodeError:
        return f"({len(request.content)} bytes)"
