"""The event channel of a user: pages of events are read until all of a documented page have come, or patience ends."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .comparing import Comparer, PageDifference
from .events import Told, compare_events, events_of
from .people import Person
from .sending import RawRequest, RawResponse, Sender
from .transcript import Act, TranscriptMessage


@dataclass(frozen=True)
class EventReading:
    """Reads the events of one user."""

    sender: Sender
    person: Person
    patience: float
    """Seconds to wait for an event."""

    def poll(self, request: RawRequest | None = None) -> RawResponse | None:
        """The next page of events, by the request of a page of the guide if there is one; None where none came in time."""
        known = self.person.known
        if request is None:
            if known.next_events is None:
                return None
            request = self.person.binder.act(Act(method="GET"), known.next_events)
        answer = self.sender.send(request, self.patience)
        if answer is None:
            return None
        body = self.person.learn(answer)
        self.person.inbox.take(body, answer)
        following = (body.get("_links") or {}).get("next") if isinstance(body, dict) else None
        if isinstance(following, dict):
            known.next_events = answer.absolute(following["href"])
        return answer

    def compared(
        self, request: RawRequest | None, page: TranscriptMessage, due: dict[str, Any], comparer: Comparer
    ) -> Iterator[PageDifference]:
        """The differences to the events of a page of the guide; the first request is that of the guide."""
        inbox, known = self.person.inbox, self.person.known
        wanted = [Told(one.sender, one.event) for one in events_of(due)]
        until = time.monotonic() + self.patience
        answer: RawResponse | None = None
        while self._waits(wanted) and time.monotonic() < until:
            answer = self.poll(request)
            request = None
            if answer is None or answer.status >= 400:
                break
        if answer is not None and page.start:
            yield from comparer.head(page, answer)
        for one, place in inbox.find(wanted):
            there = None if place is None else inbox.told[place].answer
            if place is not None and there is not None:
                known.pair(one.event, inbox.told[place].event, there)
        yield from compare_events(comparer, inbox, wanted)

    def _waits(self, wanted: list[Told]) -> bool:
        """Whether an event has yet to come."""
        inbox = self.person.inbox
        return any(place is None and not inbox.has_merged(one) for one, place in inbox.find(wanted))


def is_events(body: dict[str, Any]) -> bool:
    """Whether a body is a page of the event channel."""
    return "sender" in body
