"""The results of operations, read from responses: the content decides, not the status."""

from __future__ import annotations

from ..base.errors import DecodeError
from ..base.registry import load
from ..base.typing_shim import TYPE_CHECKING, Any
from ..http.documents import Content, Document
from ..http.messages import media_type
from ..reading.decode import is_html, page, read
from ..requests.contracts import Returns
from ..states.format_json import JSON
from ..states.link import Link
from ..states.parse import state_from_json, state_from_xml
from ..states.state import State
from ..states.wire_format import Context
from .answers import NO_CONTENT, base, check_media, check_rel, form, message, nothing, says_message, unusable

if TYPE_CHECKING:
    from ..http.messages import Response
    from ..requests.call import Call

_READS = ("GET", "HEAD")


class Nothing(Returns):
    """No content."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> Any:
        """The result of a successful response; None if it has none. Content that is no message is not an answer of the API."""
        message(response, call)
        return None


class Representation(Returns):
    """A state. If only the address of a changed one arrived, it has only that; None if the status says that there is no content."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def read(self, response: Response, call: Call[Any]) -> Any:
        return _state(load(self.path), response, call) if response.content else self._at(response, call)

    def _at(self, response: Response, call: Call[Any]) -> Any:
        href, etag = (response.headers.get(name) for name in ("location", "etag"))
        kind: type[State] = load(self.path)
        if not href or (call.method in _READS and response.status_code not in NO_CONTENT):
            return nothing(response, call, kind._rel)
        return kind._make({"_links": {"self": {"href": href}}}, Context(JSON, base(response, call), etag))


class Another(Returns):
    """Another version of a known state."""

    __slots__ = ("kind",)

    def __init__(self, kind: type[State]) -> None:
        self.kind = kind

    def read(self, response: Response, call: Call[Any]) -> Any:
        return _state(self.kind, response, call) if response.content else nothing(response, call, self.kind._rel)


class CreatedLink(Returns):
    """A link to the created resource; from the self link, if a body arrived instead."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def read(self, response: Response, call: Call[Any]) -> Any:
        kind: type[Link] = load(self.path)
        found = message(response, call, kind._rel)
        href = response.headers.get("location") or (found.href if isinstance(found, State) else None)
        return kind(href, base=base(response, call)) if href else None


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
            raise unusable(response, call)
        check_media(response, call, self.media_type)
        if response.content or (response.status_code not in NO_CONTENT and self.media_type.startswith("text/")):
            return Content(response.content, kind, fields.get("etag"))
        return nothing(response, call, self.media_type)


class ResponseHeaders(Returns):
    """The headers of the response. Those of a web page are not an answer of the API."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> Any:
        if is_html(b"", response.headers.get("content-type")):
            raise unusable(response, call)
        return response.headers


class EventPageResult(Returns):
    """A page of events."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> Any:
        if not response.content:
            return None
        return page(response.content, response.headers.get("content-type"), form(response, call), base(response, call))


class Other(Returns):
    """A document of another vocabulary."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> Any:
        if not response.content:
            return None
        form(response, call)
        fields = response.headers
        return Document(response.content, fields.get("content-type"), fields.get("etag"))


class Anything(Returns):
    """Any result: a state, an event page, a document, content, a link to the created resource, or nothing.

    A web page is one only where it was asked for: by the header ``Accept``, or by the documented media type, as ``takes_pages`` says.
    """

    __slots__ = ("takes_pages",)

    def __init__(self, takes_pages: bool = False) -> None:
        self.takes_pages = takes_pages

    def read(self, response: Response, call: Call[Any]) -> Any:
        kind = response.headers.get("content-type")
        if is_html(response.content, kind) and not (self.takes_pages or _asks_for_pages(call)):
            raise unusable(response, call)
        if not response.content:
            href = response.headers.get("location")
            return Link(href, base=base(response, call)) if href else None
        try:
            return read(response.content, kind, base=base(response, call), whole=response.whole)
        except DecodeError:
            if says_message(kind):
                raise
            return Content(response.content, kind, response.headers.get("etag"))


def _asks_for_pages(call: Call[Any]) -> bool:
    """Whether the header ``Accept`` of a call, which the caller has set, names web pages."""
    return any(name.lower() == "accept" and "html" in value.lower() for name, value in call.headers.items())


def _state(kind: type[State], response: Response, call: Call[Any]) -> State:
    make = state_from_json if form(response, call) == "json" else state_from_xml
    fields = response.headers
    charset = media_type(fields.get("content-type"))[1]
    found = make(kind, response.content, base(response, call), False, charset, fields.get("etag"), response.whole)
    check_rel(found, kind._rel, response, call)
    return found
