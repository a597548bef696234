"""The async client: the same as the blocking one, with ``await``."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, overload

import anyio
import httpx2

from ...base.errors import Error
from ..base_client import A, BaseClient
from ..flows import batching
from ..flows.activity import report_activity
from ..flows.recovery import send
from ..flows.update import update
from ..readable import Readable
from ..transport import logs
from ..transport.adapter import options
from .driver import AsyncDriver
from .listeners import AsyncEventStream, AsyncPendingOperation

if TYPE_CHECKING:
    from ...calls.call import Call
    from ...http.messages import Response
    from ...states.state import State

T = TypeVar("T")
S = TypeVar("S", bound="State")


class AsyncClient(BaseClient[A]):
    """A client of one user, to be shared between the tasks of one event loop."""

    _driver: AsyncDriver | None = None

    async def open(self) -> Self:
        """Find the server and sign in; entering the client does this too."""
        self._closed = False
        await self._run(self._signing_in())
        return self

    async def close(self) -> None:
        """Delete the application if so configured, wake all waiting callers, and close connections."""
        if not self._is_here():
            self._driver = self._http = None  # connections belong to the process that opened them
            return
        driver, self._driver, self._closed = self._driver, None, True
        http, channel = self._let_go(), self._session.channel
        if driver is None:
            return
        try:
            with anyio.CancelScope(shield=True), suppress(Error, TimeoutError):
                await driver.run(self._closing(), self._session.policy.timeout)
        finally:
            if channel is not None:
                channel.close()
            await driver.close()
            if http is not None:
                await http.aclose()

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
        """Send a call and return its result, on request with the response. Raises errors that the server reports."""
        limit = self._session.policy.timeout if timeout is None else timeout
        try:
            result, response = await self._run(send(self._session, call, timeout=limit), limit)
        except TimeoutError:
            raise self._late(call) from None
        return (result, response) if raw else result

    async def _create(self, settings: Mapping[str, Any]) -> Any:
        return await self._run(self._creating(settings))

    async def attach(self, url: str, position: str | None = None, settings: Mapping[str, Any] | None = None) -> A:
        """Continue with an application that another process created, and with its events from ``position`` on.

        If the server loses it, it is created again with ``settings``, or else from its own properties.
        """
        found: A = await self._run(self._attaching(url, position, settings))
        return found

    def events(self) -> AsyncEventStream:
        """All events from now on, and a ``Reset`` when the server has lost state."""
        return AsyncEventStream(self, self._channel.listen())

    def start(self, call: Call[T]) -> AsyncPendingOperation[T]:
        """An operation that continues after its call; it starts when it is entered."""
        return AsyncPendingOperation(self, call)

    async def batch(self, *calls: Call[Any], timeout: float | None = None) -> batching.Outcomes:
        """Send calls together and return their outcomes; calls without time left before ``timeout`` are errors."""
        limit = self._session.policy.timeout if timeout is None else timeout
        outcomes: batching.Outcomes = await self._run(batching.batch(self._session, calls, limit), limit)
        return outcomes

    async def update(self, link: Readable[S], change: Callable[[S], Mapping[str, Any]]) -> S:
        """Read the state of a link, and write it back with the changes that ``change`` returns for it.

        After a conflict with another client, this is repeated, at most three times.
        """
        found: S = await self._run(update(self._session, link, change))
        return found

    @asynccontextmanager
    async def stay_active(self, every: float = 180.0) -> AsyncGenerator[None]:
        """Report the user's activity during the block, at an interval of ``every`` seconds."""
        fault: BaseException | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(self._report, every)
            try:
                yield
            except Exception as found:
                fault = found  # raised outside the task group, which would wrap it
            finally:
                group.cancel_scope.cancel()
        if fault is not None:
            raise fault

    async def _report(self, every: float) -> None:
        while True:
            try:
                await self._run(report_activity(self._session))
            except Exception as fault:
                logs.went_wrong("the activity was not reported", fault)
            await anyio.sleep(every)

    def _wake(self) -> None:
        """Wake waiting callers after a change by a listener."""
        if self._driver is not None:
            self._driver.wake()

    async def _run(self, flow: Any, timeout: float | None = None) -> Any:
        self._check_here()
        self._check_open()
        if self._driver is None:
            if self._http is None:
                self._http = httpx2.AsyncClient(**options(**self._options))
            self._driver = AsyncDriver(self._session, self._http)
        return await self._driver.run(flow, timeout)
