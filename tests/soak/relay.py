"""A network between a client and a server of this machine, which can hold packets back or end connections."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress
from typing import Self

_AT_ONCE = struct.pack("ii", 1, 0)
"""Linger for no time: closing sends RST."""


class Relay:
    """Forwards connections to a port. A test decides when nothing passes."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._passes = threading.Event()
        self._passes.set()
        self._is_down = False
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def hold(self) -> None:
        """Let no byte pass, though connections stay open, as when packets vanish."""
        self._passes.clear()

    def go_on(self) -> None:
        """Let all that was held back pass, and take connections again."""
        self._is_down = False
        self._passes.set()

    def cut(self) -> None:
        """End all connections by RST, and refuse new ones until `go_on`."""
        self._is_down = True
        with self._lock:
            ended, self._open = self._open, set()
        for one in ended:
            _reset(one)

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()
        self._passes.set()
        _reset(self._listening)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                incoming, _ = self._listening.accept()
                if self._is_down:
                    _reset(incoming)
                    continue
                threading.Thread(target=self._connect, args=(incoming,), daemon=True).start()

    def _connect(self, incoming: socket.socket) -> None:
        self._passes.wait()
        try:
            outgoing = socket.create_connection(("127.0.0.1", self._port), timeout=5)
        except OSError:
            return _reset(incoming)
        outgoing.settimeout(None)
        with self._lock:
            self._open |= {incoming, outgoing}
        for source, target in ((incoming, outgoing), (outgoing, incoming)):
            threading.Thread(target=self._forward, args=(source, target), daemon=True).start()
        return None

    def _forward(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                self._passes.wait()
                target.sendall(data)
            self._passes.wait()
        with self._lock:
            self._open -= {source, target}
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


def _reset(one: socket.socket) -> None:
    with suppress(OSError):
        one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
