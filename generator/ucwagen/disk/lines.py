"""Line ends: git may check texts out with CRLF, and such a file holds the same text."""

from __future__ import annotations


def with_line_feeds(data: bytes) -> bytes:
    """The bytes with LF for CRLF."""
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


def same_text(found: bytes, wanted: bytes) -> bool:
    """Whether a file holds this text, whatever its line ends."""
    return found == wanted or with_line_feeds(found) == wanted
