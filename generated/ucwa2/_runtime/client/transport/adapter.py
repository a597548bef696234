"""Adapters to httpx2 for both drivers: requests, limits, and errors without secrets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import httpcore2
import httpx2

from ...base.redact import brief, shown
from ...calls.errors import TransportError
from ...http.messages import Request, Response
from ..session.effects import Held
from .inflate import ACCEPTED, BoundedBody

OWN = frozenset({
    b"authorization", b"cookie", b"accept", b"accept-encoding", b"content-length", b"host", b"connection",
    b"content-type",
})  # fmt: skip
_NOT_SENT = (
    httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol, httpx2.ProxyError,
)  # fmt: skip
_ACCEPTED = ACCEPTED.encode()
_QUOTED = r"""(?:\bb|\bbytearray\(b?)?['"]"""


Fields = list[tuple[bytes, bytes]]


def outgoing(request: Request, http: httpx2.Client | httpx2.AsyncClient, seconds: float) -> httpx2.Request:
    """The request for httpx2, with the default headers of its client, but without its cookies.

    The client's limits for connecting, writing and the pool apply too; the limit for the answer is that of the call.
    """
    own = http.timeout
    limits = {"connect": own.connect, "read": None, "write": own.write, "pool": own.pool}
    timeout = {name: seconds if limit is None else min(limit, seconds) for name, limit in limits.items()}
    _keep_apart(http.cookies)
    headers = headers_of(request, default_headers(http))
    url, extensions = address(request.url), {"timeout": timeout}
    return Sent(request.method, url, headers=headers, content=request.content, extensions=extensions)


def default_headers(http: httpx2.Client | httpx2.AsyncClient) -> Fields:
    """The headers that a client adds to each request, without those of which each request has its own."""
    return [(name, value) for name, value in http.headers.raw if name.lower() not in OWN]


def headers_of(request: Request, defaults: Fields) -> Fields:
    """The headers of a request, after the default ones that it does not have."""
    given = [(name.encode(), str.__str__(value).encode("ascii")) for name, value in request.headers.items()]
    taken = {name.lower() for name, _ in given}
    if b"accept-encoding" not in taken:
        given.insert(0, (b"Accept-Encoding", _ACCEPTED))
    return [*(field for field in defaults if field[0].lower() not in taken), *given]


@lru_cache(maxsize=256)
def address(href: str) -> httpx2.URL:
    """An address as httpx2 has it. Cached, because parsing an address costs as much as the rest of a request."""
    return httpx2.URL(href)


class Sent(httpx2.Request):
    """A request of this package, which distinguishes its answers from those to the user's own requests."""


class _Apart(httpx2.Cookies):
    """The cookies of a user's client; answers to requests of this package do not change them."""

    def extract_cookies(self, response: httpx2.Response) -> None:
        if not isinstance(response.request, Sent):
            super().extract_cookies(response)


def _keep_apart(cookies: httpx2.Cookies) -> None:
    """The cookies in a separate jar, unless the user has replaced it."""
    if type(cookies) is httpx2.Cookies:
        cookies.__class__ = _Apart


def incoming(request: Request, received: httpx2.Response, content: bytes) -> Response:
    """The response in this package's type."""
    return Response(received.status_code, dict(received.headers.items()), content, request.url)


def held(response: Response, received: httpx2.Response | httpcore2.Response) -> Held:
    """The response with its connection, which is not known if it carries several exchanges at once."""
    extensions = received.extensions
    is_alone = extensions.get("http_version", b"HTTP/1.1").startswith(b"HTTP/1")
    stream = extensions.get("network_stream") if is_alone else None
    tls = stream.get_extra_info("ssl_object") if stream is not None else None
    return Held(response, stream, tls.getpeercert(True) if tls is not None else None)


def read_already(received: httpx2.Response, largest: int) -> bytes | None:
    """The decompressed body, if a hook or transport of the user has read it; None if it is unread."""
    if not received.is_stream_consumed:
        return None
    body = BoundedBody("", largest)
    body.add(received.content)
    return body.whole()


def failed(request: Request, fault: httpx2.HTTPError | httpx2.InvalidURL) -> TransportError:
    """The error as text, without the request of httpx2 and its headers."""
    kind, detail = _words(type(fault).__name__), brief(_detail(fault))
    text = f"{request.method} {shown(request.url)}: {kind}{f' ({detail})' if detail else ''}"
    return TransportError(text, sent=not isinstance(fault, _NOT_SENT), kind=kind)


def _detail(fault: httpx2.HTTPError | httpx2.InvalidURL) -> str:
    """The text of an error, without quoted lines of the message, which may contain secrets."""
    if isinstance(fault, httpx2.ProtocolError):
        return re.split(_QUOTED, str(fault), maxsplit=1)[0].rstrip(" :([=")
    return str(fault) if isinstance(fault, httpx2.ConnectError) else ""


def too_late(closed: bool) -> TransportError:
    """The error of a request that was not sent."""
    return TransportError("the client was closed" if closed else "there was no time left to ask", sent=False)


def stuck() -> TransportError:
    """The error of a function that did not end in time."""
    return TransportError("no token could be made in time", sent=False)


def late(request: Request) -> TransportError:
    """The error of an answer that took too long."""
    return TransportError(f"{request.method} {shown(request.url)}: no whole answer in time", kind="read timeout")


def _words(kind: str) -> str:
    """The class name of an httpx2 error as words."""
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind).strip()
