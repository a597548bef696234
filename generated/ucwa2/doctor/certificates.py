"""Certificates as bytes (RFC 5280): their times, names, and whether they are signed by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_SEQUENCE, _VERSION, _EXTENSIONS, _OCTETS, _UTC_TIME = 0x30, 0xA0, 0xA3, 0x04, 0x17
_ALTERNATIVE_NAMES = bytes.fromhex("0603551d11")
_DNS, _IP = 0x82, 0x87
_CENTURY = 50


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate. Names are those of hosts that it is for."""

    begins: datetime
    ends: datetime
    is_self_signed: bool
    names: tuple[str, ...]

    def days(self, now: datetime) -> int:
        """Whole days until it expires; negative after that."""
        return int((self.ends - now) / timedelta(days=1))


def certificate(der: bytes) -> Certificate | None:
    """The certificate; None for other bytes."""
    try:
        return _certificate(der)
    except (IndexError, ValueError, StopIteration):
        return None


def _certificate(der: bytes) -> Certificate:
    _, whole = next(_items(der))
    _, body = next(_items(whole))
    rows = [row for row in _items(body) if row[0] != _VERSION]
    issuer, validity, subject = (content for _, content in rows[2:5])
    begins, ends = (_time(tag, content) for tag, content in _items(validity))
    extensions = next((content for tag, content in rows if tag == _EXTENSIONS), b"")
    return Certificate(begins, ends, issuer == subject, tuple(_names(extensions)))


def _items(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The tags and contents of DER values that follow each other."""
    at = 0
    while at < len(data):
        tag, size, at = data[at], data[at + 1], at + 2
        if size & 0x80:
            more = size & 0x7F
            size, at = int.from_bytes(data[at : at + more], "big"), at + more
        if at + size > len(data):
            raise ValueError("ends too early")
        yield tag, data[at : at + size]
        at += size


def _time(tag: int, content: bytes) -> datetime:
    text = content.decode("ascii")
    if tag == _UTC_TIME:
        text = f"{'19' if int(text[:2]) >= _CENTURY else '20'}{text}"
    return datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)


def _names(extensions: bytes) -> Iterator[str]:
    """The names of hosts among the alternative names."""
    for _, rows in _items(extensions):
        for _, row in _items(rows):
            if row.startswith(_ALTERNATIVE_NAMES):
                octets = next(content for tag, content in _items(row) if tag == _OCTETS)
                for tag, name in (item for _, listed in _items(octets) for item in _items(listed)):
                    if tag == _DNS:
                        yield name.decode("ascii", "replace")
