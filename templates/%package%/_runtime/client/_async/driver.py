"""The async driver: executes the effects of flows in the calling task. Needs anyio, a dependency of httpx2."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import inf
from time import monotonic
from typing import Any, TypeVar

import anyio

from ...base.errors import Error
from ...calls.errors import TransportError
from ...http.messages import Request, Response
from ..session.effects import Alone, Apply, Compute, Effect, Exchange, Flow, SingleFlight, Sleep, Wait, Work
from ..session.session import ClientSession
from ..transport import logs, spans
from ..transport.adapter import late, too_late
from ..transport.interface import AsyncTransport
from .background import AsyncFlight, applied, called
from .loop import running_loop, spawn

T = TypeVar("T")
_ENDING = 1.0
"""Seconds for background flows to end when the client is closed."""


class AsyncDriver:
    """Runs flows of one session over one transport, in one event loop."""

    def __init__(self, session: ClientSession, transport: AsyncTransport) -> None:
        self._session = session
        self._transport = transport
        self._flights: dict[Hashable, AsyncFlight] = {}
        self._changed: anyio.Event | None = None
        """The event that wakes waiting callers; None while there are none."""
        self._closed = False
        self._waiting: list[Callable[[], bool]] = []
        """The conditions of waiting callers."""
        self._tasks: set[object] = set()
        self._lines: set[anyio.CancelScope] = set()
        self._loop = running_loop()
        logs.guard()

    def is_here(self) -> bool:
        """Whether the running event loop is that of the connections."""
        return self._loop is running_loop()

    async def run(self, flow: Flow[T], timeout: float | None = None) -> T:
        """The result of a flow; raises ``TimeoutError`` after ``timeout`` seconds."""
        if not self.is_here():
            raise Error(
                "this client belongs to another event loop: use it as `async with client:` in each, or close it before"
            )
        return await self._run(flow, None if timeout is None else monotonic() + timeout)

    async def close(self) -> None:
        """Wake all waiting callers, end background flows, and close the transport."""
        self._closed = True
        for scope in (*(flight.scope for flight in self._flights.values()), *self._lines):
            scope.cancel()
        self.wake()
        with anyio.move_on_after(_ENDING, shield=True):
            while self._flights:
                await anyio.sleep(0.01)
        await self._transport.close()

    async def _run(self, flow: Flow[T], until: float | None) -> T:
        resume: Callable[[Any], Effect] = flow.send
        given: Any = None
        try:
            while True:
                try:
                    effect = resume(given)
                except StopIteration as stop:
                    result: T = stop.value
                    return result
                finally:
                    if self._changed is not None:
                        self.wake()
                try:
                    given, resume = await self._perform(effect, until), flow.send
                except BaseException as fault:
                    given, resume = fault, flow.throw
        finally:
            given = None  # an error refers to this frame
            flow.close()

    async def _perform(self, effect: Effect, until: float | None) -> Any:
        match effect:
            case Exchange():
                return await self._exchange(effect, until)
            case Sleep() | Wait():
                return await self._wait(effect.holds, effect.seconds, until)
            case SingleFlight():
                return await self._single_flight(effect, until)
            case Compute() | Work():
                return effect.given(await called(effect.function, effect.timeout, until))
            case Apply():
                return await applied(effect.function)
            case Alone():
                return await self._run_alone(effect, until)
        raise TypeError(f"no such effect: {effect!r}")

    async def _run_alone(self, effect: Alone, until: float | None) -> Any:
        """Run a flow on a line of its own, which ends with this driver."""
        transport, scope = self._transport.line(), anyio.CancelScope()
        self._lines.add(scope)
        try:
            with scope:
                return await AsyncDriver(self._session, transport)._run(effect.flow(), until)
        finally:
            self._lines.discard(scope)
            with anyio.CancelScope(shield=True):
                await transport.close()
        raise TransportError("the client was closed")

    def wake(self) -> None:
        """Wake the callers whose condition holds now."""
        if self._changed is not None and (self._closed or any(holds() for holds in self._waiting)):
            self._changed.set()
            self._changed = None

    async def _wait(self, holds: Callable[[], bool], seconds: float, until: float | None) -> bool:
        end = monotonic() + seconds
        sooner = end if until is None else min(end, until)
        self._waiting.append(holds)
        try:
            with anyio.move_on_after(sooner - monotonic()):
                while not holds():
                    if self._closed:
                        raise TransportError("the client was closed", sent=False)
                    self._changed = self._changed or anyio.Event()
                    await self._changed.wait()
                return True
        finally:
            self._waiting.remove(holds)
        if holds():
            return True
        if sooner < end:
            raise TimeoutError("no result in time")
        return False

    async def _single_flight(self, effect: SingleFlight, until: float | None) -> Any:
        while not effect.enough():
            flight = self._flights.get(effect.key) or self._started(effect)
            await self._join(flight, effect, until)
            if effect.enough():
                return None
            if self._closed or not flight.was_stopped:
                return flight.outcome()
        return None

    async def _join(self, flight: AsyncFlight, effect: SingleFlight, until: float | None) -> None:
        """Wait for a single flight; if it may be stopped, it ends with its last waiting caller."""
        flight.waiting += 1
        try:
            await self._wait(lambda: flight.is_done or effect.enough(), inf, until)
        except anyio.get_cancelled_exc_class():
            if effect.may_stop and flight.waiting == 1:
                flight.scope.cancel()
            raise
        finally:
            flight.waiting -= 1

    def _started(self, effect: SingleFlight) -> AsyncFlight:
        """A flow in a task of its own."""
        flight = self._flights[effect.key] = AsyncFlight()
        spawn(self._lead, effect, flight, into=self._tasks)
        return flight

    async def _lead(self, effect: SingleFlight, flight: AsyncFlight) -> None:
        flight.error = TransportError("this was stopped", sent=False)
        try:
            with flight.scope:
                flight.result = await self._run(effect.flow(), None)
                flight.error = None
        except Exception as fault:
            flight.failed(fault)
        finally:
            flight.is_done = True
            del self._flights[effect.key]
            self.wake()

    async def _exchange(self, effect: Exchange, until: float | None) -> Response:
        began = monotonic()
        end = began + (self._session.policy.timeout if effect.timeout is None else effect.timeout)
        sooner = end if until is None else min(end, until)
        with logs.hiding(self._session.hidden_text), spans.span(effect.request) as span:
            found = await self._answer(effect.request, sooner - began)
            logs.exchanged(effect.request, found, monotonic() - began, self._session.on_exchange)
            if isinstance(found, Response):
                spans.answered(span, found)
                return found
            spans.failed(span, found)
        if sooner < end and monotonic() >= sooner:
            raise TimeoutError("no result in time")
        raise found

    async def _answer(self, request: Request, seconds: float) -> Response | TransportError:
        """The answer or the error, which the caller raises."""
        if self._closed or seconds <= 0:
            return too_late(self._closed)
        try:
            with anyio.move_on_after(seconds):
                return await self._transport.exchange(request, seconds)
        except RuntimeError:
            if not self._closed:
                raise
            return TransportError("the client was closed")
        return late(request)
