"""The event channel's answers: events in order, each with its sender, and where to go on."""

from __future__ import annotations

from collections.abc import Iterator

from .link import Link
from .privacy import printable
from .typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errorbody import ErrorBody
    from .state import State


class Event:
    """Something that happened to a resource."""

    __slots__ = ("_in", "_link", "_reason", "_sender", "_state", "_status", "_type")

    def __init__(
        self,
        type: str,
        link: Link,
        *,
        sender: Link | None = None,
        state: State | None = None,
        in_: Link | None = None,
        reason: ErrorBody | None = None,
        status: str | None = None,
    ) -> None:
        self._type, self._link, self._sender, self._state = type, link, sender, state
        self._in, self._reason, self._status = in_, reason, status

    @property
    def type(self) -> str:
        """``added``, ``updated`` or ``deleted``; of an operation ``started``, ``updated`` or ``completed``."""
        return self._type

    @property
    def rel(self) -> str:
        """What kind of resource it happened to."""
        return self._link.rel

    @property
    def link(self) -> Link:
        """The resource that it happened to."""
        return self._link

    @property
    def sender(self) -> Link | None:
        """The resource that tells of it."""
        return self._sender

    @property
    def state(self) -> State | None:
        """The resource itself, where it was sent along."""
        return self._state

    @property
    def in_(self) -> Link | None:
        """The collection that it was added to or removed from."""
        return self._in

    @property
    def reason(self) -> ErrorBody | None:
        """Why it happened."""
        return self._reason

    @property
    def status(self) -> str | None:
        """``Success`` or ``Failure``, where the server says it."""
        return self._status

    def __eq__(self, other: object) -> bool:
        return self._members == other._members if isinstance(other, Event) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    @property
    def _members(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    def __repr__(self) -> str:
        return printable(f"<Event {self.type} {self.rel}{f': {self.reason!r}' if self.reason else ''}>")


class EventPage:
    """One answer of the event channel."""

    __slots__ = ("_events", "_links")

    def __init__(self, events: tuple[Event, ...], links: dict[str, Link]) -> None:
        self._events = events
        self._links = links

    @property
    def events(self) -> tuple[Event, ...]:
        """The events in the order in which they happened."""
        return self._events

    @property
    def next(self) -> Link | None:
        """Where to go on; following it acknowledges these events."""
        return self._links.get("next")

    @property
    def resume(self) -> Link | None:
        """Like ``next``, where conversations and subscriptions were reset."""
        return self._links.get("resume")

    @property
    def resync(self) -> Link | None:
        """Where to go on when an acknowledgement was out of order."""
        return self._links.get("resync")

    @property
    def self(self) -> Link | None:
        """The address of this answer."""
        return self._links.get("self")

    def validate(self) -> None:
        """Read everything, deeply. Raises one ``DecodeError`` that lists every fault."""
        from .validate import faults, refuse

        refuse([fault for event in self.events if event.state is not None for fault in faults(event.state)])

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EventPage):
            return NotImplemented
        return self._events == other._events and self._links == other._links

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<EventPage: {len(self)} events, {', '.join(self._links)}>"
