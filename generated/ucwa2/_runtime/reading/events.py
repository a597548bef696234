"""Answers of the event channel: events in order, each with its sender, and the next link."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..base.errors import DecodeError
from ..base.frozen import frozen
from ..base.redact import printable, shown
from ..base.typing_shim import TYPE_CHECKING, Any, TypeVar
from ..states.link import Link

if TYPE_CHECKING:
    from ..states.state import State
    from .error_body import ErrorBody

T = TypeVar("T")


class Event:
    """A change of a resource. Members of another shape are refused when they are read."""

    __slots__ = ("_in", "_link", "_reason", "_sender", "_state", "_status", "_type")

    def __init__(
        self,
        type: str,
        link: Link,
        *,
        sender: Link | DecodeError | None = None,
        state: State | DecodeError | None = None,
        in_: Link | DecodeError | None = None,
        reason: ErrorBody | None = None,
        status: str | None = None,
    ) -> None:
        self._type, self._link = type, link
        self._sender: Link | DecodeError | None = sender
        self._state: State | DecodeError | None = state
        self._in: Link | DecodeError | None = in_
        self._reason, self._status = reason, status

    @property
    def type(self) -> str:
        """``added``, ``updated`` or ``deleted``; of an operation ``started``, ``updated`` or ``completed``."""
        return self._type

    @property
    def rel(self) -> str:
        """The rel of the changed resource."""
        return self._link.rel

    @property
    def link(self) -> Link:
        """The changed resource."""
        return self._link

    @property
    def sender(self) -> Link | None:
        """The resource that sends the event."""
        return _read(self._sender)

    @property
    def state(self) -> State | None:
        """The state of the resource, if it is embedded."""
        return _read(self._state)

    @property
    def in_(self) -> Link | None:
        """The resource that it is part of, such as the collection that it was added to or removed from."""
        return _read(self._in)

    @property
    def reason(self) -> ErrorBody | None:
        """The reason of a failure or change."""
        return self._reason

    @property
    def status(self) -> str | None:
        """``Success`` or ``Failure``, if the server sends it."""
        return self._status

    def _faults(self) -> Iterator[DecodeError]:
        """Everything that cannot be read in it, deeply."""
        from ..states.validate import faults

        yield from (member for member in (self._sender, self._in, self._state) if isinstance(member, DecodeError))
        if self._state is not None and not isinstance(self._state, DecodeError):
            yield from faults(self._state)

    def _hide(self, clean: Callable[[Any], Any]) -> None:
        """Clean what it says of failures, before it is given to its readers."""
        self._reason = clean(self._reason)
        self._sender, self._in, self._state = clean(self._sender), clean(self._in), clean(self._state)

    def __eq__(self, other: object) -> bool:
        return self._members == other._members if isinstance(other, Event) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    @property
    def _members(self) -> tuple[Any, ...]:
        return tuple(map(_compared, (getattr(self, name) for name in self.__slots__)))

    def __repr__(self) -> str:
        where = f" in {self._in.rel} {shown(self._in.href)}" if isinstance(self._in, Link) else ""
        reason = f": {self.reason!r}" if self.reason else ""
        return printable(f"<Event {self.type} {self.rel} {shown(self._link.href)}{where}{reason}>")


def _read(member: T | DecodeError | None) -> T | None:
    """A member of an event; raises its fault."""
    if isinstance(member, DecodeError):
        raise member.within("$")
    return member


def _compared(member: object) -> object:
    return str(member) if isinstance(member, DecodeError) else member


class EventPage:
    """One answer of the event channel."""

    __slots__ = ("_events", "_links", "_members", "_refused", "_unread")

    def __init__(
        self,
        events: tuple[Event, ...],
        links: dict[str, Link],
        members: Mapping[str, Any] | None = None,
        refused: tuple[DecodeError, ...] = (),
        unread: tuple[DecodeError, ...] = (),
    ) -> None:
        self._events = events
        self._links = links
        self._members = members or {}
        self._refused = refused
        self._unread = unread

    @property
    def events(self) -> tuple[Event, ...]:
        """The events in the order in which they happened."""
        return self._events

    @property
    def refused(self) -> tuple[DecodeError, ...]:
        """The faults of events that are not among ``events``, because they have no type, or neither link nor state."""
        return self._refused

    @property
    def next(self) -> Link | None:
        """The next request; it acknowledges these events."""
        return self._links.get("next")

    @property
    def resume(self) -> Link | None:
        """As ``next``, after a reset of the channel, with which the server lost state."""
        return self._links.get("resume")

    @property
    def resync(self) -> Link | None:
        """The next request after an acknowledgement out of order."""
        return self._links.get("resync")

    @property
    def self(self) -> Link | None:
        """The address of this answer."""
        return self._links.get("self")

    @property
    def members(self) -> Mapping[str, Any]:
        """The other members of the answer by their wire names, none of which is documented."""
        found: Mapping[str, Any] = frozen(self._members)
        return found

    def validate(self) -> None:
        """Read everything, deeply. Raises one ``DecodeError`` that lists every fault."""
        from ..states.validate import refuse

        refuse([*self._refused, *self._unread, *(fault for event in self.events for fault in event._faults())])

    def _failures(self) -> list[Event | DecodeError]:
        """What says a failure: events with a reason or with a member that cannot be read, and the faults of the rest."""
        events = [
            event
            for event in self._events
            if event._reason is not None or DecodeError in (type(event._state), type(event._sender), type(event._in))
        ]
        return [*events, *self._refused, *self._unread]

    def _states(self) -> Iterator[State]:
        """The states of the events that can be read."""
        for event in self._events:
            if event._state is not None and not isinstance(event._state, DecodeError):
                yield event._state

    def checked(self, strict: bool) -> EventPage:
        """The page itself; where ``strict`` holds, events that cannot be read and content that no value holds are errors."""
        from ..states.validate import refuse

        refuse([*self._refused, *self._unread] if strict else [])
        return self

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EventPage):
            return NotImplemented
        same = self._events == other._events and self._links == other._links
        return same and self._faults == other._faults

    __hash__ = None  # type: ignore[assignment]

    @property
    def _faults(self) -> list[str]:
        return [*map(str, (*self._refused, *self._unread))]

    def __repr__(self) -> str:
        return f"<EventPage: {len(self)} events, {', '.join(self._links)}>"
