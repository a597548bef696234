"""Bytes of a message to UTF-8; accepts only encodings that hide nothing from later checks."""

from __future__ import annotations

from ..base.errors import DecodeError

_UTF8 = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8", "utf-16": "utf-16", "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be", "iso-8859-1": "iso-8859-1", "latin1": "iso-8859-1", "windows-1252": "cp1252",
}  # fmt: skip
_NOTE = 256
"""The number of bytes within which a document may declare its encoding."""


def to_utf8(data: bytes | str, charset: str | None = None, declared: str | None = None) -> bytes:
    """UTF-8 without a byte order mark. The mark has precedence, then the media type's charset, then the declaration."""
    if isinstance(data, str):
        return _encoded(data)
    if charset is None and declared is None and data[:2].isascii() and data[1:2] != b"\0" and data[:1] != b"\0":
        return data
    name = _by_mark(data) or (charset or declared or "utf-8").strip().lower()
    codec = _KNOWN.get(name)
    if codec is None:
        raise DecodeError(f"the encoding `{name}` is not accepted")
    if codec == "utf-8":
        return data.removeprefix(_UTF8)
    try:
        return data.decode(codec).removeprefix("\ufeff").encode()
    except UnicodeError as fault:
        raise DecodeError(f"not {name}", position=getattr(fault, "start", None)) from None


def _encoded(text: str) -> bytes:
    try:
        return text.removeprefix("\ufeff").encode()
    except UnicodeEncodeError as fault:
        raise DecodeError("holds a lone surrogate", position=fault.start) from None


def _by_mark(data: bytes) -> str | None:
    if data.startswith(_UTF8):
        return "utf-8"
    if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "utf-32"
    order = next((mark for mark in _UTF16 if data.startswith(mark)), None)
    return None if order is None else "utf-16le" if order in (b"\xff\xfe", b"<\0") else "utf-16be"


def declared_encoding(data: bytes) -> str | None:
    """The encoding in an XML declaration, in a document that is not UTF-16."""
    head, closed, _ = data[:_NOTE].removeprefix(_UTF8).partition(b"?>")
    if not closed or not head.startswith(b"<?xml"):
        return None
    value = head.partition(b"encoding")[2].lstrip(b" \t\r\n").removeprefix(b"=").lstrip(b" \t\r\n")
    return value[1:].partition(value[:1])[0].decode("ascii", "replace") if value[:1] in (b'"', b"'") else None
