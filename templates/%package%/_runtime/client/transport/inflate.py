"""Bodies as they arrive: limited before and after decompression."""

from __future__ import annotations

import zlib

from ...calls.errors import TransportError

ACCEPTED = "gzip, deflate"
_STEP = 64 * 1024
_HEAD = 2
"""Bytes that distinguish the forms of ``deflate``."""
_PLAIN = frozenset({"", "identity"})
_GZIP = frozenset({"gzip", "x-gzip"})
_KNOWN = _PLAIN | _GZIP | {"deflate"}


class BoundedBody:
    """Collects chunks; raises as soon as a limit is exceeded."""

    def __init__(self, encoding: str, largest: int) -> None:
        self._encoding = encoding.strip().lower()
        if self._encoding not in _KNOWN:
            raise TransportError(f"the body has an encoding that was not requested: {encoding[:20]!r}")
        self._largest = largest
        self._received = 0
        self._parts: list[bytes] = []
        self._size = 0
        self._held = b""
        self._inflate: zlib._Decompress | None = None

    def add(self, chunk: bytes) -> None:
        """Add the next received bytes."""
        self._received += len(chunk)
        if self._received > self._largest:
            raise self._too_large()
        if self._encoding in _PLAIN:
            self._keep(chunk)
            return
        try:
            self._unpack(self._held + chunk)
        except zlib.error:
            raise TransportError("the body is not compressed as its header says") from None

    def whole(self) -> bytes:
        """The whole body."""
        if self._encoding not in _PLAIN and self._received and not (self._inflate and self._inflate.eof):
            raise TransportError("the body ends too early")
        return b"".join(self._parts)

    def _unpack(self, chunk: bytes) -> None:
        if self._inflate is None and len(chunk) < _HEAD:
            self._held = chunk
            return
        self._held, more = b"", False
        while chunk or more:
            if self._inflate is None or self._inflate.eof:
                self._inflate = self._inflater(chunk)
            part = self._inflate.decompress(chunk, _STEP)
            self._keep(part)
            chunk = self._inflate.unconsumed_tail or self._inflate.unused_data
            more = len(part) == _STEP and not self._inflate.eof

    def _inflater(self, head: bytes) -> zlib._Decompress:
        """The decompressor for these first bytes. Gzip may have more members; ``deflate`` has two forms, and one member."""
        if self._encoding in _GZIP:
            return zlib.decompressobj(wbits=31)
        if self._inflate is not None:
            raise zlib.error
        is_wrapped = head[0] & 15 == zlib.DEFLATED and int.from_bytes(head[:_HEAD], "big") % 31 == 0
        return zlib.decompressobj(wbits=15 if is_wrapped else -15)

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._largest:
            raise self._too_large()
        self._parts.append(part)

    def _too_large(self) -> TransportError:
        return TransportError(f"the body is larger than {self._largest} bytes")
