"""Listeners of the client for ``async``: to all events, or to those of one operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from ...base.entering import OnlyAsyncFor, OnlyAsyncWith
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
    from .client import AsyncSendingClient

T_co = TypeVar("T_co", covariant=True)
S = TypeVar("S", bound="State")


class AsyncEventStream(EventStreamBase["AsyncSendingClient[Any]"], OnlyAsyncWith, OnlyAsyncFor):
    """The events of one listener: an iterator that ends when it is closed."""

    async def next(self, timeout: float | None = None) -> Item:
        """The next event, or a ``Reset``.

        Raises ``TimeoutError`` after ``timeout`` seconds, ``Overflow`` if too many events were left unread, the base of all
        errors once this is closed, and what ``send`` raises if the event channel fails for good.
        """
        item = self._taken(timeout) or await self._awaited(timeout)
        if item is None:
            raise Error("this listener is closed")
        return item

    async def _awaited(self, timeout: float | None = None) -> Item | None:
        """The next one, which is not here yet; None once this is closed."""
        item: Item | None = await self._client._run(take(self._client._session, self._consumer), timeout)
        return item

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        item = None if self._consumer.closed else self._taken(None) or await self._awaited()
        if item is None:
            raise StopAsyncIteration
        return item

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()


class AsyncPendingOperation(PendingOperationBase["AsyncSendingClient[Any]", T_co], OnlyAsyncWith, OnlyAsyncFor):
    """An operation, followed through its events. It starts when it is entered or first used."""

    @overload
    async def result(self: AsyncPendingOperation[Readable[S]], timeout: float | None = None) -> S: ...
    @overload
    async def result(self: AsyncPendingOperation[S], timeout: float | None = None) -> S: ...
    @overload
    async def result(self: AsyncPendingOperation[None], timeout: float | None = None) -> State | None: ...
    async def result(self, timeout: float | None = None) -> Any:
        """The completed state.

        Raises ``OperationFailed`` with the reason, ``TimeoutError`` after ``timeout`` seconds, and what ``send`` raises.
        """
        return await self._run(operation_tracking.result(self._client._session, self._begun()), timeout)

    async def next(self, timeout: float | None = None) -> Event:
        """The next event of the operation.

        Raises ``TimeoutError`` after ``timeout`` seconds, the base of all errors after the last event, and what
        ``send`` raises.
        """
        event = await self._next(timeout)
        if event is None:
            raise Error("there are no further events of this operation")
        return event

    async def _next(self, timeout: float | None = None) -> Event | None:
        event: Event | None = await self._run(
            operation_tracking.next_event(self._client._session, self._begun()), timeout
        )
        return event

    async def _run(self, flow: Any, timeout: float | None = None) -> Any:
        return await self._client._run(flow, timeout)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        event = await self._next()
        if event is None:
            raise StopAsyncIteration
        return event

    async def __aenter__(self) -> Self:
        await self._run(self._begun().begun(self._client._session))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()


make_lazy(AsyncEventStream, AsyncPendingOperation)
