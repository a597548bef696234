"""A log that keeps the newest entries, limited in their number and in bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import SupportsIndex, TypeVar

T = TypeVar("T")

ENTRIES = 10_000
BYTES = 8 * 1024 * 1024


class BoundedLog(list[T]):
    """A list whose oldest entries go when ``append`` exceeds a limit; the newest entry always stays."""

    def __init__(self, size_of: Callable[[T], int], *, entries: int = ENTRIES, limit: int = BYTES) -> None:
        super().__init__()
        self._size_of = size_of
        self._entries = entries
        self._limit = limit
        self._bytes = 0

    def append(self, entry: T, /) -> None:
        super().append(entry)
        self._bytes += self._size_of(entry)
        while len(self) > 1 and (len(self) > self._entries or self._bytes > self._limit):
            self.pop(0)

    def pop(self, place: SupportsIndex = -1, /) -> T:
        entry = super().pop(place)
        self._bytes -= self._size_of(entry)
        return entry

    def clear(self) -> None:
        super().clear()
        self._bytes = 0
