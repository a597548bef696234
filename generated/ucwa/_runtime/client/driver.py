"""The blocking driver: carries out what flows ask for, in whichever thread runs them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import copy
from inspect import isawaitable
from threading import Condition
from time import monotonic
from typing import Any, TypeVar

import httpx2

from ..errors import Error, TransportError
from ..http import Request, Response
from . import logs, spans
from .body import Body
from .core import Core
from .effects import Compute, Effect, Exchange, Flow, Once, Sleep, Wait
from .transport import Sockets, failed, incoming, late, outgoing, read_already

T = TypeVar("T")
FOREVER = 3600.0
"""Seconds after which somebody who waits for another's flow looks for himself."""


class Flight:
    """A flow that runs once for all that wait for it. It counts as abandoned until it ends with a result or an error."""

    __slots__ = ("error", "is_abandoned", "is_done", "result")

    def __init__(self) -> None:
        self.is_done = False
        self.is_abandoned = True
        self.result: Any = None
        self.error: Exception | None = None

    def ended(self) -> bool:
        """Whether there is nothing more to wait for."""
        return self.is_done

    def outcome(self) -> Any:
        """The result for one more who waited, or an error of his own, so that tracebacks do not grow into each other."""
        if self.error is not None:
            raise copy(self.error) if isinstance(self.error, Error) else self.error
        return self.result


class Driver:
    """Runs flows of one core over one httpx2 client; safe between threads."""

    def __init__(self, core: Core, http: httpx2.Client, *, is_ours: bool) -> None:
        self._core = core
        self._http = http
        self._flights: dict[Hashable, Flight] = {}
        self._changed = Condition(core.lock)
        self._closed = False
        self._sockets = Sockets() if is_ours else None
        logs.guard()

    def run(self, flow: Flow[T], timeout: float | None = None) -> T:
        """The result of a flow; ``TimeoutError`` after so many seconds."""
        return self._run(flow, None if timeout is None else monotonic() + timeout)

    def close(self) -> None:
        """Wake everybody who waits; for an answer too, where the connections are our own."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._sockets is not None:
            self._sockets.shut()

    def _run(self, flow: Flow[T], until: float | None) -> T:
        step: Callable[[], Effect] = lambda: next(flow)  # noqa: E731
        try:
            while True:
                try:
                    effect = self._stepped(step)
                except StopIteration as stop:
                    result: T = stop.value
                    return result
                step = self._performed(flow, effect, until)
        finally:
            flow.close()

    def _stepped(self, step: Callable[[], Effect]) -> Effect:
        """The next effect of a flow; whoever waits looks again at what it changed."""
        with self._changed:
            try:
                return step()
            finally:
                self._changed.notify_all()

    def _performed(self, flow: Flow[Any], effect: Effect, until: float | None) -> Callable[[], Effect]:
        """The next step of a flow, with what came of an effect."""
        try:
            value = self._perform(effect, until)
        except BaseException as fault:
            error = fault
            return lambda: flow.throw(error)
        return lambda: flow.send(value)

    def _perform(self, effect: Effect, until: float | None) -> Any:
        match effect:
            case Exchange():
                return self._exchange(effect, until)
            case Sleep():
                return self._wait(lambda: False, effect.seconds, until)
            case Wait():
                return self._wait(effect.holds, effect.seconds, until)
            case Once():
                return self._once(effect, until)
            case Compute():
                return _called(effect)
        raise TypeError(f"no such effect: {effect!r}")

    def _wait(self, holds: Callable[[], bool], seconds: float, until: float | None) -> bool:
        end = monotonic() + seconds
        with self._changed:
            while not holds():
                if self._closed:
                    raise TransportError("the client was closed", sent=False)
                now = monotonic()
                if until is not None and now >= until:
                    raise TimeoutError("no result in time")
                if now >= end:
                    return False
                self._changed.wait(min(end, end if until is None else until) - now)
            return True

    def _once(self, effect: Once, until: float | None) -> Any:
        while True:
            with self._changed:
                flight = self._flights.get(effect.key)
                if flight is None:
                    mine = self._flights[effect.key] = Flight()
                    break
            if self._wait(flight.ended, FOREVER, until) and not flight.is_abandoned:
                return flight.outcome()
        return self._lead(effect, mine, until)

    def _lead(self, effect: Once, mine: Flight, until: float | None) -> Any:
        """Run the flow for all; where this thread gives up, another takes over."""
        try:
            mine.result = self._run(effect.flow(), until)
            mine.is_abandoned = False
        except TimeoutError:
            raise
        except Exception as fault:
            mine.error, mine.is_abandoned = fault, False
            raise
        finally:
            with self._changed:
                mine.is_done = True
                del self._flights[effect.key]
                self._changed.notify_all()
        return mine.result

    def _exchange(self, effect: Exchange, until: float | None) -> Response:
        began = monotonic()
        end = began + (self._core.policy.timeout if effect.timeout is None else effect.timeout)
        sooner = min(end, end if until is None else until)
        with spans.span(effect.request) as span:
            found = self._answer(effect.request, sooner)
            logs.exchanged(effect.request, found, monotonic() - began)
            if isinstance(found, Response):
                spans.answered(span, found)
                return found
        if sooner < end and monotonic() >= sooner:
            raise TimeoutError("no result in time")
        raise found

    def _answer(self, request: Request, end: float) -> Response | TransportError:
        """The answer or the error, which is raised elsewhere so that nothing of httpx2 is left in its context."""
        left = end - monotonic()
        if left <= 0:
            return TransportError("there was no time left to ask", sent=False)
        try:
            trace = self._sockets.opened if self._sockets is not None else None
            sent = outgoing(request, self._http.headers, left, trace)
            received = self._http.send(sent, stream=True, auth=None, follow_redirects=False)
            try:
                return incoming(request, received, self._read(received, end, request))
            finally:
                received.close()
        except TransportError as fault:
            return fault
        except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
            return failed(request, fault)

    def _read(self, received: httpx2.Response, end: float, request: Request) -> bytes:
        known = read_already(received, self._core.policy.largest)
        if known is not None:
            return known
        body = Body(received.headers.get("content-encoding", ""), self._core.policy.largest)
        for chunk in received.iter_raw():
            body.add(chunk)
            if monotonic() > end:
                raise late(request)
        return body.whole()


def _called(effect: Compute) -> Any:
    value = effect.function()
    if isawaitable(value):
        getattr(value, "close", lambda: None)()
        raise TypeError("this client is not async: its functions must give values, not awaitables")
    return effect.given(value)
