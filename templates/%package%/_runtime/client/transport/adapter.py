"""What both drivers share of httpx2: requests, limits, and errors that hold no secret."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import httpx2

from ...base.redact import brief, shown
from ...calls.errors import TransportError
from ...http.messages import Request, Response
from .inflate import ACCEPTED, BoundedBody
from .logs import NAME

_OWN = frozenset({
    b"authorization", b"cookie", b"accept", b"accept-encoding", b"content-length", b"host", b"connection",
    b"content-type",
})  # fmt: skip
_NOT_SENT = (
    httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol, httpx2.ProxyError,
)  # fmt: skip
_QUOTED = re.compile(r"""(?:\bb|\bbytearray\(b?)?['"]""")


def outgoing(request: Request, http: httpx2.Client | httpx2.AsyncClient, seconds: float) -> httpx2.Request:
    """The request for httpx2: with the headers that its client adds to all, but with none of its cookies.

    The client's own limits for connecting, writing and the pool count too; how long an answer may take is ours to say.
    """
    given = {"Accept-Encoding": ACCEPTED, **request.headers}
    taken = _OWN.union(name.lower().encode() for name in given)
    headers = [(name, value) for name, value in http.headers.raw if name.lower() not in taken]
    headers += [(name.encode(), str.__str__(value).encode("ascii")) for name, value in given.items()]
    own = http.timeout
    limits = {"connect": own.connect, "read": None, "write": own.write, "pool": own.pool}
    timeout = {name: seconds if limit is None else min(limit, seconds) for name, limit in limits.items()}
    extensions = {"timeout": timeout}
    _keep_apart(http.cookies)
    return Sent(request.method, _url(request.url), headers=headers, content=request.content, extensions=extensions)


@lru_cache(maxsize=256)
def _url(href: str) -> httpx2.URL:
    """Addresses come again: taking one apart costs as much as all the rest of a request."""
    return httpx2.URL(href)


class Sent(httpx2.Request):
    """A request of this package, by which its answers are told from those to the user's own requests."""


class _Apart(httpx2.Cookies):
    """The cookies of a user's client, as they were: the answers to our requests neither add to them nor take away."""

    def extract_cookies(self, response: httpx2.Response) -> None:
        if not isinstance(response.request, Sent):
            super().extract_cookies(response)


def _keep_apart(cookies: httpx2.Cookies) -> None:
    """The same cookies, which from now on are kept apart; a client's user may have put others in their place."""
    if type(cookies) is httpx2.Cookies:
        cookies.__class__ = _Apart


def options(**given: Any) -> dict[str, Any]:
    """The arguments of a client that we make ourselves."""
    headers = {"User-Agent": f"{NAME} (httpx2 {httpx2.__version__})"}
    chosen = {name: value for name, value in given.items() if value is not None}
    return {"follow_redirects": False, "headers": headers, "timeout": None, **chosen}


def incoming(request: Request, received: httpx2.Response, content: bytes) -> Response:
    """The answer as this package keeps it."""
    return Response(received.status_code, dict(received.headers.items()), content, request.url)


def read_already(received: httpx2.Response, largest: int) -> bytes | None:
    """The body, inflated, where a hook or a transport of the user's has read it; None where it is still to be read."""
    if not received.is_stream_consumed:
        return None
    body = BoundedBody("", largest)
    body.add(received.content)
    return body.whole()


def failed(request: Request, fault: httpx2.HTTPError | httpx2.InvalidURL) -> TransportError:
    """What went wrong, in words, without the request of httpx2 and its headers."""
    text = f"{request.method} {shown(request.url)}: {_words(type(fault).__name__)}"
    detail = brief(_detail(fault))
    return TransportError(f"{text}{f' ({detail})' if detail else ''}", sent=not isinstance(fault, _NOT_SENT))


def _detail(fault: httpx2.HTTPError | httpx2.InvalidURL) -> str:
    """What there is to say of it, without the lines of the message that are quoted there: they can hold secrets."""
    if isinstance(fault, httpx2.ProtocolError):
        return _QUOTED.split(str(fault), 1)[0].rstrip(" :([=")
    return str(fault) if isinstance(fault, httpx2.ConnectError) else ""


def too_late(closed: bool) -> TransportError:
    """Why nothing was sent."""
    return TransportError("the client was closed" if closed else "there was no time left to ask", sent=False)


def late(request: Request) -> TransportError:
    """The answer took too long."""
    return TransportError(f"{request.method} {shown(request.url)}: no whole answer in time")


def _words(kind: str) -> str:
    """A class name of httpx2 in words."""
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in kind).strip()
