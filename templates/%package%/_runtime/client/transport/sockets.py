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

    def left(self, timeout: float | None) -> float | None:
        """Seconds for the next read or write of this thread."""
        end: float | None = getattr(self._here, "end", None)
        if end is None:
            return timeout
        left = end - monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left if timeout is None else min(left, timeout)

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

    def start_tls(self, *given: Any, **named: Any) -> Stream:
        return self._sockets.opened(self._inner.start_tls(*given, **named))

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

    def connect_tcp(self, *given: Any, **named: Any) -> Stream:
        return self._sockets.opened(self._inner.connect_tcp(*given, **named))

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
