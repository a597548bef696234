"""The connections of the blocking driver's own client: each step has a deadline, and closing ends all of them.

An HTTP library has a limit for each read, so that a server that sends single bytes is read without end; and a reading
thread is woken only by its socket.
"""

from __future__ import annotations

from contextlib import suppress
from socket import SHUT_RDWR
from threading import Lock, local
from time import monotonic
from typing import Any
from weakref import WeakSet

import httpcore2
import httpx2

from .lookup import Lookups

_PIECE = 64 * 1024
"""Bytes that are written at a time."""


class Sockets:
    """All open streams, and the read deadline of this thread."""

    def __init__(self) -> None:
        self._streams: WeakSet[Stream] = WeakSet()
        self._lock = Lock()
        self._is_shut = False
        self._here = local()

    def until(self, end: float) -> None:
        """Set the deadline of reads and writes of this thread, by the monotonic clock."""
        self._here.end = end

    def end(self, timeout: float | None) -> float | None:
        """The deadline of the next step of this thread, which may take ``timeout`` seconds."""
        end: float | None = getattr(self._here, "end", None)
        limit = None if timeout is None else monotonic() + timeout
        return limit if end is None else end if limit is None else min(end, limit)

    def left(self, timeout: float | None) -> float | None:
        """Seconds for the next read or write of this thread."""
        return _left(self.end(timeout), httpcore2.ReadTimeout)

    def opened(self, stream: httpcore2.NetworkStream) -> Stream:
        """Register a stream."""
        found = Stream(stream, self)
        with self._lock:
            self._streams.add(found)
            is_shut = self._is_shut
        if is_shut:
            found.shut()
        return found

    def shut(self) -> None:
        """Fail all present and later waits for a stream."""
        with self._lock:
            self._is_shut = True
            streams = tuple(self._streams)
        for stream in streams:
            stream.shut()


def _left(end: float | None, late: type[Exception]) -> float | None:
    """Seconds until a deadline; raises ``late`` after it."""
    if end is None:
        return None
    left = end - monotonic()
    if left <= 0:
        raise late
    return left


class Stream(httpcore2.NetworkStream):
    """A stream whose reads and writes obey the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, sockets: Sockets) -> None:
        self._inner = inner
        self._sockets = sockets

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._sockets.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for at in range(0, len(buffer), _PIECE):
            self._inner.write(buffer[at : at + _PIECE], self._sockets.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Stream:
        left = _left(self._sockets.end(timeout), httpcore2.ConnectTimeout)
        return self._sockets.opened(self._inner.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    def shut(self) -> None:
        """Shut it down in both directions, also during a read."""
        with suppress(OSError, AttributeError):
            self._inner.get_extra_info("socket").shutdown(SHUT_RDWR)


class Backend(httpcore2.NetworkBackend):
    """Opens registered streams."""

    def __init__(self, inner: httpcore2.NetworkBackend, sockets: Sockets) -> None:
        self._inner = inner
        self._sockets = sockets
        self._lookups = Lookups()

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *given: Any, **named: Any) -> Stream:
        """A connection to the first address that answers. The time is shared among the addresses that are left."""
        end = self._sockets.end(timeout)
        addresses = self._lookups.addresses(host, port, _left(end, httpcore2.ConnectTimeout))
        for others in reversed(range(len(addresses))):
            left = _left(end, httpcore2.ConnectTimeout)
            share = None if left is None else left / (others + 1)
            try:
                address = addresses[-others - 1]
                return self._sockets.opened(self._inner.connect_tcp(address, port, share, *given, **named))
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if not others:
                    raise
        raise AssertionError

    def connect_unix_socket(self, *given: Any, **named: Any) -> Stream:
        return self._sockets.opened(self._inner.connect_unix_socket(*given, **named))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


def watched(http: httpx2.Client) -> Sockets:
    """Register all connections of a client that owns its transports.

    httpx2 has no option for the backend of its pools, so it is set there; without it, only deadlines would be less exact.
    """
    sockets = Sockets()
    for transport in (http._transport, *http._mounts.values()):
        pool: Any = getattr(transport, "_pool", None)
        inner = getattr(pool, "_network_backend", None)
        if inner is not None:
            pool._network_backend = Backend(inner, sockets)
    return sockets
