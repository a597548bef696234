"""A request as text for display: the body in lines, with secrets redacted."""

from __future__ import annotations

from collections.abc import Callable

from ..base.errors import DecodeError
from ..base.redact import HIDDEN, hide, hide_member, is_secret, shown, without_secrets
from ..base.registry import index
from ..base.typing_shim import TYPE_CHECKING
from ..codecs.encodings import to_utf8
from ..codecs.json import parse, write
from .messages import Headers, media_type

if TYPE_CHECKING:
    from ..codecs.xml import Element
    from .messages import Request


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
    """The body in lines; unchanged if it does not match its media type."""
    kind, charset = media_type(Headers(request.headers.items()).get("Content-Type"))
    show = _shower(kind)
    if show is not None and request.content:
        try:
            return show(request.content, charset)
        except DecodeError:
            pass
    try:
        return request.content.decode()
    except UnicodeDecodeError:
        return f"({len(request.content)} bytes)"


def _shower(kind: str) -> Callable[[bytes, str | None], str] | None:
    if kind.endswith("json"):
        return _json
    if kind.endswith("xml") and index().xml_types:
        return _xml
    return _form if kind == "application/x-www-form-urlencoded" else None


def _json(content: bytes, charset: str | None) -> str:
    import msgspec

    value = without_secrets(parse(to_utf8(content, charset)))
    return msgspec.json.format(write(value), indent=2).decode()


def _xml(content: bytes, charset: str | None) -> str:
    from lxml import etree

    from ..codecs.xml import parse as parse_xml

    root = parse_xml(content, charset)
    for element in root.iter(etree.Element):
        _hide_in(element)
    etree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}'


def _hide_in(element: Element) -> None:
    """Redact secrets in the attributes of an element, and its whole content if its name is secret."""
    for name, value in element.attrib.items():
        element.set(name, hide_member(name, value))
    if is_secret(element.get("name") or str(element.tag).rpartition("}")[2]):
        del element[:]
        element.text = HIDDEN


def _form(content: bytes, charset: str | None) -> str:
    return shown(f"?{content.decode(errors='replace')}", width=None)[1:]
