"""A PNG with a palette: a picture of a page has few colours, and such a file has half the size."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

START = b"\x89PNG\r\n\x1a\n"
COLOURS, COMMON = 256, 96


def small_png(data: bytes) -> bytes:
    """The picture with the colours of a palette; each pixel gets the nearest of them."""
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    if (depth, kind) not in ((8, 2), (8, 6)):
        raise ValueError("not a picture of eight bits in true colour")
    step = 3 if kind == 2 else 4
    packed = b"".join(body for name, body in _chunks(data) if name == b"IDAT")
    rows = [*_rows(zlib.decompress(packed), width * step, step)]
    pixels = [[row[at : at + 3] for at in range(0, len(row), step)] for row in rows]
    counted = Counter(pixel for row in pixels for pixel in row)
    palette = _palette(counted)
    places = {colour: min(range(len(palette)), key=lambda at: _distance(palette[at], colour)) for colour in counted}
    lines = b"".join(b"\0" + bytes(places[pixel] for pixel in row) for row in pixels)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")]
    return START + b"".join(_written(name, body) for name, body in parts)


def _palette(counted: Counter[bytes]) -> list[bytes]:
    """The most frequent colours, and then those that are farthest from all of these, by their number."""
    found = [colour for colour, _ in counted.most_common(COMMON)]
    away = {colour: min(_distance(colour, one) for one in found) for colour in counted}
    while len(found) < min(COLOURS, len(counted)):
        found.append(max(away, key=lambda colour: away[colour] * counted[colour]))
        away = {colour: min(far, _distance(colour, found[-1])) for colour, far in away.items()}
    return found


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(START)
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12


def _written(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _rows(data: bytes, size: int, step: int) -> Iterator[bytes]:
    """The rows without their filters."""
    above = bytearray(size)
    for at in range(0, len(data), size + 1):
        kind, row = data[at], bytearray(data[at + 1 : at + 1 + size])
        for place in range(size):
            left = row[place - step] if place >= step else 0
            corner = above[place - step] if place >= step else 0
            row[place] = (row[place] + _guess(kind, left, above[place], corner)) & 255
        yield bytes(row)
        above = row


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    if kind < 3:
        return (0, left, up)[kind]
    if kind == 3:
        return (left + up) // 2
    around = left + up - corner
    return min((left, up, corner), key=lambda one: abs(around - one))
