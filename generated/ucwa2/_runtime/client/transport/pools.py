"""Requests for the connection pool beneath an httpx2 client, which are those that the client would send.

The client would merge options, build a request of its own class and look for redirects and cookies, none of which this package
needs. What the options of the client decide stays: proxies, certificates, limits and headers.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from types import FunctionType
from typing import Any, NamedTuple

import httpcore2
import httpx2

from ...http.messages import Request
from .adapter import Fields, address, default_headers, headers_of

FAULTS = (
    httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.ProxyError,
    httpcore2.UnsupportedProtocol,
)  # fmt: skip
"""The errors of the pool, each of which the HTTP library has by the same name."""
_LOGGER = logging.getLogger("httpx2")
_STEPS = (
    (httpx2.Client, "send"), (httpx2.Client, "_send_single_request"), (httpx2.HTTPTransport, "handle_request"),
    (httpx2.AsyncClient, "send"), (httpx2.AsyncClient, "_send_single_request"),
    (httpx2.AsyncHTTPTransport, "handle_async_request"),
)  # fmt: skip
"""The steps of the library that are left out; tools for traces and for tests put their own in place of them."""
_WITH_LENGTH = frozenset({"POST", "PUT", "PATCH", "QUERY"})
_PLAIN_QUERY = re.compile(r"[\w.~=&-]+", re.ASCII)
_LENGTHS = frozenset({b"content-length", b"transfer-encoding"})


class _Target(NamedTuple):
    """An address in the forms that the pool needs."""

    url: httpcore2.URL
    host: bytes
    """The value of ``Host``."""


@lru_cache(maxsize=256)
def _target(href: str) -> _Target:
    """The address. A plain query is added to the parsed rest, because it changes with each request of the event channel."""
    place, _, query = href.partition("?")
    if "#" in place or not _PLAIN_QUERY.fullmatch(query):
        return _parsed(href)
    url, host = _parsed(place)
    target = url.target + b"?" + query.encode()
    return _Target(httpcore2.URL(scheme=url.scheme, host=url.host, port=url.port, target=target), host)


@lru_cache(maxsize=256)
def _parsed(href: str) -> _Target:
    asked = address(href)
    url = httpcore2.URL(scheme=asked.raw_scheme, host=asked.raw_host, port=asked.port, target=asked.raw_path)
    return _Target(url, asked.netloc)


class Pools:
    """The pools of an httpx2 client of this package, which has no hooks and transports of the user."""

    def __init__(self, http: httpx2.Client | httpx2.AsyncClient) -> None:
        self._http = http
        self._pools: dict[tuple[bytes, bytes, int | None], Pool | None] = {}

    def of(self, href: str) -> Pool | None:
        """The pool for an address; None where a step of the program stands between, so that the client has to send."""
        if _LOGGER.isEnabledFor(logging.INFO) or self._http.is_closed or not _is_original():
            return None
        url = _target(href).url
        where = url.scheme, url.host, url.port
        if where not in self._pools:
            found = _pool(self._http, address(href))
            self._pools[where] = None if found is None else Pool(found, default_headers(self._http))
        return self._pools[where]


class Pool(NamedTuple):
    """The pool for one origin."""

    pool: Any
    defaults: Fields
    """The headers that the client adds."""

    def request(self, request: Request, seconds: float) -> httpcore2.Request:
        """The request for the pool, as the client would send it."""
        url, host = _target(request.url)
        headers = headers_of(request, self.defaults)
        names = {name.lower() for name, _ in headers}
        if b"host" not in names:
            headers.insert(0, (b"Host", host))
        if _LENGTHS.isdisjoint(names):
            if request.content:
                headers.append((b"Content-Length", b"%d" % len(request.content)))
            elif request.method in _WITH_LENGTH:
                headers.insert(1, (b"Content-Length", b"0"))
        limits = {"timeout": {"connect": seconds, "read": seconds, "write": seconds, "pool": seconds}}
        return httpcore2.Request(request.method, url, headers=headers, content=request.content, extensions=limits)


def fields(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers as texts, by their names in lower case; the values of one name are joined by commas."""
    try:
        return _decoded(raw, "ascii")
    except UnicodeDecodeError:
        pass
    try:
        return _decoded(raw, "utf-8")
    except UnicodeDecodeError:
        return _decoded(raw, "iso-8859-1")


def _decoded(raw: list[tuple[bytes, bytes]], encoding: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in raw:
        key, text = name.decode(encoding).lower(), value.decode(encoding)
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


def as_of_client(fault: Exception) -> httpx2.HTTPError:
    """The error that the client would raise."""
    kind: type[httpx2.HTTPError] = getattr(httpx2, type(fault).__name__)
    return kind(str(fault))


def _pool(http: Any, url: httpx2.URL) -> Any:
    """The pool of a transport that has no step of the program."""
    find = getattr(http, "_transport_for_url", None)
    transport = find(url) if find is not None and type(http) in (httpx2.Client, httpx2.AsyncClient) else None
    is_plain = type(transport) in (httpx2.HTTPTransport, httpx2.AsyncHTTPTransport) and vars(transport).keys() == {
        "_pool"
    }
    return getattr(transport, "_pool", None) if is_plain else None


def _step(kind: type, name: str) -> Any:
    """A step of the library; None if something else has taken its place, or it is no longer there."""
    found = vars(kind).get(name)
    is_own = type(found) is FunctionType and found.__globals__.get("__name__", "").startswith("httpx2.")
    return found if is_own else None


_ORIGINAL = tuple(_step(kind, name) for kind, name in _STEPS)


def _is_original() -> bool:
    """Whether all steps that are left out are those of the library."""
    return all(
        known is not None and vars(kind).get(name) is known
        for (kind, name), known in zip(_STEPS, _ORIGINAL, strict=True)
    )
