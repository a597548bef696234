"""Whether an answer is one of the API: its content, and the resource that it says it is."""

from __future__ import annotations

from ..base.errors import DecodeError
from ..base.registry import index
from ..base.typing_shim import TYPE_CHECKING, Any
from ..http.documents import Document
from ..http.messages import media_type
from ..reading.decode import decode, format_of
from ..states.state import State
from .errors import TransportError

if TYPE_CHECKING:
    from ..http.messages import Response
    from ..requests.call import Call

NO_CONTENT = (204, 205)
_OPEN_TYPES = ("", "application/octet-stream")
"""Media types that say nothing of the content."""


def message(response: Response, call: Call[Any], asked: str | None = None) -> Any:
    """The content of a body that need not be there; None without any.

    Content that is no message of the API, and a state of another documented resource than ``asked``, are no answer.
    """
    if not response.content or response.content.isspace():
        return None
    kind = response.headers.get("content-type")
    is_xml = form(response, call) == "xml"
    found = decode(response.content, kind, base=base(response, call))
    if is_xml and isinstance(found, Document):
        raise unusable(response, call)
    if isinstance(found, State):
        check_rel(found, asked, response, call)
    return found


def check_media(response: Response, call: Call[Any], due: str) -> None:
    """Refuse content of quite another media type, such as a message where a photo is due."""
    found = media_type(response.headers.get("content-type"))[0]
    if response.content and found not in _OPEN_TYPES and found.partition("/")[0] != due.partition("/")[0]:
        raise unusable(response, call)


def check_rel(found: State, asked: str | None, response: Response, call: Call[Any]) -> None:
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


def nothing(response: Response, call: Call[Any], due: str | None) -> None:
    """No result, if the status says that there is no content; under another status an empty body is no answer."""
    status = response.status_code
    if status not in NO_CONTENT:
        text = f"{call.method} {call.path} was answered with {status} and no content, where `{due}` is due"
        raise TransportError(text, response=response, call=call)


def base(response: Response, call: Call[Any]) -> str:
    """The address of an answer."""
    return response.url or call.url


def form(response: Response, call: Call[Any]) -> str:
    """The format of the body. Any other content is not an answer of the API."""
    try:
        return format_of(response.content, response.headers.get("content-type"))
    except DecodeError:
        raise unusable(response, call) from None


def says_message(content_type: str | None) -> bool:
    """Whether a media type is one of messages."""
    try:
        return bool(format_of(b"", content_type))
    except DecodeError:
        return False


def unusable(response: Response, call: Call[Any]) -> TransportError:
    """The error of an answer whose content is no message of the API."""
    kind = response.headers.get("content-type") or "something that says not what it is"
    return TransportError(
        f"{call.method} {call.path} was answered with {kind}, which is no message", response=response, call=call
    )
