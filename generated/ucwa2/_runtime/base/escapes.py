"""Texts whose characters are escaped, as in addresses, JSON or HTML: each layer of escapes is removed, and places are kept."""

from __future__ import annotations

import re
from bisect import bisect_right

LAYERS = 4
"""The number of layers of escapes that are removed, as of a JSON text within a JSON text."""
_HEX = rb"[0-9A-Fa-f]"
_ESCAPE = re.compile(
    rb"(?P<bytes>(?:%" + _HEX + rb"{2})+)"
    rb"|\\u(?P<high>[Dd][89ABab]" + _HEX + rb"{2})\\u(?P<low>[Dd][C-Fc-f]" + _HEX + rb"{2})"
    rb"|\\u(?P<unit>" + _HEX + rb"{4})"
    rb"|\\(?P<sign>[/\"\\'])"
    rb"|&\#(?P<number>[0-9]{1,7});"
    rb"|&\#[xX](?P<hex>" + _HEX + rb"{1,6});"
    rb"|&(?P<name>amp|lt|gt|quot|apos);"
)
_NAMED = {b"amp": b"&", b"lt": b"<", b"gt": b">", b"quot": b'"', b"apos": b"'"}
_LAST = 0x10FFFF
_WIDTH = 3
"""Characters of an escaped byte."""


class Layer:
    """A text without some of its escapes, and the place of each byte in the text as it came."""

    __slots__ = ("_places", "_starts", "_within", "content")

    def __init__(self, content: bytes, within: Layer | None = None) -> None:
        self.content = content
        self._within = within
        self._starts: list[int] = []
        self._places: list[tuple[int, int, int]] = []

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place of a part in the text as it came."""
        if self._within is None:
            return start, end
        return self._within.span(self._place(start)[0], self._place(end - 1)[1])

    def _place(self, at: int) -> tuple[int, int]:
        """The place of one byte in the text around it."""
        known = bisect_right(self._starts, at) - 1
        if known < 0:
            return at, at + 1
        end, first, last = self._places[known]
        if at >= end:
            return last + at - end, last + at - end + 1
        start = self._starts[known]
        if last - first == _WIDTH * (end - start):  # each byte of a row has an escape of its own
            return first + _WIDTH * (at - start), first + _WIDTH * (at - start + 1)
        return first, last

    def unescaped(self) -> Layer | None:
        """The text without one more layer of escapes; None if it has none."""
        parts: list[bytes] = []
        inner, size, done, outer = Layer(b"", self), 0, 0, self.content
        for escape in _ESCAPE.finditer(outer):
            first, last = escape.span()
            meant = _meant(escape)
            parts += (outer[done:first], meant)
            size += first - done
            inner._starts.append(size)
            size += len(meant)
            inner._places.append((size, first, last))
            done = last
        if not parts:
            return None
        inner.content = b"".join([*parts, outer[done:]])
        return inner


def layers(content: bytes) -> list[Layer]:
    """The text as it came, and without one layer of escapes after the other."""
    found = [Layer(content)]
    while len(found) <= LAYERS:
        inner = found[-1].unescaped()
        if inner is None:
            break
        found.append(inner)
    return found


def _meant(escape: re.Match[bytes]) -> bytes:
    """What an escape stands for, in UTF-8."""
    kind = escape.lastgroup or ""
    if kind == "bytes":
        return bytes.fromhex(escape["bytes"].replace(b"%", b"").decode())
    if kind == "sign":
        return escape["sign"]
    if kind == "name":
        return _NAMED[escape["name"]]
    if kind == "low":
        number = 0x10000 + ((int(escape["high"], 16) & 0x3FF) << 10) + (int(escape["low"], 16) & 0x3FF)
    else:
        number = int(escape[kind], 10 if kind == "number" else 16)
    return chr(min(number, _LAST)).encode("utf-8", "surrogatepass")
