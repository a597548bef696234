"""The results of operations, read from responses: the content decides, not the status."""

from __future__ import annotations

from ..base.errors import DecodeError
from ..base.registry import index, load
from ..base.typing_shim import TYPE_CHECKING, Any
from ..http.documents import Content, Document
from ..http.messages import media_type
from ..reading.decode import decode, format_of, is_html, page, read
from ..requests.contracts import Returns
from ..states.format_json import JSON
from ..states.link import Link
from ..states.parse import state_from_json, state_from_xml
from ..states.state import State
from ..states.wire_format import Context
from .errors import TransportError

if TYPE_CHECKING:
    from ..http.messages import Response
    from ..requests.call import Call

_NO_CONTENT = (204, 205)


class Nothing(Returns):
    """No content."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> Any:
        """The result of a successful response; None if it has none. Content that is no message is not an answer of the API."""
        if response.content and not response.content.isspace():
            _form(response, call)
        return None


class Representation(Returns):
    """A state. If only its address arrived, the state has only that; None if the status says that there is no content."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def read(self, response: Response, call: Call[Any]) -> Any:
        return _state(load(self.path), response, call) if response.content else self._at(response, call)

    def _at(self, response: Response, call: Call[Any]) -> Any:
        href, etag = (response.headers.get(name) for name in ("location", "etag"))
        kind: type[State] = load(self.path)
        if not href:
            return _nothing(response, call, kind._rel)
        return kind._make({"_links": {"self": {"href": href}}}, Context(JSON, _base(response, call), etag))


class Another(Returns):
    """Another version of a known state."""

    __slots__ = ("kind",)

    def __init__(self, kind: type[State]) -> None:
        self.kind = kind

    def read(self, response: Response, call: Call[Any]) -> Any:
        return _state(self.kind, response, call) if response.content else _nothing(response, call, self.kind._rel)


class CreatedLink(Returns):
    """A link to the created resource; from the self link, if a body arrived instead."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def read(self, response: Response, call: Call[Any]) -> Any:
        kind: type[Link] = load(self.path)
        href = response.headers.get("location") or _own_href(response, call, kind._rel)
        return kind(href, base=_base(response, call)) if href else None


class Media(Returns):
    """Content of a media type. A web page in its place is not an answer of the API."""

    __slots__ = ("media_type",)

    def __init__(self, media_type: str) -> None:
        self.media_type = media_type

    def accept(self, form: str) -> str:
        return self.media_type

    def read(self, response: Response, call: Call[Any]) -> Any:
        fields = response.headers
        kind = fields.get("content-type")
        if is_html(response.content, kind) and not is_html(b"", self.media_type):
            raise _unusable(response, call)
        if response.content or (response.status_code not in _NO_CONTENT and self.media_type.startswith("text/")):
            return Content(response.content, kind, fields.get("etag"))
        return _nothing(response, call, self.media_type)


class ResponseHeaders(Returns):
    """The headers of the response. Those of a web page are not an answer of the API."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> Any:
        if is_html(b"", response.headers.get("content-type")):
            raise _unusable(response, call)
        return response.headers


class EventPageResult(Returns):
    """A page of events."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> Any:
        if not response.content:
            return None
        return page(
            response.content, response.headers.get("content-type"), _form(response, call), _base(response, call)
        )


class Other(Returns):
    """A document of another vocabulary."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> Any:
        if not response.content:
            return None
        _form(response, call)
        fields = response.headers
        return Document(response.content, fields.get("content-type"), fields.get("etag"))


class Anything(Returns):
    """Any result: a state, an event page, a document, content, a link to the created resource, or nothing."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> Any:
        fields = response.headers
        try:
            if response.content:
                kind = fields.get("content-type")
                return read(response.content, kind, base=_base(response, call), whole=response.whole)
        except DecodeError:
            return Content(response.content, fields.get("content-type"), fields.get("etag"))
        href = fields.get("location")
        return Link(href, base=_base(response, call)) if href else None


def _state(kind: type[State], response: Response, call: Call[Any]) -> State:
    make = state_from_json if _form(response, call) == "json" else state_from_xml
    fields = response.headers
    charset = media_type(fields.get("content-type"))[1]
    found = make(kind, response.content, _base(response, call), False, charset, fields.get("etag"), response.whole)
    _check_rel(found, kind._rel, response, call)
    return found


def _check_rel(found: State, asked: str | None, response: Response, call: Call[Any]) -> None:
    """Refuse a state of another documented resource than the one that was asked for; other names of that one are good.

    It answers another request, or comes from another place.
    """
    rel = found.rel
    if rel == asked or rel is None or asked is None:
        return
    known = index()
    kind = known.states.get(rel)
    if kind is not None and kind != known.states.get(asked) and rel not in known.aliases.get(asked, ()):
        text = f"{call.method} {call.path} was answered with `{rel}`, where `{asked}` is due"
        raise TransportError(text, response=response, call=call)


def _nothing(response: Response, call: Call[Any], due: str | None) -> None:
    """No result, if the status says that there is no content; under another status an empty body is no answer."""
    status = response.status_code
    if status not in _NO_CONTENT:
        text = f"{call.method} {call.path} was answered with {status} and no content, where `{due}` is due"
        raise TransportError(text, response=response, call=call)


def _own_href(response: Response, call: Call[Any], asked: str | None) -> str | None:
    """The self link of the body, if there is one."""
    if not response.content:
        return None
    _form(response, call)
    found = decode(response.content, response.headers.get("content-type"))
    if not isinstance(found, State):
        return None
    _check_rel(found, asked, response, call)
    return found.href


def _base(response: Response, call: Call[Any]) -> str:
    return response.url or call.url


def _form(response: Response, call: Call[Any]) -> str:
    """The format of the body. Any other content is not an answer of the API."""
    try:
        return format_of(response.content, response.headers.get("content-type"))
    except DecodeError:
        raise _unusable(response, call) from None


def _unusable(response: Response, call: Call[Any]) -> TransportError:
    kind = response.headers.get("content-type") or "something that says not what it is"
    return TransportError(
        f"{call.method} {call.path} was answered with {kind}, which is no message", response=response, call=call
    )
