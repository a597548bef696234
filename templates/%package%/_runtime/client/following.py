"""Operations that go on after their call: followed through the event channel until they are completed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..errors import DecodeError, InvalidArgument, OperationFailed
from ..events import Event
from ..link import Link
from ..registry import index
from .consumers import Consumer, Item, Reset, take
from .effects import Flow

if TYPE_CHECKING:
    from ..calls import Call
    from ..state import State
    from .channel import Channel
    from .core import Core

T = TypeVar("T")
COMPLETED = "completed"
_FAILED = "failure"


class Following(Generic[T]):
    """An operation as far as it is known: what its call gave, and the events that tell of it."""

    def __init__(self, channel: Channel, call: Call[T]) -> None:
        if call.operation_id is None:
            raise InvalidArgument("this call starts nothing that events would tell of", parameter=index().operation_id)
        self.id: str = call.operation_id
        self.call = call
        self.given: T | None = None
        """What the call gave: a link to the operation, as a rule."""
        self.last: Event | None = None
        """The event that completed it."""
        self._links: set[str] = set()
        self._consumer: Consumer = channel.listen(self._wants)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.last is not None or self._consumer.closed

    def started(self, given: T) -> None:
        """Take in what the call gave."""
        self.given = given
        if isinstance(given, Link):
            self._links.add(given.url)

    def see(self, item: Item) -> Event:
        """Take in an item; raises where it ends all hope."""
        if isinstance(item, Reset):
            self.close()
            raise OperationFailed(
                f"the server lost its state ({item.cause}); what became of the operation is not known"
            )
        if item.type == COMPLETED and self._is_itself(item):
            self.last = item
            self.close()
        return item

    def close(self) -> None:
        """Follow it no more."""
        self._consumer.close()

    def _wants(self, item: Item) -> bool:
        """An event tells of the operation by its ID, and by its address once that is known by the ID or the answer."""
        if isinstance(item, Reset):
            return True
        if _operation_id(_state(item)) == self.id:
            self._links.add(item.link.url)
            return True
        return item.link.url in self._links

    def _is_itself(self, event: Event) -> bool:
        return event.link.url in self._links


def begin(core: Core, channel: Channel, call: Call[T]) -> Flow[Following[T]]:
    """Start an operation. Its events are listened to beforehand, as they may overtake the answer."""
    from .sending import send

    following = Following(channel, call)
    try:
        given, _ = yield from send(core, call)
    except BaseException:
        following.close()
        raise
    following.started(given)
    return following


def next_event(core: Core, following: Following[Any]) -> Flow[Event | None]:
    """The next event of the operation; None when it is over."""
    if following.is_over:
        return None
    item = yield from take(core, following._consumer)
    return None if item is None else following.see(item)


def result(core: Core, following: Following[Any]) -> Flow[State | None]:
    """The completed state. Raises ``OperationFailed`` with the server's reason."""
    from .sending import send

    while not following.is_over:
        yield from next_event(core, following)
    last = following.last
    if last is None:
        raise OperationFailed("the operation was followed no further")
    if last.reason is not None or (last.status or "").lower() == _FAILED:
        raise failure(last)
    get = getattr(last.link, "get", None)
    if last.state is None and get is not None:
        state: State | None = (yield from send(core, get()))[0]
        return state
    return last.state


def failure(event: Event) -> OperationFailed:
    """The error that an event reports."""
    reason = event.reason
    words = "/".join(filter(None, (reason.code, reason.subcode))) if reason else ""
    message = reason.message if reason else None
    text = ": ".join(filter(None, (f"{event.rel} failed", words, message)))
    return OperationFailed(text, reason=reason, state=_state(event))


def _state(event: Event) -> State | None:
    """The state of an event, if it can be read: who asks for it hears why not, not who else listens."""
    try:
        return event.state
    except DecodeError:
        return None


def _operation_id(state: State | None) -> str | None:
    name = index().operation_id
    if state is None or name not in state:
        return None
    value = state[name]
    return value if isinstance(value, str) else None
