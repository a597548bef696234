"""Decodes a body: the format by its media type, the class by its rel."""

from __future__ import annotations

from collections.abc import Mapping

from ..base.arguments import check_kind_if_given
from ..base.errors import DecodeError
from ..base.registry import index
from ..base.typing_shim import TYPE_CHECKING, Any
from ..http.documents import Document
from ..http.messages import media_type
from ..states.format_json import JSON
from ..states.parse import check_size, parse_json, parse_large, parse_xml, refuse_ambiguous, unexpected, xml_state
from ..states.state import State, state_class
from ..states.wire_format import Context
from .error_body import ErrorBody

if TYPE_CHECKING:
    from .events import EventPage

_POINTERS = frozenset({"self", "next", "resume", "resync"})
_HTML = (b"<!doctype html", b"<html")
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_BLANK = b"\xef\xbb\xbf \t\r\n"
_HEAD = 1024
"""Bytes within which a document shows what it is."""
_OPEN_TYPES = ("", "application/octet-stream", "text/plain")


def decode(
    data: bytes | str, content_type: str | None = None, *, strict: bool = False, base: str | None = None
) -> State | EventPage | ErrorBody | Document:
    """Decode a body. Raises ``DecodeError`` for one that cannot be read.

    - data: the body, as bytes or text
    - content_type: its media type; without one the body shows its format
    - strict: refuse repeated members, of which otherwise the last one wins, content of XML that no value holds, and events
      that cannot be read
    - base: the address of the response, against which relative hrefs resolve
    """
    check_kind_if_given(content_type, str, "content_type", "the media type as a text")
    check_kind_if_given(base, str, "base", "the address as a text")
    return read(data, content_type, strict=strict, base=base)


def read(
    data: bytes | str,
    content_type: str | None = None,
    *,
    strict: bool = False,
    base: str | None = None,
    whole: int | None = None,
) -> State | EventPage | ErrorBody | Document:
    """As ``decode``; ``whole`` is the size of the message of which the data are a part."""
    check_size(data)
    found: State | EventPage | ErrorBody | Document
    if format_of(data, content_type) == "xml":
        found = _from_xml(data, content_type, strict, base)
    else:
        found = _from_json(data, content_type, strict, base, whole)
    return found


def format_of(data: bytes | str, content_type: str | None) -> str:
    """``json`` or ``xml``: by the media type, or else by the first character."""
    kind = media_type(content_type)[0]
    if kind.endswith(("/json", "+json")):
        return "json"
    if kind.endswith(("/xml", "+xml")) and kind != "application/xhtml+xml":
        return "xml"
    head = data[:_HEAD]
    start = (head.encode(errors="replace") if isinstance(head, str) else bytes(head)).lstrip(_BLANK)
    if kind not in _OPEN_TYPES or is_html(start, kind):
        raise DecodeError(f"`{kind or 'text/html'}` is neither JSON nor XML")
    if start[:1] in (b"{", b"["):
        return "json"
    if start[:1] in (b"<", b"\xff", b"\xfe", b"\0"):
        return "xml"
    raise DecodeError("neither JSON nor XML", position=0, excerpt=start[:24].decode(errors="replace"))


def is_html(start: bytes, content_type: str | None) -> bool:
    """Whether a body is a web page: by its media type, or else by its first characters."""
    kind = media_type(content_type)[0]
    return kind in _HTML_TYPES or (kind in _OPEN_TYPES and _root_at(start[:_HEAD]).lower().startswith(_HTML))


def _root_at(start: bytes) -> bytes:
    """What follows white space, comments and declarations at the start of a document."""
    rest = start.lstrip(_BLANK)
    while rest.startswith((b"<!--", b"<?")):
        rest = rest.partition(b"-->" if rest.startswith(b"<!--") else b"?>")[2].lstrip(_BLANK)
    return rest


def page(data: bytes, content_type: str | None, form: str, base: str | None) -> EventPage:
    """Decode an answer of the event channel."""
    from .event_reader import from_json, from_xml

    check_size(data)
    charset = media_type(content_type)[1]
    if form == "json":
        body = parse_json(data, charset, strict=False)
        if not isinstance(body, dict):
            raise DecodeError("expected an object")
        _check_page(body.get("rel"))
        return from_json(body, base)
    root, known, name = parse_xml(data, charset)
    if known is None or name not in (index().roots.events, index().roots.resource):
        raise unexpected(root, known, f"an `{index().roots.events}` element")
    _check_page(root.get("rel"))
    return from_xml(root, known, base)


def _check_page(rel: object) -> None:
    """Refuse a state of a documented resource where a page of events is due."""
    if isinstance(rel, str) and rel in index().states and rel != index().roles.get("events"):
        raise DecodeError(f"expected a page of events, found `{rel}`")


def error_body(data: bytes, content_type: str | None) -> ErrorBody | None:
    """Decode the body of an error; None for any other body."""
    check_size(data)
    charset = media_type(content_type)[1]
    if format_of(data, content_type) == "json":
        body = parse_json(data, charset, strict=False)
        return ErrorBody.of_json(body) if isinstance(body, dict) and "code" in body else None
    root, _, name = parse_xml(data, charset)
    return ErrorBody.of_xml(root) if name == index().roots.error or root.find("{*}code") is not None else None


def is_page(body: Mapping[str, Any]) -> bool:
    """Whether an object is a page of events in an unexpected place: it has senders, or only links of the channel."""
    if "rel" in body:
        return "sender" in body and body["rel"] == index().roles.get("events")
    links = body.get("_links")
    return "sender" in body or (
        len(body) == 1 and isinstance(links, dict) and links.keys() <= _POINTERS and len(links) > ("self" in links)
    )


def _from_json(data: bytes | str, content_type: str | None, strict: bool, base: str | None, whole: int | None) -> Any:
    body = parse_large(data, media_type(content_type)[1], strict, whole)
    if isinstance(body, dict):
        rel = body.get("rel")
        if is_page(body):
            from .event_reader import from_json

            return from_json(body, base).checked(strict)
        if rel is None and "_links" not in body and isinstance(body.get("code"), str):
            return ErrorBody.of_json(body)
        if isinstance(rel, str) or "_links" in body or "_embedded" in body:
            return state_class(rel)._make(body, Context(JSON, base))
    return Document(data.encode() if isinstance(data, str) else data, content_type or "application/json")


def _from_xml(data: bytes | str, content_type: str | None, strict: bool, base: str | None) -> Any:
    if not index().xml_types:
        return _document(data, content_type)
    root, form, name = parse_xml(data, media_type(content_type)[1])
    roots = index().roots
    if form is not None and name == roots.error:
        return ErrorBody.of_xml(root)
    if form is not None and name == roots.events:
        from .event_reader import from_xml

        page = from_xml(root, form, base).checked(strict)
        for state in page._states() if strict else ():
            refuse_ambiguous(state)
        return page
    if form is not None and name in (roots.resource, roots.input):
        kind = state_class(form.values(root).get("rel"), root.get("rel"))
        return xml_state(kind, root, Context(form, base), strict)
    return _document(data, content_type)


def _document(data: bytes | str, content_type: str | None) -> Document:
    return Document(data.encode() if isinstance(data, str) else data, content_type or "application/xml")
