"""What the client for ``async`` hears: all events, or those of one operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from ..errors import Error
from . import following
from .consumers import Consumer, Item, take

if TYPE_CHECKING:
    from ..calls import Call
    from ..events import Event
    from ..state import State
    from .aio import AsyncClient
    from .leads import Leads

T_co = TypeVar("T_co", covariant=True)
S = TypeVar("S", bound="State")


class AsyncEvents:
    """What one listener hears: an iterator that ends when it is closed."""

    def __init__(self, client: AsyncClient[Any], consumer: Consumer) -> None:
        self._client = client
        self._consumer = consumer

    async def next(self, timeout: float | None = None) -> Item:
        """The next event; ``TimeoutError`` after so many seconds, ``UcwaError`` once this was closed."""
        item = await self._next(timeout)
        if item is None:
            raise Error("nobody listens here any more: it was closed")
        return item

    async def _next(self, timeout: float | None = None) -> Item | None:
        item = self._consumer.take()  # it may be here already, which needs no flow
        if item is None:
            item = await self._client._run(take(self._client._core, self._consumer), timeout)
        return item

    def handled(self) -> None:
        """Say that the last event has been handled, before the next is asked for: then ``client.position`` tells so.

        Who stores the position in order to go on after a crash does it between this and the next event.
        """
        self._consumer.handled()
        self._client._wake()

    def close(self) -> None:
        """Hear no more."""
        self._consumer.close()
        self._client._wake()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        item = None if self._consumer.closed else await self._next()
        if item is None:
            raise StopAsyncIteration
        return item

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()


class AsyncOperation(Generic[T_co]):
    """An operation, followed through its events. It begins when it is entered, or first asked for something."""

    def __init__(self, client: AsyncClient[Any], call: Call[T_co]) -> None:
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
    async def result(self: AsyncOperation[Leads[S]], timeout: float | None = None) -> S: ...
    @overload
    async def result(self: AsyncOperation[S], timeout: float | None = None) -> S: ...
    @overload
    async def result(self: AsyncOperation[None], timeout: float | None = None) -> State | None: ...
    async def result(self, timeout: float | None = None) -> Any:
        """The completed state. Raises ``OperationFailed`` with the reason, and ``TimeoutError`` after so many seconds."""
        return await self._run(following.result(self._client._core, self._begun()), timeout)

    async def next(self, timeout: float | None = None) -> Event:
        """The next event of the operation; ``TimeoutError`` after so many seconds, ``UcwaError`` after the last one."""
        event = await self._next(timeout)
        if event is None:
            raise Error("there are no further events of this operation")
        return event

    async def _next(self, timeout: float | None = None) -> Event | None:
        event: Event | None = await self._run(following.next_event(self._client._core, self._begun()), timeout)
        return event

    def close(self) -> None:
        """Follow it no more."""
        if self._start is not None:
            self._start.close()
            self._client._wake()

    async def _run(self, flow: Any, timeout: float | None = None) -> Any:
        return await self._client._run(flow, timeout)

    def _begun(self) -> following.Start[T_co]:
        if self._start is None:
            self._start = following.Start(self._client._channel, self._call)
        return self._start

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        event = await self._next()
        if event is None:
            raise StopAsyncIteration
        return event

    async def __aenter__(self) -> Self:
        await self._run(self._begun().begun(self._client._core))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()
