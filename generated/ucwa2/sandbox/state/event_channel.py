"""The server side of an event channel: numbered pages of events, kept until they are acknowledged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Protocol
from urllib.parse import urlencode

from ..pages.catalogue import Priority, catalogue
from .bounded_log import BoundedLog

DEFAULTS = {"realtime": 0.0, "high": 0.0, "medium": 5.0, "low": 15.0}
TIMEOUT = 180.0


@dataclass(frozen=True, slots=True)
class QueuedEvent:
    """An event in JSON form, with its sender, its time and its priority."""

    sender: tuple[str, str]
    event: dict[str, Any]
    at: float
    priority: Priority
    number: int

    def is_about(self, other: QueuedEvent) -> bool:
        """Whether both are about one resource in one place."""
        return (self.sender, self.event["link"], self.event.get("in")) == (
            other.sender,
            other.event["link"],
            other.event.get("in"),
        )


class ChannelSettings(Protocol):
    """The settings that channels of events read."""

    channel_timeout: float
    prompt_events: bool


@dataclass(slots=True)
class DefaultSettings:
    """Those of a channel that stands alone."""

    channel_timeout: float = TIMEOUT
    prompt_events: bool = False


def _size_of_page(page: tuple[int, tuple[int, ...]]) -> int:
    """The bytes of a page in the log, about."""
    return 64 + 8 * len(page[1])


class EventChannel:
    """Pages are numbered from 1; a request with ``ack=N`` acknowledges all pages before N and gets page N."""

    def __init__(
        self,
        path: str,
        clock: Callable[[], float],
        settings: Callable[[], ChannelSettings] = DefaultSettings,
        query: Mapping[str, str] | None = None,
    ) -> None:
        self.path = path
        self.query = dict(query or {})
        """Parameters of its addresses besides the position."""
        self.clock = clock
        self.delays: dict[str, float] = dict(DEFAULTS)
        self._settings = settings
        """The settings as they are now, which may change while it is open."""
        self._timeout: float | None = None
        """The one that the client has stated."""
        self.waiting: int | None = None
        """The ticket of the pending request."""
        self._last = (0, 0)
        """The page and the priority of the last request."""
        self.is_closed = False
        self.log: list[tuple[int, tuple[int, ...]]] = BoundedLog(_size_of_page)
        """The numbers of the events on each of the last pages that were sent, for tests."""
        self.sent: dict[int, Callable[[], None]] = {}
        """Callbacks that run when an event was sent, by its number."""
        self.lost: Callable[[], None] = lambda: None
        """Is called after the channel has lost its state."""
        self._pending: list[QueuedEvent] = []
        self._pages: dict[int, list[QueuedEvent]] = {}
        self._first = 1
        self._next = 1
        self._is_lost = False
        self._resumed: int | None = None
        """The page with the link `resume`; it is repeated until the client follows that link."""
        self._tickets = 0
        self._count = 0

    def twin(self, query: Mapping[str, str]) -> EventChannel:
        """A channel for the same events from now on; their numbers and callbacks are the same."""
        found = EventChannel(self.path, self.clock, self._settings, query)
        found.sent, found.lost, found._count = self.sent, self.lost, self._count
        return found

    @property
    def timeout(self) -> float:
        """Seconds after which a long poll without events ends."""
        return self._settings().channel_timeout if self._timeout is None else self._timeout

    def add(self, sender: tuple[str, str], event: dict[str, Any], priority: Priority = "high") -> int:
        """Queue an event; gives its number."""
        self._count += 1
        raised = QueuedEvent(sender, event, self.clock(), priority, self._count)
        if event["type"] != "updated" or not self._merged(raised):
            self._pending.append(raised)
        return self._count

    def drop(self, number: int) -> None:
        """Remove an event that was not sent yet."""
        self._pending = [raised for raised in self._pending if raised.number != number]
        self.sent.pop(number, None)

    def _merged(self, raised: QueuedEvent) -> bool:
        """Whether it replaced a pending update of the same resource; the update keeps the earlier due time."""
        for at in reversed(range(len(self._pending))):
            known = self._pending[at]
            if known.is_about(raised):
                if known.event["type"] != "updated":
                    return False
                first = min(known, raised, key=self._due)
                self._pending[at] = replace(raised, at=first.at, priority=first.priority)
                return True
        return False

    def _due(self, raised: QueuedEvent) -> float:
        return raised.at if self._settings().prompt_events else raised.at + self.delays[raised.priority]

    def tune(self, settings: Mapping[str, Any]) -> None:
        """Apply the parameters of a request, also to pending events."""
        self.delays.update({name: float(settings[name]) for name in ("medium", "low") if name in settings})
        if "timeout" in settings:
            self._timeout = float(settings["timeout"])

    def lose(self) -> None:
        """Forget all events, as a server does that creates the channel again; the next page has the link `resume`."""
        self._pending.clear()
        self._pages.clear()
        self.delays = dict(DEFAULTS)
        self._timeout = None
        self._is_lost = True
        self.lost()

    def slip(self) -> None:
        """Forget all events and reject all known page numbers; the next page has the link `resync`."""
        self._pending.clear()
        self._pages.clear()
        self._next += 2
        self._first = self._next

    def close(self) -> None:
        """End the channel: its application is gone."""
        self.is_closed = True

    def ticket(self, ack: int = 0, priority: int = 0) -> int | None:
        """Let a request wait in place of the one before; None if that one has a higher priority."""
        if self.waiting is not None and ack == self._last[0] and priority < self._last[1]:
            return None
        self._last = ack, priority
        self._tickets += 1
        self.waiting = self._tickets
        return self._tickets

    def skip(self) -> None:
        """Give out all pending events to no client, as if one had received and acknowledged them."""
        self.page(self._next, at_last=True)
        self._acknowledge(self._next)

    def leave(self, ticket: int) -> None:
        """End the wait of a request."""
        if self.waiting == ticket:
            self.waiting = None

    def is_in_order(self, ack: int) -> bool:
        return self._first <= ack <= self._next

    def due_at(self) -> float | None:
        """When the next event is due."""
        return min(map(self._due, self._pending), default=None)

    def page(self, ack: int, *, at_last: bool = False) -> dict[str, Any] | None:
        """The page with a number, if it is due by now; ``at_last`` allows an empty one."""
        if self._is_lost and self.is_in_order(ack):
            self._is_lost, self._resumed = False, ack
            self._next = max(self._next, ack) + 1
            self._first = self._next
        if ack == self._resumed:
            return {"_links": {"self": {"href": self._href(ack)}, "resume": {"href": self._href(self._first)}}}
        if not self.is_in_order(ack):
            return {"_links": {"resync": {"href": self._href(self._first)}}}
        self._resumed = None
        self._acknowledge(ack)
        if ack == self._next and (self._is_due() or at_last):
            self._pages[ack] = self._pending
            self._pending = []
            self._next = ack + 1
        events = self._pages.get(ack)
        return None if events is None else self._page(ack, events)

    def _acknowledge(self, ack: int) -> None:
        for number in [number for number in self._pages if number < ack]:
            del self._pages[number]
        self._first = max(self._first, ack)

    def _is_due(self) -> bool:
        due = self.due_at()
        return due is not None and due <= self.clock()

    def _page(self, ack: int, events: list[QueuedEvent]) -> dict[str, Any]:
        self.log.append((ack, tuple(raised.number for raised in events)))
        for done in [self.sent.pop(raised.number) for raised in events if raised.number in self.sent]:
            done()
        senders = [
            {"rel": rel, "href": href, "events": [raised.event for raised in found]}
            for (rel, href), found in groupby(events, key=lambda raised: raised.sender)
        ]
        links = {"self": {"href": self._href(ack)}, "next": {"href": self._href(ack + 1)}}
        return {"_links": links, "sender": senders}

    @property
    def href(self) -> str:
        """The address of the first page that is not acknowledged."""
        return self._href(self._first)

    def _href(self, ack: int) -> str:
        return f"{self.path}?{urlencode({catalogue().position: ack, **self.query})}"
