"""Large JSON messages, read in steps, as one call of the decoder holds the interpreter until it ends: long lists of embedded
resources are checked piece by piece, and each resource is decoded when it is first read. Where a list has anything unusual,
faults among it, the plain parser reads the whole message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from os import urandom

from ..base.errors import DecodeError
from ..base.typing_shim import Any
from .json import is_flat, parse
from .json_values import Unread, decoded

STEP = 256 * 1024
"""Bytes of a list that are checked in one step, or a little more."""

LEAST = 32 * 1024
"""Bytes of a list that is taken out."""

_LEVELS = 10
"""Levels of resources around a list that is taken out."""

_DEEP = 32
"""Levels of objects and lists in its items: with those around it, they are fewer than the parser takes."""

_PASSES = 8
"""Passes over a message at most, by which the end of each step is looked for."""

_MARK = b'"_embedded"'
_FIRST = re.compile(rb'"_embedded"\s*:\s*\{\s*"(?:[^"\\]|\\.)*+"\s*:\s*\[\s*(?=\{)')
_NEXT = re.compile(rb'\]\s*,\s*"(?:[^"\\]|\\.)*+"\s*:\s*\[\s*(?=\{)')
_CUT = re.compile(rb"\}\s*,\s*(?=\{)")
_NO_ITEM = b"[]"
_OBJECT = ord("{")
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_LONG_NUMBER = b"0" * 4300
"""The digits of an integer that may be too long."""


def apart(data: bytes) -> dict[str, Any] | None:
    """The object of a large message, with the resources of long lists unread; None if the plain parser has to read it."""
    salt, at = urandom(8).hex(), 0
    lists: dict[str, list[Any]] = {}
    kept: list[bytes] = []
    for start, end, items in _Lists(data):
        mark = f"{salt}{len(lists)}"
        lists[mark] = items
        kept += [data[at:start], f'"{mark}"'.encode()]
        at = end
    if not lists:
        return None
    try:
        found = parse(b"".join([*kept, data[at:]]))
    except DecodeError:
        return None
    return found if _put(found, lists, _LEVELS) == len(lists) else None


def _put(resource: Any, lists: dict[str, list[Any]], levels: int) -> int:
    """Put the lists in place of their marks; the number of those that stood where embedded resources do."""
    embedded = resource.get("_embedded") if isinstance(resource, dict) else None
    if not isinstance(embedded, dict) or not levels:
        return 0
    number = 0
    for key, found in embedded.items():
        inner = found if isinstance(found, list) else [found]
        if inner is found and len(inner) == 1 and isinstance(inner[0], str) and inner[0] in lists:
            embedded[key] = lists[inner[0]]
            number += 1
        else:
            number += sum(_put(item, lists, levels - 1) for item in inner)
    return number


class _Lists:
    """The start, end and items of each long list of a message that can be taken out."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.left = _PASSES * len(data)
        """Bytes that may still be parsed, so that no message takes long."""

    def __iter__(self) -> Iterator[tuple[int, int, list[Any]]]:
        found = self._first(0)
        while found:
            start = found.end()
            items, end = self._items(start)
            if items is not None and end - start >= LEAST:
                yield start, end, items
                found = _NEXT.match(self.data, end) or self._first(end)
            else:
                found = self._first(start)

    def _first(self, at: int) -> re.Match[bytes] | None:
        """The next list that is the first one of its resource."""
        while self.left > 0 and (at := self.data.find(_MARK, at)) >= 0:
            if found := _FIRST.match(self.data, at):
                return found
            at += len(_MARK)
        return None

    def _items(self, at: int) -> tuple[list[Any] | None, int]:
        """The items of the list whose first one starts here, and its end; no items if it cannot be taken out."""
        items: list[Any] = []
        while True:
            texts, end, following = self._step(at)
            if texts is None or not _are_plain(texts, self.data[at:end]):
                return None, at
            items += [Unread(text) if memoryview(text)[0] == _OBJECT else decoded(text) for text in texts]
            if following is None:
                return items, end
            at = following

    def _step(self, at: int) -> tuple[list[Any] | None, int, int | None]:
        """The texts of the next items, their end, and the start of the item after them; None for it at the end of the list.

        Whether an item ends at a bracket, only parsing can tell: what parses as items up to there are the next ones.
        """
        for cut in _CUT.finditer(self.data, at + STEP, at + 4 * STEP):
            texts, end = self._texts(at, cut.start() + 1)
            if texts is not None or self.left <= 0:
                return texts, end, cut.end() if end > cut.start() else None
        most = min(at + 4 * STEP, len(self.data))
        return *self._texts(at, most, close=b""), None

    def _texts(self, at: int, end: int, close: bytes = b"]") -> tuple[list[Any] | None, int]:
        """The texts of the items between two places, or up to the end of the list if it comes earlier; and where they end.

        None for malformed ones, or where the last item goes on. Without a close bracket, the list itself has to end.
        """
        self.left -= end - at
        text = b"[%b%b" % (self.data[at:end], close)
        try:
            texts = _splitter()(text)
            return (texts if close else None), end
        except (ValueError, RecursionError) as fault:
            _, found, rest = str(fault).partition("trailing characters (byte ")
        if not found:
            return None, end
        whole = text[: int(rest.rstrip(")")) - 1].rstrip()
        return _splitter()(whole), at + len(whole) - len(_NO_ITEM)


@cache
def _splitter() -> Callable[[bytes], list[Any]]:
    """Checks the syntax of a list, and gives the text of each of its items."""
    import msgspec

    return msgspec.json.Decoder(list[msgspec.Raw]).decode


def _are_plain(texts: list[Any], all_of_them: bytes) -> bool:
    """Whether items that have no fault of syntax have no other one either, and are not deep."""
    try:
        all_of_them.decode()
    except UnicodeDecodeError:
        return False
    if _LONG_NUMBER in all_of_them.translate(_DIGITS):
        return False
    return is_flat(all_of_them, _DEEP) or all(map(_is_shallow, map(bytes, texts)))


def _is_shallow(text: bytes) -> bool:
    return is_flat(text, _DEEP) or _fits(decoded(text), _DEEP)


def _fits(value: Any, levels: int) -> bool:
    """Whether a value has at most this many levels of objects and lists."""
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(_fits(item, levels - 1) for item in inner)
