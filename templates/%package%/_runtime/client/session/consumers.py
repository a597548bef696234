"""Consumers of the event channel: each receives every item since its creation, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from ...base.errors import Overflow
from ...base.record import record

if TYPE_CHECKING:
    from ...reading.events import Event
    from ...states.state import State
    from .channel import Channel

Cause: TypeAlias = Literal["resync", "resume", "application"]
Item: TypeAlias = "Event | Reset"

LIMIT = 100_000
"""The number of unread items of a consumer after which it overflows."""


@record
class Reset:
    """The server has lost state: what it kept for the client is gone. Yielded once for each loss."""

    cause: Cause
    """``resync``: events were lost; ``resume``: the channel was reset; ``application``: the application was created again."""
    application: State | None = None
    """The new application, if there is one."""


class Consumer:
    """The unread items of one listener."""

    def __init__(self, channel: Channel, wants: Callable[[Item], bool] | None = None, limit: int = LIMIT) -> None:
        self._channel = channel
        self._wants = wants
        self._limit = limit
        self._items: deque[Item] = deque()
        self._overflown = False
        self.busy = False
        """Whether an item was taken and the next one not requested yet."""
        self.closed = False
        self._is_ended = False

    @property
    def settled(self) -> bool:
        """Whether all its items are handled."""
        return self.closed or self._overflown or not (self._items or self.busy)

    def is_ready(self) -> bool:
        """Whether there is an item, or the consumer is closed."""
        return self.closed or self._overflown or self._is_ended or bool(self._items)

    def offer(self, items: Sequence[Item]) -> None:
        """Queue the wanted ones of some items."""
        if self.closed or self._overflown:
            return
        self._items.extend(items if self._wants is None else filter(self._wants, items))
        if len(self._items) > self._limit:
            self._items.clear()
            self._overflown = True

    def ready(self) -> Item | None:
        """The next item if there is one, as ``take`` gives it; without the lock, because the queue is safe between threads."""
        self.busy = True  # before the item leaves the queue, so that it never looks handled
        try:
            return self._items.popleft()
        except IndexError:
            return None

    def take(self) -> Item | None:
        """The next item, if any; this marks the last one as handled."""
        self.busy = False
        if self._overflown:
            raise Overflow(f"more than {self._limit} events were waiting for this consumer")
        if not self._items:
            if self._is_ended:
                self.close()
            return None
        self.busy = True
        return self._items.popleft()

    def begin(self, wants: Callable[[Item], bool], *, anew: bool) -> None:
        """Keep the wanted ones of the queued items; ``anew``: only those after the last reset."""
        items = [*self._items]
        resets = [number for number, item in enumerate(items, 1) if isinstance(item, Reset)]
        self._items = deque(filter(wants, items[resets[-1] :] if anew and resets else items))

    def handled(self) -> None:
        """The item that was taken last has been handled."""
        self.busy = False

    def end(self) -> None:
        """Stop listening, and keep the queued items."""
        self._is_ended = True

    def close(self) -> None:
        """Stop listening."""
        self.closed = True
        self._items.clear()
        self._channel.forget(self)

    def __len__(self) -> int:
        return len(self._items)
