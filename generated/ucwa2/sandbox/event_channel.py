"""The server's side of an event channel: numbered answers, kept until they are acknowledged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from .catalogue import Priority

DEFAULTS = {"high": 0.0, "medium": 5.0, "low": 15.0}
TIMEOUT = 180.0


@dataclass(frozen=True, slots=True)
class QueuedEvent:
    """An event: who tells of it, what it says in JSON form, when it came up, and how urgent it is."""

    sender: tuple[str, str]
    event: dict[str, Any]
    at: float
    priority: Priority
    number: int

    def is_about(self, other: QueuedEvent) -> bool:
        """Whether both tell of one thing in one place."""
        return (self.sender, self.event["link"], self.event.get("in")) == (
            other.sender,
            other.event["link"],
            other.event.get("in"),
        )


class EventChannel:
    """Answers are numbered from 1; asking for ``ack=N`` acknowledges all before N and gets answer N."""

    def __init__(self, path: str, clock: Callable[[], float], timeout: float = TIMEOUT) -> None:
        self.path = path
        self.clock = clock
        self.delays: dict[str, float] = dict(DEFAULTS)
        self.timeout = self._patience = timeout
        self.waiting: int | None = None
        """The ticket of the request that is pending."""
        self._asked = (0, 0)
        """What the last request acknowledged, and its priority."""
        self.is_closed = False
        self.log: list[tuple[int, tuple[int, ...]]] = []
        """Which events each answer held that was sent, for tests."""
        self.told: dict[int, Callable[[], None]] = {}
        """What is done as soon as an event was sent, by its number."""
        self.lost: Callable[[], None] = lambda: None
        """Is called when state was lost."""
        self._pending: list[QueuedEvent] = []
        self._answers: dict[int, list[QueuedEvent]] = {}
        self._first = 1
        self._next = 1
        self._is_lost = False
        self._resumed: int | None = None
        """The number whose answer said `resume`; it says so again until the client has gone on."""
        self._tickets = 0
        self._count = 0

    def add(self, sender: tuple[str, str], event: dict[str, Any], priority: Priority = "high") -> int:
        """Something happened; gives its number."""
        self._count += 1
        raised = QueuedEvent(sender, event, self.clock(), priority, self._count)
        if event["type"] != "updated" or not self._merged(raised):
            self._pending.append(raised)
        return self._count

    def drop(self, number: int) -> None:
        """Take back an event that was not sent yet."""
        self._pending = [raised for raised in self._pending if raised.number != number]
        self.told.pop(number, None)

    def _merged(self, raised: QueuedEvent) -> bool:
        """Whether it took the place of a pending update of the same thing, which is due when the first of both was."""
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
        return raised.at + self.delays[raised.priority]

    def tune(self, settings: Mapping[str, Any]) -> None:
        """Take in the parameters of a request, which hold for what is pending too."""
        self.delays.update({name: float(settings[name]) for name in ("medium", "low") if name in settings})
        self.timeout = float(settings.get("timeout", self.timeout))

    def lose(self) -> None:
        """Forget what was pending, as a server does that made the channel anew; the next answer says `resume`."""
        self._pending.clear()
        self._answers.clear()
        self.delays = dict(DEFAULTS)
        self.timeout = self._patience
        self._is_lost = True
        self.lost()

    def slip(self) -> None:
        """Forget what was told and is still to be told, and take no number that is known; the next answer is `resync`."""
        self._pending.clear()
        self._answers.clear()
        self._next += 2
        self._first = self._next

    def close(self) -> None:
        """There is no application any more."""
        self.is_closed = True

    def ticket(self, ack: int = 0, priority: int = 0) -> int | None:
        """A request begins to wait, and the one before it is replaced; nothing if that one goes before."""
        if self.waiting is not None and ack == self._asked[0] and priority < self._asked[1]:
            return None
        self._asked = ack, priority
        self._tickets += 1
        self.waiting = self._tickets
        return self._tickets

    def leave(self, ticket: int) -> None:
        """A request waits no more."""
        if self.waiting == ticket:
            self.waiting = None

    def is_in_order(self, ack: int) -> bool:
        return self._first <= ack <= self._next

    def due_at(self) -> float | None:
        """When there will be something to tell."""
        return min(map(self._due, self._pending), default=None)

    def answer(self, ack: int, *, at_last: bool = False) -> dict[str, Any] | None:
        """The answer of a number, if there is one by now; ``at_last``: an empty one will do."""
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
            self._answers[ack] = self._pending
            self._pending = []
            self._next = ack + 1
        events = self._answers.get(ack)
        return None if events is None else self._page(ack, events)

    def _acknowledge(self, ack: int) -> None:
        for number in [number for number in self._answers if number < ack]:
            del self._answers[number]
        self._first = max(self._first, ack)

    def _is_due(self) -> bool:
        due = self.due_at()
        return due is not None and due <= self.clock()

    def _page(self, ack: int, events: list[QueuedEvent]) -> dict[str, Any]:
        self.log.append((ack, tuple(raised.number for raised in events)))
        for done in [self.told.pop(raised.number) for raised in events if raised.number in self.told]:
            done()
        senders = [
            {"rel": rel, "href": href, "events": [raised.event for raised in found]}
            for (rel, href), found in groupby(events, key=lambda raised: raised.sender)
        ]
        links = {"self": {"href": self._href(ack)}, "next": {"href": self._href(ack + 1)}}
        return {"_links": links, "sender": senders}

    def _href(self, ack: int) -> str:
        return f"{self.path}?ack={ack}"
