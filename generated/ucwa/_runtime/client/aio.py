"""The client for ``async``: the same as the blocking one, with ``await``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Generic, Literal, Self, TypeVar, overload

import anyio
import httpx2

from ..errors import Error
from . import application, batching, following
from .adriver import AsyncDriver
from .consumers import Consumer, Item, take
from .face import Face
from .sending import send
from .transport import options
from .updating import update

if TYPE_CHECKING:
    from ..calls import Call
    from ..events import Event
    from ..http import Response
    from ..link import Link

T = TypeVar("T")


class AsyncClient(Face):
    """A client of one user, to be shared between the tasks of one event loop."""

    _driver: AsyncDriver | None = None

    async def open(self) -> Self:
        """Find the server and sign in; entering does it too."""
        await self._run(self._signing_in())
        return self

    async def close(self) -> None:
        """Delete the application if that was asked for, wake all who wait, and close connections."""
        driver, self._driver = self._driver, None
        if driver is None:
            return
        try:
            with suppress(Error):
                await driver.run(self._closing(), self._core.policy.timeout)
        finally:
            if self._core.channel is not None:
                self._core.channel.close()
            driver.close()
            if self._owns_http:
                await self._http.aclose()
                self._http = None

    async def __aenter__(self) -> Self:
        try:
            return await self.open()
        except BaseException:
            await self.close()
            raise

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @overload
    async def send(self, call: Call[T], *, raw: Literal[False] = False, timeout: float | None = None) -> T: ...
    @overload
    async def send(self, call: Call[T], *, raw: Literal[True], timeout: float | None = None) -> tuple[T, Response]: ...
    async def send(self, call: Call[T], *, raw: bool = False, timeout: float | None = None) -> T | tuple[T, Response]:
        """The result of a call, with its response if that is asked for. Raises what the server reports."""
        result, response = await self._run(send(self._core, call, timeout=timeout))
        return (result, response) if raw else result

    async def create_application(self, **settings: Any) -> Any:
        """Make the application, with the parameters of the applications resource."""
        return await self._run(self._creating(settings))

    async def take_up(self, url: str, position: str | None = None, settings: Mapping[str, Any] | None = None) -> Any:
        """Go on with an application that another process made, its events from ``position`` on."""
        return await self._run(self._taking_up(url, position, settings))

    def events(self) -> AsyncEvents:
        """All events from now on, and a ``Reset`` where the server lost state."""
        return AsyncEvents(self, self._channel.listen())

    def start(self, call: Call[T]) -> AsyncOperation[T]:
        """An operation that goes on after its call; it begins when it is entered."""
        return AsyncOperation(self, call)

    async def batch(self, *calls: Call[Any]) -> batching.Outcomes:
        """The outcomes of calls that are sent together."""
        outcomes: batching.Outcomes = await self._run(batching.batch(self._core, calls))
        return outcomes

    async def update(self, link: Link, change: Callable[[Any], Mapping[str, Any]]) -> Any:
        """Read what a link leads to, and write it back with the changes that ``change`` gives for it.

        Where somebody else was faster, all of it is done again, three times at most.
        """
        return await self._run(update(self._core, link, change))

    @asynccontextmanager
    async def stay_active(self, every: float = 180.0) -> AsyncIterator[None]:
        """Report the user's activity for as long as the block lasts, ``every`` so many seconds."""
        async with anyio.create_task_group() as group:
            group.start_soon(self._report, every)
            try:
                yield
            finally:
                group.cancel_scope.cancel()

    async def _report(self, every: float) -> None:
        while True:
            with suppress(Error):
                await self._run(application.report_activity(self._core))
            await anyio.sleep(every)

    async def _run(self, flow: Any, timeout: float | None = None) -> Any:
        if self._driver is None:
            if self._http is None:
                self._http = httpx2.AsyncClient(**options(**self._options))
            self._driver = AsyncDriver(self._core, self._http)
        return await self._driver.run(flow, timeout)


class AsyncEvents:
    """What one listener hears: an iterator that ends when it is closed."""

    def __init__(self, client: AsyncClient, consumer: Consumer) -> None:
        self._client = client
        self._consumer = consumer

    async def next(self, timeout: float | None = None) -> Item:
        """The next event; ``TimeoutError`` after so many seconds."""
        item = self._consumer.take()  # it may be here already, which needs no flow
        if item is None:
            item = await self._client._run(take(self._client._core, self._consumer), timeout)
        if item is None:
            raise StopAsyncIteration
        return item

    def handled(self) -> None:
        """Say that the last event has been handled, before the next is asked for: then ``client.position`` tells so.

        Who stores the position in order to go on after a crash does it between this and the next event.
        """
        self._consumer.handled()

    def close(self) -> None:
        """Hear no more."""
        self._consumer.close()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        return await self.next()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()


class AsyncOperation(Generic[T]):
    """An operation, followed through its events. It begins when it is entered, or first asked for something."""

    def __init__(self, client: AsyncClient, call: Call[T]) -> None:
        self._client = client
        self._call = call
        self._following: following.Following[T] | None = None

    @property
    def link(self) -> T | None:
        """What the call gave: a link to the operation."""
        return self._following.given if self._following else None

    @property
    def id(self) -> str | None:
        """The ID by which its events tell of it."""
        return self._call.operation_id

    async def result(self, timeout: float | None = None) -> Any:
        """The completed state. Raises ``OperationFailed`` with the reason, and ``TimeoutError`` after so many seconds."""
        return await self._client._run(following.result(self._client._core, await self._begun()), timeout)

    async def next(self, timeout: float | None = None) -> Event:
        """The next event of the operation."""
        event: Event | None = await self._client._run(
            following.next_event(self._client._core, await self._begun()), timeout
        )
        if event is None:
            raise StopAsyncIteration
        return event

    def close(self) -> None:
        """Follow it no more."""
        if self._following is not None:
            self._following.close()

    async def _begun(self) -> following.Following[T]:
        if self._following is None:
            client = self._client
            self._following = await client._run(following.begin(client._core, client._channel, self._call))
        assert self._following is not None
        return self._following

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        return await self.next()

    async def __aenter__(self) -> Self:
        await self._begun()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()
