"""Bodies in gzip: of responses where the client takes it, and of requests."""

from __future__ import annotations

import gzip
import zlib

from .accept_header import ranges
from .error_table import subcode_of
from .messages import HttpError

_FAST = 1
_GZIP = 16 + zlib.MAX_WBITS
_TEXTS = ("text/", "application/", "multipart/")
"""What the names of media types begin with whose content shrinks."""


def packed(accepted: str, kind: str | None, content: bytes) -> tuple[bytes, dict[str, str]]:
    """The content as a client takes it that accepts these encodings, and the headers about it."""
    if not content or kind is None or not kind.startswith(_TEXTS):
        return content, {}
    if not _takes_gzip(accepted):
        return content, {"vary": "Accept-Encoding"}
    return gzip.compress(content, _FAST), {"vary": "Accept-Encoding", "content-encoding": "gzip"}


def _takes_gzip(accepted: str) -> bool:
    known = dict(ranges(accepted)) if accepted.strip() else {}
    return known.get("gzip", known.get("*", 0.0)) > 0


def unpacked(encoding: str, content: bytes, largest: int) -> bytes:
    """The content of a request in an encoding; raises ``HttpError``."""
    if encoding.strip().lower() in ("", "identity"):
        return content
    if encoding.strip().lower() not in ("gzip", "x-gzip"):
        raise HttpError(415, message=f"the encoding {encoding} is not known")
    reader = zlib.decompressobj(_GZIP)
    try:
        found = reader.decompress(content, largest + 1)
    except zlib.error:
        found = b""
    if len(found) > largest:
        raise HttpError(413, message=f"the limit is {largest} bytes")
    if not reader.eof:
        raise HttpError(400, None, subcode_of("body"), "the body is not in gzip")
    return found
