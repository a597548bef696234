"""Name look-ups of the blocking driver. Those of the system have no deadline, and cannot be interrupted."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from threading import Event, Lock, Thread

import httpcore2

from .logs import NAME


class _Lookup:
    """A look-up in a thread of its own, for all that wait for the same name."""

    __slots__ = ("addresses", "done", "error")

    def __init__(self) -> None:
        self.done = Event()
        self.addresses: list[str] = []
        self.error: OSError | UnicodeError | None = None

    def run(self, host: str, port: int) -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            self.addresses = list(dict.fromkeys(str(row[4][0]) for row in rows))
        except (OSError, UnicodeError) as fault:
            self.error = fault


class Lookups:
    """Looks up the addresses of hosts, each name in one thread at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pending: dict[tuple[str, int], _Lookup] = {}

    def addresses(self, host: str, port: int, timeout: float | None) -> list[str]:
        """The addresses of a host. Raises ``ConnectError``, or ``ConnectTimeout`` after ``timeout`` seconds."""
        if _is_address(host):
            return [host]
        found = self._begun(host, port)
        if not found.done.wait(timeout):
            raise httpcore2.ConnectTimeout(f"the name {host} was not looked up in time")
        if found.error is not None or not found.addresses:
            raise httpcore2.ConnectError(str(found.error or f"the name {host} has no address"))
        return found.addresses

    def _begun(self, host: str, port: int) -> _Lookup:
        with self._lock:
            found = self._pending.get((host, port))
            if found is None:
                found = self._pending[host, port] = _Lookup()
                Thread(target=self._run, args=(found, host, port), name=f"{NAME} look-up", daemon=True).start()
        return found

    def _run(self, found: _Lookup, host: str, port: int) -> None:
        try:
            found.run(host, port)
        finally:
            with self._lock:
                self._pending.pop((host, port), None)
            found.done.set()


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
