"""Operations that continue after their call: tracked through the event channel until they are completed."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ...base.errors import DecodeError, Error, InvalidArgument
from ...base.registry import index
from ...calls.errors import ApiError, OperationFailed, TransportError
from ...calls.failures import operation_failed
from ...reading.events import Event
from ...states.link import Link
from ...states.state import State
from ..session.application import is_inside
from ..session.consumers import Consumer, Item, Reset
from ..session.effects import Flow, SingleFlight
from ..session.retry import is_later
from .exchange import end_of
from .long_poll import take
from .recovery import followed, send

if TYPE_CHECKING:
    from ...requests.call import Call
    from ...requests.chain import Chain
    from ..session.channel import Channel
    from ..session.session import ClientSession

T = TypeVar("T")
COMPLETED = "completed"
_FAILED = "failure"
_FAULTS = 500


class Trace:
    """The identity of an operation: its ID, and the addresses found to be its own."""

    __slots__ = ("id", "is_complete", "links")

    def __init__(self, id: str) -> None:
        self.id = id
        self.links: set[str] = set()
        self.is_complete = False
        """Whether its call has been answered: before that, any event may belong to it."""

    def wants(self, item: Item) -> bool:
        """Whether an item may belong to the operation."""
        return not self.is_complete or self.owns(item)

    def owns(self, item: Item) -> bool:
        """Whether an item belongs to it: by its ID, or by an address known from the ID or the answer."""
        if isinstance(item, Reset):
            return True
        if _operation_id(_state(item)) == self.id:
            self.links.add(address(item.link))
            return True
        return address(item.link) in self.links


class TrackedOperation(Generic[T]):
    """A tracked operation: the result of its call, and its events."""

    def __init__(self, channel: Channel, call: Call[T]) -> None:
        if call.operation_id is None:
            raise InvalidArgument(f"{call!r} starts no operation that has events; use `send`")
        self.call = call
        self.given: T | None = None
        """The result of the call, usually a link to the operation."""
        self.last: Event | None = None
        """The event that completed the operation."""
        self._trace = Trace(call.operation_id)
        self._consumer: Consumer = channel.listen(self._trace.wants)

    @property
    def is_over(self) -> bool:
        """Whether there will be no more events."""
        return self.last is not None or self._consumer.closed

    def started(self, given: T, *, anew: bool) -> None:
        """Record the result of the call; ``anew``: the application was created again for it."""
        self.given = given
        if isinstance(given, Link):
            self._trace.links.add(address(given))
        elif isinstance(given, State) and "self" in given.links:
            self._trace.links.add(address(given.links["self"]))
        self._trace.is_complete = True
        self._consumer.begin(self._trace.owns, anew=anew)

    def see(self, item: Item) -> Event:
        """Record an item; raises if the outcome can no longer be known."""
        if isinstance(item, Reset):
            self.close()
            raise OperationFailed(
                f"the server lost its state ({item.cause}); what became of the operation is not known"
            )
        if item.type == COMPLETED and address(item.link) in self._trace.links:
            self.last = item
            self.close()
        return item

    def close(self) -> None:
        """Stop tracking it."""
        self._consumer.close()


class Start(Generic[T]):
    """An operation that starts once for all callers. A start with an unknown outcome is never repeated."""

    def __init__(self, channel: Channel, call: Call[T] | Chain[T]) -> None:
        self._channel = channel
        self._call = call
        self._fault: Error | None = None
        self._is_closed = False
        self.following: TrackedOperation[T] | None = None

    def begun(self, session: ClientSession) -> Flow[TrackedOperation[T]]:
        """The operation, after its start."""
        if not self._is_decided():
            yield SingleFlight(("operation", id(self)), lambda: self._begin(session), self._is_decided)
        if self._fault is not None:
            raise copy(self._fault)
        assert self.following is not None
        return self.following

    def _is_decided(self) -> bool:
        """Whether the call was answered, or must not be sent again."""
        return self.following is not None or self._fault is not None

    def _begin(self, session: ClientSession) -> Flow[None]:
        """Send the call, unless another flow has sent it meanwhile.

        It listens to events in advance, because they may arrive before the answer. The reads of a chain start nothing, so
        that their faults leave the operation to be started.
        """
        if self._is_decided():
            return
        call = yield from followed(session, self._call, end_of(session, None))
        following = TrackedOperation(self._channel, call)
        before = session.application.url if session.application else ""
        try:
            given, response = yield from send(session, call)
        except BaseException as fault:
            following.close()
            self._fault = _uncertain(fault)
            raise
        following.started(given, anew=not is_inside(response.url or call.url, before))
        self.following = following
        if self._is_closed:
            following.close()

    def close(self) -> None:
        """Stop tracking it."""
        self._is_closed = True
        if self.following is not None:
            self.following.close()


def _uncertain(fault: BaseException) -> Error | None:
    """The error for later callers, if the operation may have started in spite of the failure."""
    if isinstance(fault, TransportError):
        return fault if fault.sent else None
    if isinstance(fault, ApiError):
        is_refused = fault.status is not None and (fault.status < _FAULTS or _is_for_later(fault))
        return None if is_refused else fault
    if isinstance(fault, DecodeError):
        return fault
    return None if isinstance(fault, Exception) else TransportError("it is not known whether the operation began")


def _is_for_later(fault: ApiError) -> bool:
    return fault.response is not None and is_later(fault.response)


def next_event(session: ClientSession, start: Start[Any]) -> Flow[Event | None]:
    """The next event of the operation; None when it is over."""
    following = yield from start.begun(session)
    return (yield from _next(session, following))


def _next(session: ClientSession, following: TrackedOperation[Any]) -> Flow[Event | None]:
    if following.is_over:
        return None
    item = yield from take(session, following._consumer)
    return None if item is None else following.see(item)


def result(session: ClientSession, start: Start[Any]) -> Flow[State | None]:
    """The completed state. Raises ``OperationFailed`` with the server's reason."""
    following = yield from start.begun(session)
    while not following.is_over:
        yield from _next(session, following)
    last = following.last
    if last is None:
        raise OperationFailed("the operation was followed no further")
    if last.reason is not None or (last.status or "").lower() == _FAILED:
        raise failure(last)
    get = getattr(last.link, "get", None)
    if last.state is None and get is not None:
        state: State | None = (yield from send(session, get()))[0]
        return state
    return last.state


def failure(event: Event) -> OperationFailed:
    """The error that an event reports."""
    reason = event.reason
    words = "/".join(filter(None, (reason.code, reason.subcode))) if reason else ""
    message = reason.message if reason else None
    text = ": ".join(filter(None, (f"{event.rel} failed", words, message)))
    return operation_failed(text, reason, _state(event))


def _state(event: Event) -> State | None:
    """The state of an event, or None if it cannot be read; the error is raised to readers of the event."""
    try:
        return event.state
    except DecodeError:
        return None


def address(link: Link) -> str:
    """The address of a link, or its href as received if that is no address."""
    try:
        return link.url
    except InvalidArgument:
        return link.href


def _operation_id(state: State | None) -> str | None:
    name = index().operation_id
    if state is None or name is None or name not in state:
        return None
    value = state[name]
    return value if isinstance(value, str) else None
