"""Listeners of the blocking client: to all events, or to those of one operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from ...base.entering import OnlyFor, OnlyWith
from ...base.errors import Error
from ...base.metaclass import make_lazy
from ..flows import operation_tracking
from ..flows.long_poll import take
from ..listener_base import EventStreamBase, PendingOperationBase
from ..readable import Readable
from ..session.consumers import Item

if TYPE_CHECKING:
    from ...reading.events import Event
    from ...states.state import State
    from .client import SendingClient

T_co = TypeVar("T_co", covariant=True)
S = TypeVar("S", bound="State")


class EventStream(EventStreamBase["SendingClient[Any]"], OnlyWith, OnlyFor):
    """The events of one listener: an iterator that ends when it is closed."""

    def next(self, timeout: float | None = None) -> Item:
        """The next event, or a ``Reset``.

        Raises ``TimeoutError`` after ``timeout`` seconds, ``Overflow`` if too many events were left unread, the base of all
        errors once this is closed, and what ``send`` raises if the event channel fails for good.
        """
        item = self._taken(timeout) or self._awaited(timeout)
        if item is None:
            raise Error("this listener is closed")
        return item

    def _awaited(self, timeout: float | None = None) -> Item | None:
        """The next one, which is not here yet; None once this is closed."""
        item: Item | None = self._client._run(take(self._client._session, self._consumer), timeout)
        return item

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        item = None if self._consumer.closed else self._taken(None) or self._awaited()
        if item is None:
            raise StopIteration
        return item

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class PendingOperation(PendingOperationBase["SendingClient[Any]", T_co], OnlyWith, OnlyFor):
    """An operation, followed through its events. It starts when it is entered or first used."""

    @overload
    def result(self: PendingOperation[Readable[S]], timeout: float | None = None) -> S: ...
    @overload
    def result(self: PendingOperation[S], timeout: float | None = None) -> S: ...
    @overload
    def result(self: PendingOperation[None], timeout: float | None = None) -> State | None: ...
    def result(self, timeout: float | None = None) -> Any:
        """The completed state.

        Raises ``OperationFailed`` with the reason, ``TimeoutError`` after ``timeout`` seconds, and what ``send`` raises.
        """
        return self._run(operation_tracking.result(self._client._session, self._begun()), timeout)

    def next(self, timeout: float | None = None) -> Event:
        """The next event of the operation.

        Raises ``TimeoutError`` after ``timeout`` seconds, the base of all errors after the last event, and what
        ``send`` raises.
        """
        event = self._next(timeout)
        if event is None:
            raise Error("there are no further events of this operation")
        return event

    def _next(self, timeout: float | None = None) -> Event | None:
        event: Event | None = self._run(operation_tracking.next_event(self._client._session, self._begun()), timeout)
        return event

    def _run(self, flow: Any, timeout: float | None = None) -> Any:
        return self._client._run(flow, timeout)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        event = self._next()
        if event is None:
            raise StopIteration
        return event

    def __enter__(self) -> Self:
        self._run(self._begun().begun(self._client._session))
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


make_lazy(EventStream, PendingOperation)
