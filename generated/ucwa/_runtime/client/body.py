"""Bodies as they come in: bounded before and after they are inflated."""

from __future__ import annotations

import zlib

from ..errors import TransportError

ACCEPTED = "gzip, deflate"
_STEP = 64 * 1024


class Body:
    """Takes in chunks; raises as soon as there is too much."""

    def __init__(self, encoding: str, largest: int) -> None:
        self._largest = largest
        self._received = 0
        self._parts: list[bytes] = []
        self._size = 0
        self._inflate = _inflater(encoding.strip().lower())

    def add(self, chunk: bytes) -> None:
        """The next bytes as they came over the wire."""
        self._received += len(chunk)
        if self._received > self._largest:
            raise self._too_large()
        if self._inflate is None:
            self._keep(chunk)
            return
        try:
            while chunk:
                self._keep(self._inflate.decompress(chunk, _STEP))
                chunk = self._inflate.unconsumed_tail
        except zlib.error:
            raise TransportError("the body is not compressed as its header says") from None

    def whole(self) -> bytes:
        """All of it."""
        if self._inflate is not None and self._received and not self._inflate.eof:
            raise TransportError("the body ends too early")
        return b"".join(self._parts)

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._largest:
            raise self._too_large()
        self._parts.append(part)

    def _too_large(self) -> TransportError:
        return TransportError(f"the body is larger than {self._largest} bytes")


def _inflater(encoding: str) -> zlib._Decompress | None:
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip", "deflate"):
        return zlib.decompressobj(wbits=47)  # either form, by its header
    raise TransportError(f"the body is encoded in a way that nobody asked for: {encoding[:20]!r}")
