"""Requests as they stand, sent over a socket of their own: no header is added but those of the host and the length."""

from __future__ import annotations

import gzip
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from math import inf
from threading import Event, Thread
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from .._runtime.base.arguments import LONGEST

T = TypeVar("T")
_NUMBERS = re.compile(r"[\d.]+|.*:.*")
"""An address of the network in place of a name."""
_REPLACED = ("host", "content-length")


class CannotAct(Exception):
    """A step that cannot be carried out, with the reason."""


class OutOfReach(Exception):
    """The server gave no answer."""


class OutOfTime(Exception):
    """The time of the whole run is over."""


@dataclass(frozen=True, slots=True)
class RawRequest:
    """A request ready to be sent: an absolute address, headers in their order, and a body."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class RawResponse:
    """An answer; header names as they came, the body without its compression."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first value of a header; None without that header."""
        return next(iter(self.headers_of(name)), None)

    def headers_of(self, name: str) -> list[str]:
        """All values of a header."""
        return [value for key, value in self.headers if key.lower() == name.lower()]

    @property
    def media_type(self) -> str:
        """The media type without parameters, in lower case."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()

    def absolute(self, href: str) -> str:
        """The address that a link of this answer leads to."""
        return urljoin(self.url, href)


class Sender:
    """Sends requests, each over a new connection, to the server at ``home`` and to its neighbours alone.

    Its neighbours have the same host, or one below the domain of that host: ``web.example.com`` is one of
    ``discover.example.com``. From https no request goes to http.
    """

    def __init__(
        self, home: str, *, timeout: float = 30.0, tls: ssl.SSLContext | None = None, until: float | None = None
    ) -> None:
        self.timeout = timeout
        self.until = until
        """When the time of the whole run is over, by ``time.monotonic``; None for a run without a limit."""
        self.count = 0
        """How many requests were sent."""
        self._home = urlsplit(home)
        self._tls = tls

    @property
    def left(self) -> float:
        """The seconds that the run still has."""
        return inf if self.until is None else self.until - time.monotonic()

    def check_time(self) -> None:
        """Raise ``OutOfTime`` where the time of the run is over."""
        if self.left <= 0:
            raise OutOfTime

    def send(self, request: RawRequest, timeout: float | None = None) -> RawResponse | None:
        """The answer; None where the whole of it did not come in time.

        Raises ``OutOfReach``, ``CannotAct`` for another server, and ``OutOfTime`` where the time of the run is over.
        """
        self._check(request.url)
        self.check_time()
        self.count += 1
        limit = min(self.timeout if timeout is None else timeout, self.left, LONGEST)
        target = urlsplit(request.url)
        port = target.port or (443 if target.scheme == "https" else 80)
        host = target.hostname or ""
        connection = (
            HTTPSConnection(host, port, timeout=limit, context=self._protected())
            if target.scheme == "https"
            else HTTPConnection(host, port, timeout=limit)
        )
        try:
            return within(limit, lambda over: self._exchange(connection, request, over))
        except TimeoutError:
            self.check_time()
            return None
        except (OSError, HTTPException) as fault:
            raise OutOfReach(f"{request.method} {target.scheme}://{target.netloc}: {fault}") from None
        finally:
            _cut(connection)

    def _protected(self) -> ssl.SSLContext:
        """The settings of TLS, read once."""
        self._tls = self._tls or ssl.create_default_context()
        return self._tls

    def _check(self, url: str) -> None:
        """Refuse an address of another server: it could get the token or the password of the user."""
        there, home = urlsplit(url), self._home
        host, own = there.hostname or "", home.hostname or ""
        domain = own.partition(".")[2]
        is_near = host == own or ("." in domain and not _NUMBERS.fullmatch(own) and host.endswith(f".{domain}"))
        if not is_near or (home.scheme == "https" and there.scheme != "https"):
            raise CannotAct(f"it leads to another server, {there.scheme}://{there.netloc}")

    def _exchange(self, connection: HTTPConnection, request: RawRequest, over: Event) -> RawResponse:
        target = urlsplit(request.url)
        path = f"{target.path or '/'}{f'?{target.query}' if target.query else ''}"
        connection.connect()
        if over.is_set():
            connection.close()
            raise TimeoutError
        connection.putrequest(request.method, path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", target.netloc)
        for name, value in request.headers:
            if name.lower() not in _REPLACED:
                connection.putheader(name, value.encode("latin-1", "replace"))
        if request.body or request.method not in ("GET", "HEAD"):
            connection.putheader("Content-Length", str(len(request.body)))
        connection.endheaders(request.body or None)
        return _received(request.url, connection.getresponse())


def within(seconds: float, work: Callable[[Event], T]) -> T:
    """What the work gives or raises; raises ``TimeoutError`` where it takes longer.

    Limits of sockets are for each step alone: a name with many addresses, and an answer that comes byte by byte, pass them.
    The work gets an event, which is set when its time is over.
    """
    over = Event()
    ended: Future[T] = Future()

    def run() -> None:
        try:
            ended.set_result(work(over))
        except BaseException as fault:
            ended.set_exception(fault)

    Thread(target=run, daemon=True).start()
    try:
        return ended.result(seconds)
    finally:
        over.set()


def _cut(connection: HTTPConnection) -> None:
    """End a connection, also one that a thread still reads."""
    line = connection.sock
    if line is not None:
        with suppress(OSError):
            socket.socket.shutdown(line, socket.SHUT_RDWR)
    connection.close()


def _received(url: str, answer: HTTPResponse) -> RawResponse:
    headers = tuple(answer.getheaders())
    content = answer.read()
    return RawResponse(url, answer.status, headers, _inflated(content, headers))


def _inflated(content: bytes, headers: Iterable[tuple[str, str]]) -> bytes:
    coding = next((value.strip().lower() for name, value in headers if name.lower() == "content-encoding"), "")
    if not content:
        return content
    try:
        if coding == "gzip":
            return gzip.decompress(content)
        return zlib.decompress(content) if coding == "deflate" else content
    except (OSError, EOFError, zlib.error):
        raise HTTPException(f"the body is no {coding}") from None
