"""What the blocking client hears: all events, or those of one operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from ..errors import Error
from . import following
from .consumers import Consumer, Item, take

if TYPE_CHECKING:
    from ..calls import Call
    from ..events import Event
    from ..state import State
    from .leads import Leads
    from .sync import Client

T_co = TypeVar("T_co", covariant=True)
S = TypeVar("S", bound="State")


class Events:
    """What one listener hears: an iterator that ends when it is closed."""

    def __init__(self, client: Client[Any], consumer: Consumer) -> None:
        self._client = client
        self._consumer = consumer

    def next(self, timeout: float | None = None) -> Item:
        """The next event; ``TimeoutError`` after so many seconds, ``UcwaError`` once this was closed."""
        item = self._next(timeout)
        if item is None:
            raise Error("nobody listens here any more: it was closed")
        return item

    def _next(self, timeout: float | None = None) -> Item | None:
        item: Item | None = self._taken() or self._client._run(take(self._client._core, self._consumer), timeout)
        return item

    def _taken(self) -> Item | None:
        """The next one if it is here already, which needs no flow."""
        self._client._check_here()
        with self._client._core.lock:
            return self._consumer.take()

    def handled(self) -> None:
        """Say that the last event has been handled, before the next is asked for: then ``client.position`` tells so.

        Who stores the position in order to go on after a crash does it between this and the next event.
        """
        with self._client._core.lock:
            self._consumer.handled()
        self._client._wake()

    def close(self) -> None:
        """Hear no more."""
        with self._client._core.lock:
            self._consumer.close()
        self._client._wake()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        item = None if self._consumer.closed else self._next()
        if item is None:
            raise StopIteration
        return item

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Operation(Generic[T_co]):
    """An operation, followed through its events. It begins when it is entered, or first asked for something."""

    def __init__(self, client: Client[Any], call: Call[T_co]) -> None:
        self._client = client
        self._call = call
        self._start: following.Start[T_co] | None = None

    @property
    def link(self) -> T_co | None:
        """What the call gave: a link to the operation."""
        begun = self._start.following if self._start else None
        return begun.given if begun else None

    @property
    def id(self) -> str | None:
        """The ID by which its events tell of it."""
        return self._call.operation_id

    @overload
    def result(self: Operation[Leads[S]], timeout: float | None = None) -> S: ...
    @overload
    def result(self: Operation[S], timeout: float | None = None) -> S: ...
    @overload
    def result(self: Operation[None], timeout: float | None = None) -> State | None: ...
    def result(self, timeout: float | None = None) -> Any:
        """The completed state. Raises ``OperationFailed`` with the reason, and ``TimeoutError`` after so many seconds."""
        return self._run(following.result(self._client._core, self._begun()), timeout)

    def next(self, timeout: float | None = None) -> Event:
        """The next event of the operation; ``TimeoutError`` after so many seconds, ``UcwaError`` after the last one."""
        event = self._next(timeout)
        if event is None:
            raise Error("there are no further events of this operation")
        return event

    def _next(self, timeout: float | None = None) -> Event | None:
        event: Event | None = self._run(following.next_event(self._client._core, self._begun()), timeout)
        return event

    def close(self) -> None:
        """Follow it no more."""
        if self._start is not None:
            with self._client._core.lock:
                self._start.close()
            self._client._wake()

    def _run(self, flow: Any, timeout: float | None = None) -> Any:
        return self._client._run(flow, timeout)

    def _begun(self) -> following.Start[T_co]:
        with self._client._core.lock:
            if self._start is None:
                self._start = following.Start(self._client._channel, self._call)
            return self._start

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        event = self._next()
        if event is None:
            raise StopIteration
        return event

    def __enter__(self) -> Self:
        self._run(self._begun().begun(self._client._core))
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
