"""Origins: scheme, host and port. What is secret stays at its own, wherever an address came from."""

from __future__ import annotations

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from ..errors import LinkRefused
from ..http import shown

PORTS = {"http": 80, "https": 443}
_FORBIDDEN = frozenset('\\ \t\r\n<>"{}|^`')
_HOST = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-._")


class Origin(NamedTuple):
    """In one spelling: lower case, ASCII, without a final dot, with its port."""

    scheme: str
    host: str
    port: int

    @property
    def url(self) -> str:
        """The address of the origin, without a path."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" if PORTS[self.scheme] == self.port else f"{self.scheme}://{host}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        """Whether it is on this very machine."""
        if self.host == "localhost" or self.host.endswith(".localhost"):
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    def is_below(self, domain: str) -> bool:
        """Whether the host is of a domain."""
        return self.host == domain or self.host.endswith(f".{domain}")


def origin(url: str) -> Origin:
    """The origin of an address. Refuses what two readers could understand in two ways."""
    if not url.isprintable() or _FORBIDDEN & set(url):
        raise LinkRefused(f"{shown(url)} holds characters that no address has", href=url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise LinkRefused(f"{shown(url)} is no address", href=url) from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not parts.hostname:
        raise LinkRefused(f"{shown(url)} is no address of a web server", href=url)
    if "@" in parts.netloc:
        raise LinkRefused(f"{shown(url)} names a user, as no link of an API does", href=url)
    return Origin(scheme, _host(parts.hostname, url), PORTS[scheme] if port is None else port)


def _host(name: str, url: str) -> str:
    """A name or an IP address in its one spelling."""
    if ":" in name:
        try:
            address = ip_address(name)
        except ValueError:
            raise LinkRefused(f"{shown(url)} has no such host", href=url) from None
        mapped = getattr(address, "ipv4_mapped", None)
        return str(mapped or address)
    host = _ascii(name.lower().removesuffix("."), url)
    last = host.rpartition(".")[2]
    return _ip(host, url) if last.isdigit() or last.startswith("0x") else host


def _ip(host: str, url: str) -> str:
    """Four decimal numbers; some readers take other spellings for other hosts, so they are refused."""
    try:
        return str(ip_address(host))
    except ValueError:
        raise LinkRefused(f"{shown(url)} spells an IP address in an unusual way", href=url) from None


def _ascii(name: str, url: str) -> str:
    try:
        host = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        host = ""
    if not host or not _HOST.issuperset(host) or ".." in host or host.startswith("."):
        raise LinkRefused(f"{shown(url)} has no such host", href=url)
    return host


__all__ = ["LinkRefused", "Origin", "origin"]
