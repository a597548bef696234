"""How a server is reached: its name, a connection, and the proxy of the environment on the way."""

from __future__ import annotations

import socket
import time
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore2

from .._runtime.base.errors import InvalidArgument
from .._runtime.client.session.origin import PORTS, Origin
from .._runtime.client.transport.lookup import Lookups
from . import advice
from .findings import Severity
from .journal import Journal

LIMIT = 5.0
"""Seconds for a name, and for a connection."""
_HEAD = 4096
_PORT = 1080
"""The port of a proxy that names none."""
_LOOKUPS = Lookups()


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy of the environment."""

    host: str
    port: int
    credentials: str | None = None
    is_plain: bool = True
    """Whether it speaks HTTP, and not SOCKS."""

    @property
    def about(self) -> str:
        """How it is called in a report."""
        return f"proxy {self.host}:{self.port}"


def proxy_for(where: Origin, given: object = None) -> Proxy | None:
    """The proxy on the way to a server: that of an option, or that of the environment."""
    address = given if isinstance(given, str) else None
    if address is None and not proxy_bypass(f"{where.host}:{where.port}"):
        known = getproxies()
        address = known.get(where.scheme) or known.get("all")
    if not address:
        return None
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        given_port = parts.port
    except ValueError:
        raise InvalidArgument("of the environment is no address of a proxy", parameter="proxy") from None
    user = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else None
    port = given_port or PORTS.get(parts.scheme, _PORT)
    return Proxy(parts.hostname or "", port, user, is_plain=not parts.scheme.startswith("socks"))


def connected(
    journal: Journal, where: Origin, proxy: Proxy | None, addresses: list[str], severity: Severity
) -> socket.socket | None:
    """A connection to one of the addresses, through the proxy if there is one; None after a finding."""
    journal.stage = "names"
    about, port = (proxy.about, proxy.port) if proxy else (where.url, where.port)
    found = _opened(journal, about, addresses, port, severity)
    if found is None or proxy is None or not proxy.is_plain or where.scheme != "https":
        return found
    return found if _tunnelled(journal, found, where, proxy, severity) else None


def addresses_of(journal: Journal, where: Origin, proxy: Proxy | None, severity: Severity) -> list[str]:
    """The addresses of a server, or of the proxy on the way; none after a finding."""
    journal.stage = "names"
    if proxy:
        return _addresses(journal, proxy.about, proxy.host, proxy.port, severity)
    return _addresses(journal, where.url, where.host, where.port, severity)


def _addresses(journal: Journal, about: str, host: str, port: int, severity: Severity) -> list[str]:
    try:
        found = _LOOKUPS.addresses(host, port, LIMIT)
    except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as fault:
        late = isinstance(fault, httpcore2.ConnectTimeout)
        came = f"no answer within {LIMIT:g} s" if late else "the name was not found"
        journal.find(about, "an address for the name", came, advice.LOOK_UP, severity)
        return []
    journal.step(about, f"{len(found)} addresses" if len(found) > 1 else "1 address")
    return found


def _opened(journal: Journal, about: str, addresses: list[str], port: int, severity: Severity) -> socket.socket | None:
    came = ""
    for address in addresses:
        try:
            return socket.create_connection((address, port), LIMIT / len(addresses))
        except TimeoutError:
            came = "no answer in time"
        except ConnectionRefusedError:
            came = "the connection was refused"
        except OSError as fault:
            came = f"no connection ({type(fault).__name__})"
    journal.find(about, "a connection", came, advice.CONNECT, severity)
    return None


def _tunnelled(journal: Journal, through: socket.socket, where: Origin, proxy: Proxy, severity: Severity) -> bool:
    """Whether the proxy connects to the server."""
    target = f"{where.host}:{where.port}"
    lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
    if proxy.credentials:
        lines.append(f"Proxy-Authorization: Basic {b64encode(proxy.credentials.encode()).decode()}")
    try:
        through.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
        status = _status(through)
    except OSError:
        status = None
    if status is not None and status // 100 == 2:
        journal.step(proxy.about, f"connects to {where.url}")
        return True
    told = advice.PROXY if status == 407 else advice.NO_PROXY
    came = f"status {status}" if status else "no answer of a proxy"
    journal.find(where.url, f"a connection through the {proxy.about}", came, told, severity)
    through.close()
    return False


def _status(through: socket.socket) -> int | None:
    """The status that a proxy gives within the limit; None if there is none."""
    head, until = b"", time.monotonic() + LIMIT
    while b"\r\n\r\n" not in head and len(head) < _HEAD:
        if (left := until - time.monotonic()) <= 0:
            return None
        through.settimeout(left)
        part = through.recv(_HEAD)
        if not part:
            break
        head += part
    words = head.split(b" ", 2)
    return int(words[1]) if len(words) > 1 and words[0].startswith(b"HTTP/") and words[1].isdigit() else None
