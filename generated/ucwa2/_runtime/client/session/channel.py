"""The event channel: one pending request at a time, whose answer has the next address.

A pure state machine. ``request`` is the next request, and ``answer``, ``lost`` and ``failed`` record its result.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias
from weakref import ref

from ...base.errors import Error
from ...base.registry import index, load
from ...calls.errors import TransportError
from .consumers import Consumer, Item, Reset
from .deliveries import Deliveries
from .next_address import mixed_up, refusal

if TYPE_CHECKING:
    from ...reading.events import EventPage
    from ...requests.call import Call
    from ...states.link import Link
    from ...states.state import State
    from .consumers import Cause

Acknowledge: TypeAlias = Literal["at once", "after handling"]
"""When the server may forget events: once they have arrived, where a crash loses unhandled ones; or once
every consumer has requested the next one, where a crash repeats those of one answer."""

SLACK = 30.0
"""Seconds that an answer may arrive after the channel's own timeout."""

WAITING = 180.0
"""Seconds for which the server holds a request without events, by default."""

QUIET = 1.0
"""Seconds within which two answers without progress are too many."""

_SLOWEST = 30.0
_DOUBLED = 5
_REMEMBERED = 64
"""The number of earlier addresses to which the channel never goes back."""


class Channel:
    """The position of the channel, and its consumers."""

    def __init__(
        self,
        start: Link,
        application: str | None = None,
        *,
        options: Mapping[str, int] | None = None,
        acknowledge: Acknowledge = "at once",
        position: str | None = None,
    ) -> None:
        self._link = start if position is None else type(start)(position, base=start.url)
        self.application = application
        """The address of its application."""
        self._options = dict(options or {})
        self._tell = bool(self._options)
        self._acknowledge = acknowledge
        self._listening: list[ref[Consumer]] = []
        self._handled = self._link.url
        self._delivered = Deliveries()
        self._visited: deque[str] = deque(maxlen=_REMEMBERED)
        self._unheard: list[Item] = []
        self._fruitless = 0
        self._failing_since: float | None = None
        self._astray_since: float | None = None
        self.astray: Error | None = None
        """The error of the last answer, if it led nowhere: its items are delivered, and the request stays the same."""
        self.was_reset = False
        """Whether the last answer said that the server lost state."""
        self.not_before = 0.0
        """The earliest time of the next request, by the session's clock."""

    @property
    def position(self) -> str:
        """The position for a new process: all earlier events are handled, or have arrived, by ``acknowledge``."""
        return self._link.url if self._acknowledge == "at once" or self.settled else self._handled

    @property
    def settled(self) -> bool:
        """Whether all received events are handled."""
        return all(consumer.settled for consumer in self._consumers())

    @property
    def may_go_on(self) -> bool:
        """Whether the next request, which acknowledges the received events, may be sent."""
        return self._acknowledge == "at once" or self.settled

    @property
    def timeout(self) -> float:
        """Seconds after which no answer is expected any longer."""
        return self._options.get("timeout", WAITING) + SLACK

    def listen(self, wants: Callable[[Item], bool] | None = None) -> Consumer:
        """A consumer of all items from now on, while it is referenced."""
        consumer = Consumer(self, wants)
        if wants is None:
            consumer.offer(self._unheard)
            self._unheard = []
        self._listening = [*(known for known in self._listening if known() is not None), ref(consumer)]
        return consumer

    def announce(self, item: Item) -> None:
        """Dispatch an item to the first consumer of all items, which does not exist yet."""
        self._unheard.append(item)

    def forget(self, consumer: Consumer) -> None:
        """Stop dispatching to a consumer."""
        self._listening = [known for known in self._listening if known() not in (None, consumer)]

    def close(self) -> None:
        """End every consumer."""
        for consumer in self._consumers():
            consumer.close()

    @property
    def url(self) -> str:
        """The address of the next request."""
        return self._link.url

    @property
    def asked(self) -> object:
        """Distinguishes an answer to the present request from answers to earlier ones."""
        return self._link

    def request(self) -> Call[EventPage]:
        """The next request. The server stores the options, so that they are sent once, and after a loss."""
        kind = load(index().links[index().role("events")])
        call: Call[EventPage] = kind(self._link.url).get(**(self._options if self._tell else {}))
        return call

    def answer(self, page: EventPage | None, asked: object = None, check: Callable[[str], None] | None = None) -> bool:
        """Record an answer to the request ``asked``; returns whether it has news.

        A late answer to an earlier channel is ignored. ``check`` raises ``LinkRefused`` for an address that is refused.
        """
        if asked is not None and asked is not self._link:
            return True
        self._failing_since = None
        self._tell = self.was_reset = False
        self.astray = None if page is None else mixed_up(page, self._link.url, self.application)
        if page is None or self.astray is not None:
            return False
        if page.resync is not None:
            return self._void("resync", page.resync, page, check)
        if page.resume is not None:
            return self._void("resume", page.resume, page, check)
        return self._next(page, check)

    def _next(self, page: EventPage, check: Callable[[str], None] | None) -> bool:
        self.astray = refusal(page.next, self._visited, check)
        if page.next is None or self.astray is not None:
            self._dispatch(*self._delivered.new(page.events))
            return False
        if page.next.url != self._link.url:
            return self._go_on(page.next, page.events)
        fresh = self._delivered.new(page.events)
        if page.events and not fresh:
            self.astray = TransportError("the event channel repeats its events, and does not go on")
        self._dispatch(*fresh)
        return False

    def lost(self, cause: Cause, application: State, url: str | None = None) -> bool:
        """The application was created again, at ``url``; returns whether it has a channel. Otherwise this one ends."""
        self.application = url
        link = application.links.get(index().role("events"))
        if link is None:
            self._dispatch(Reset(cause, application))
            for consumer in self._consumers():
                consumer.end()
            return False
        self._begin(link)
        self._handled = self._link.url
        self._tell = bool(self._options)
        self._dispatch(Reset(cause, application))
        return True

    def failed(self, now: float, patience: float) -> bool:
        """Record a missing answer; returns whether to try again."""
        if self._failing_since is None:
            self._failing_since = now
        return now - self._failing_since < patience

    def strayed(self, now: float, patience: float) -> bool:
        """Record an answer that led nowhere; returns whether to try again."""
        if self._astray_since is None:
            self._astray_since = now
        return now - self._astray_since < patience

    def pause(self, *, fruitless: bool) -> float:
        """Seconds to wait before the next request: none at first, then growing while there is no progress."""
        self._fruitless = self._fruitless + 1 if fruitless else 0
        return min(_SLOWEST, QUIET * 2.0 ** min(self._fruitless - 2, _DOUBLED)) if self._fruitless > 1 else 0.0

    def _void(self, cause: Cause, link: Link, page: EventPage, check: Callable[[str], None] | None) -> bool:
        """Tell consumers that the server lost state, once for each loss."""
        self._visited.clear()
        self.astray = refusal(link, self._visited, check)
        items: tuple[Item, ...] = (Reset(cause), *page.events)
        if self.astray is not None or link.url == self._link.url:
            fresh = self._delivered.new(items)
            self.was_reset = bool(fresh)
            self._dispatch(*fresh)
            return False
        self.was_reset = True
        self._tell = bool(self._options)
        self._go_on(link, items)
        self._visited.clear()
        return False

    def _go_on(self, link: Link, items: Sequence[Item]) -> bool:
        """Go on at an address, and dispatch what is new; returns whether there is anything."""
        fresh = self._delivered.others(items)
        self._handled = self._link.url
        self._visited.append(self._link.url)
        self._astray_since = None
        self._link = link
        self._dispatch(*fresh)
        return bool(fresh)

    def _begin(self, link: Link) -> None:
        """Begin at the address of a new channel."""
        self._link = link
        self._astray_since = None
        self._visited.clear()
        self._delivered = Deliveries()

    def _dispatch(self, *items: Item) -> None:
        for consumer in self._consumers():
            consumer.offer(items)

    def _consumers(self) -> list[Consumer]:
        return [consumer for known in self._listening if (consumer := known()) is not None]
