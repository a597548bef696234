"""The items of the event channel that came from one address: the server repeats them until the channel goes on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from .consumers import Item, Reset

LIMIT = 10_000
"""The number of kept items after which the oldest are forgotten."""


class Deliveries:
    """The items that the consumers have received from the present address of the channel."""

    __slots__ = ("_count", "_items")

    def __init__(self) -> None:
        self._items: dict[Hashable, list[Item]] = {}
        self._count = 0

    def new(self, items: Iterable[Item]) -> list[Item]:
        """Those of the items that are not among the kept ones; they are kept from now on."""
        left = {key: list(kept) for key, kept in self._items.items()}
        found = [item for item in items if not _removed(left.get(_key(item)), item)]
        for item in found:
            self._items.setdefault(_key(item), []).append(item)
        self._count += len(found)
        self._shrink()
        return found

    def others(self, items: Iterable[Item]) -> list[Item]:
        """Those of the items that are not among the kept ones, which are forgotten: the channel has gone on."""
        found = self.new(items) if self._items else list(items)
        self._items, self._count = {}, 0
        return found

    def _shrink(self) -> None:
        while self._count > LIMIT:
            oldest = next(iter(self._items))
            self._count -= len(self._items.pop(oldest))


def _removed(kept: list[Item] | None, item: Item) -> bool:
    """Whether an equal item was among them; it no longer is."""
    if not kept or item not in kept:
        return False
    kept.remove(item)
    return True


def _key(item: Item) -> Hashable:
    """What equal items have in common, to compare few of them."""
    return item.cause if isinstance(item, Reset) else (item.type, item.rel, item.link.href)
