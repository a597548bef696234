"""From a response to the result of its call, or to the error that it reports."""

from __future__ import annotations

from codecs import lookup

from ..base.errors import DecodeError, Error
from ..base.typing_shim import TYPE_CHECKING, Any
from ..http.diagnosis import offers
from ..http.messages import media_type
from ..reading.decode import error_body
from ..reading.error_body import ErrorBody
from .errors import ApiError, NotModified, TransportError, error_class

if TYPE_CHECKING:
    from ..http.messages import Response
    from ..requests.call import Call

_SUCCESS = frozenset(range(200, 300)) - {206}
"""No call asks for a part of a resource, so that 206 answers another request."""
_ERRORS = range(400, 600)
_NOT_MODIFIED = 304
_READS = ("GET", "HEAD")
_KEPT = 400
_NO_CHARSETS = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
"""Python-specific encodings, which are not charsets of pages."""


def read(response: Response, call: Call[Any]) -> Any:
    """The result; raises what the response reports."""
    if response.status_code in _SUCCESS:
        try:
            return call.returns.read(response, call)
        except DecodeError as fault:
            raise fault.of(f"{call.method} {call.path}", response.status_code) from None
    if response.status_code == _NOT_MODIFIED:
        if call.known is None or call.method not in _READS:
            raise NotModified(f"{call.method} {call.path}: nothing has changed", response=response, call=call)
        return call.known
    raise _error(response, call)


def _error(response: Response, call: Call[Any]) -> Error:
    status = response.status_code
    if status not in _ERRORS:
        return TransportError(f"{call.method} {call.path} was answered with {status}", response=response, call=call)
    body = error_of(response)
    kind = error_class(status, body.code if body else None, body.subcode if body else None)
    message = None if body else _text(response)
    if kind is ApiError and body is None:
        text = f"{call.method} {call.path} was answered with {status}{f': {message}' if message else ''}"
        return TransportError(f"{text}{offers(response.headers)}", response=response, call=call)
    return kind(message, status=status, body=body, response=response, call=call)


def error_of(response: Response) -> ErrorBody | None:
    """The error body, if the response has one."""
    if not response.content:
        return None
    try:
        return error_body(response.content, response.headers.get("content-type"))
    except DecodeError:
        return None


def _text(response: Response) -> str | None:
    """The text of a proxy's page: its title, or its first words."""
    text = _decoded(response.content, media_type(response.headers.get("content-type"))[1] or "utf-8")
    title = text.partition("<title>")[2].partition("</title>")[0]
    return " ".join((title or _untagged(text)).split())[:_KEPT] or None


def _decoded(content: bytes, charset: str) -> str:
    """The content in its charset, or in UTF-8 if that is invalid."""
    try:
        codec = lookup(charset).name
        return content.decode("utf-8" if codec in _NO_CHARSETS else codec, "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")


def _untagged(text: str) -> str:
    first, *rest = text.split("<")
    return " ".join([first, *(item.partition(">")[2] for item in rest)])
