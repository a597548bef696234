"""The async driver: carries out what flows ask for, in whichever task runs them. Needs anyio, which httpx2 brings along."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from inspect import isawaitable
from time import monotonic
from typing import Any, TypeVar

import anyio
import httpx2

from ..errors import TransportError
from ..http import Request, Response
from . import logs, spans
from .body import Body
from .core import Core
from .driver import FOREVER, Flight
from .effects import Compute, Effect, Exchange, Flow, Once, Sleep, Wait
from .transport import failed, incoming, late, outgoing, read_already

T = TypeVar("T")


class AsyncDriver:
    """Runs flows of one core over one httpx2 client, in one event loop."""

    def __init__(self, core: Core, http: httpx2.AsyncClient) -> None:
        self._core = core
        self._http = http
        self._flights: dict[Hashable, Flight] = {}
        self._changed: anyio.Event | None = None
        """What those who wait will be woken by; None while nobody does."""
        self._closed = False
        logs.guard()

    async def run(self, flow: Flow[T], timeout: float | None = None) -> T:
        """The result of a flow; ``TimeoutError`` after so many seconds."""
        if timeout is None:
            return await self._run(flow)
        with anyio.fail_after(timeout):
            return await self._run(flow)

    def close(self) -> None:
        """Wake everybody who waits."""
        self._closed = True
        self._notify()

    async def _run(self, flow: Flow[T]) -> T:
        step: Callable[[], Effect] = lambda: next(flow)  # noqa: E731
        try:
            while True:
                try:
                    effect = step()
                except StopIteration as stop:
                    result: T = stop.value
                    return result
                finally:
                    self._notify()
                step = await self._performed(flow, effect)
        finally:
            flow.close()

    async def _performed(self, flow: Flow[Any], effect: Effect) -> Callable[[], Effect]:
        """The next step of a flow, with what came of an effect."""
        try:
            value = await self._perform(effect)
        except BaseException as fault:
            error = fault
            return lambda: flow.throw(error)
        return lambda: flow.send(value)

    async def _perform(self, effect: Effect) -> Any:
        match effect:
            case Exchange():
                return await self._exchange(effect)
            case Sleep():
                return await self._wait(lambda: False, effect.seconds)
            case Wait():
                return await self._wait(effect.holds, effect.seconds)
            case Once():
                return await self._once(effect)
            case Compute():
                value = effect.function()
                return effect.given(await value if isawaitable(value) else value)
        raise TypeError(f"no such effect: {effect!r}")

    def _notify(self) -> None:
        """Let whoever waits look again."""
        changed, self._changed = self._changed, None
        if changed is not None:
            changed.set()

    async def _wait(self, holds: Callable[[], bool], seconds: float) -> bool:
        with anyio.move_on_after(seconds):
            while not holds():
                if self._closed:
                    raise TransportError("the client was closed", sent=False)
                self._changed = self._changed or anyio.Event()
                await self._changed.wait()
            return True
        return False

    async def _once(self, effect: Once) -> Any:
        while (flight := self._flights.get(effect.key)) is not None:
            if await self._wait(flight.ended, FOREVER) and not flight.is_abandoned:
                return flight.outcome()
        return await self._lead(effect)

    async def _lead(self, effect: Once) -> Any:
        """Run the flow for all; where this task is cancelled, another takes over."""
        mine = self._flights[effect.key] = Flight()
        try:
            mine.result = await self._run(effect.flow())
            mine.is_abandoned = False
        except TimeoutError:
            raise
        except Exception as fault:
            mine.error, mine.is_abandoned = fault, False
            raise
        finally:
            mine.is_done = True
            del self._flights[effect.key]
            self._notify()
        return mine.result

    async def _exchange(self, effect: Exchange) -> Response:
        began = monotonic()
        seconds = self._core.policy.timeout if effect.timeout is None else effect.timeout
        with spans.span(effect.request) as span:
            found = await self._answer(effect.request, seconds)
            logs.exchanged(effect.request, found, monotonic() - began)
            if isinstance(found, Response):
                spans.answered(span, found)
                return found
        raise found

    async def _answer(self, request: Request, seconds: float) -> Response | TransportError:
        """The answer or the error, which is raised elsewhere so that nothing of httpx2 is left in its context."""
        try:
            with anyio.move_on_after(seconds):
                sent = outgoing(request, self._http.headers, seconds)
                received = await self._http.send(sent, stream=True, auth=None, follow_redirects=False)
                try:
                    return incoming(request, received, await self._read(received))
                finally:
                    with anyio.CancelScope(shield=True):
                        await received.aclose()
        except TransportError as fault:
            return fault
        except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
            return failed(request, fault)
        return late(request)

    async def _read(self, received: httpx2.Response) -> bytes:
        known = read_already(received, self._core.policy.largest)
        if known is not None:
            return known
        body = Body(received.headers.get("content-encoding", ""), self._core.policy.largest)
        async for chunk in received.aiter_raw():
            body.add(chunk)
        return body.whole()
