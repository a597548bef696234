"""Documented events and real ones: matched by sender, type and rel, in the order of the page for each sender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .comparing import Comparer, PageDifference
from .sending import RawResponse


@dataclass(frozen=True, slots=True)
class Told:
    """An event in JSON, with the rel of its sender and the answer that held it."""

    sender: str
    event: dict[str, Any]
    answer: RawResponse | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Sender, type, rel, and the rel that it is in."""
        link, inside = self.event.get("link") or {}, self.event.get("in") or {}
        return (self.sender, str(self.event.get("type")), str(link.get("rel")), str(inside.get("rel", "")))

    @property
    def words(self) -> str:
        """The event in a few words."""
        sender, kind, rel, inside = self.key
        return f"event {kind} {rel}{f' in {inside}' if inside else ''} from {sender}"


@dataclass
class Inbox:
    """The events of one user that no page has shown yet."""

    told: list[Told] = field(default_factory=list)
    shown: list[Told] = field(default_factory=list)
    """Events of the last answer that a page of the guide has shown."""

    def take(self, body: Any, answer: RawResponse) -> None:
        """Add the events of an answer."""
        self.shown = []
        self.told += list(events_of(body, answer))

    def find(self, wanted: list[Told]) -> list[tuple[Told, int | None]]:
        """For each event of the page, the first one that is like it; None where it has not come."""
        used: set[int] = set()
        found: list[tuple[Told, int | None]] = []
        for one in wanted:
            alike = (at for at, other in enumerate(self.told) if at not in used and other.key == one.key)
            place = next(alike, None)
            if place is not None:
                used.add(place)
            found.append((one, place))
        return found

    def has_merged(self, wanted: Told) -> bool:
        """Whether a change was told together with an earlier one: a server may put several of a resource into one event."""
        return wanted.key[1] == "updated" and any(one.key == wanted.key for one in self.shown)

    def drop(self, places: list[int]) -> None:
        """Remove events that a page has shown, and those before the first of them."""
        first = min(places, default=0)
        self.shown += [self.told[at] for at in places]
        self.told = [one for at, one in enumerate(self.told) if at not in places and at >= first]


def events_of(body: Any, answer: RawResponse | None = None) -> Iterator[Told]:
    """The events of a page of the event channel."""
    for sender in body.get("sender", ()) if isinstance(body, dict) else ():
        for event in sender.get("events", ()):
            yield Told(str(sender.get("rel")), event, answer)


def compare_events(comparer: Comparer, inbox: Inbox, wanted: list[Told]) -> Iterator[PageDifference]:
    """The differences between the events of a page and those that came; what was found leaves the inbox."""
    found = inbox.find(wanted)
    last: dict[str, int] = {}
    for one, place in found:
        if place is None:
            if not inbox.has_merged(one):
                yield PageDifference(one.words, "there", "missing")
            continue
        if place < last.get(one.sender, -1):
            yield PageDifference(one.words, "later", "earlier than the event before it")
        last[one.sender] = max(last.get(one.sender, -1), place)
        theirs = inbox.told[place].event
        due = {name: value for name, value in one.event.items() if name not in ("in", "type")}
        yield from comparer.body(due, theirs, f"{one.words}: $")
    inbox.drop([place for _, place in found if place is not None])
