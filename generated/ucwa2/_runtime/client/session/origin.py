"""Origins: scheme, host and port. A secret is sent to its own origin only."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from ...base.errors import InvalidArgument, LinkRefused
from ...base.redact import shown
from ...http.messages import resolve

PORTS = {"http": 80, "https": 443}
_FORBIDDEN = frozenset('\\ \t\r\n<>"{}|^`')
_NETLOC = re.compile(r"(?:\[(?P<ip>[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)\]|(?P<name>[^\[\]:]+))(?::(?P<port>[0-9]{0,9}))?")
_LAST_PORT = 65535
_HOST = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-._")


class Origin(NamedTuple):
    """The canonical form: lower case, ASCII, without a final dot, with its port."""

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


@lru_cache(maxsize=64)
def origin(url: str) -> Origin:
    """The origin of an address. Refuses ambiguous addresses."""
    if not url.isprintable() or not _FORBIDDEN.isdisjoint(url):
        raise LinkRefused(f"{shown(url)} holds characters that no address has", href=url)
    try:
        return _origin_of(url.partition("?")[0])
    except _Unclear as fault:
        raise LinkRefused(f"{shown(url)} {fault}", href=url) from None
    except ValueError:
        raise LinkRefused(f"{shown(url)} is no address", href=url) from None


def resolved(base: str | None, href: str) -> str:
    """An absolute address from a server; refused if it is invalid."""
    try:
        return resolve(base, href)
    except InvalidArgument:
        raise LinkRefused(f"{shown(href)} is no address", href=href) from None


class _Unclear(ValueError):
    """The error of an address, as a phrase after it."""


@lru_cache(maxsize=256)
def _origin_of(place: str) -> Origin:
    """The same without a query, which often is the only part that changes, as in addresses of the event channel."""
    parts = urlsplit(place)
    return _origin(parts.scheme, parts.netloc)


@lru_cache(maxsize=256)
def _origin(scheme: str, authority: str) -> Origin:
    if scheme not in PORTS or not authority:
        raise _Unclear("is no address of a web server, which begins with https:// or http://")
    if "@" in authority:
        raise _Unclear("names a user, as no link of an API does")
    found = _NETLOC.fullmatch(authority)
    port = int(found["port"] or PORTS[scheme]) if found else _LAST_PORT + 1
    if found is None or port > _LAST_PORT:
        raise _Unclear("has no such host or port")
    return Origin(scheme, _ip(found["ip"]) if found["ip"] else _host(found["name"]), port)


def _host(name: str) -> str:
    """A name or an IP address in canonical form."""
    host = _ascii(name).removesuffix(".")
    if not host or not _HOST.issuperset(host) or "" in host.split("."):
        raise _Unclear("has no such host")
    last = host.rpartition(".")[2]
    return _ip(host) if last.isdigit() or last.startswith("0x") else host


def _ip(host: str) -> str:
    """Four decimal numbers, or eight in brackets; some readers take other spellings for other hosts."""
    try:
        address = ip_address(host)
    except ValueError:
        raise _Unclear("spells an IP address in an unusual way") from None
    return str(getattr(address, "ipv4_mapped", None) or address)


def _ascii(name: str) -> str:
    """A name in its wire form. Names with different forms in IDNA 2003 and 2008 are refused."""
    host = name.lower()
    if name.isascii():
        return host
    try:
        found = host.encode("idna").decode("ascii")
        if not host.isascii() and found.encode("ascii").decode("idna") == host:
            return found
    except UnicodeError:
        pass
    raise _Unclear("has a host that can be read in two ways")


__all__ = ["LinkRefused", "Origin", "origin", "resolved"]
