"""The blocking driver: executes the effects of flows in the calling thread."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextvars import copy_context
from threading import Condition
from time import monotonic
from typing import Any, TypeVar

from ...calls.errors import TransportError
from ...http.messages import Request, Response
from ..session.effects import Alone, Apply, Compute, Effect, Exchange, Flow, SingleFlight, Sleep, Wait, Work
from ..session.session import ClientSession
from ..transport import logs, spans
from ..transport.adapter import stuck, too_late
from ..transport.flight import FOREVER, Flight
from ..transport.interface import Transport
from .background import Workers, aside, called

T = TypeVar("T")


class Driver:
    """Runs flows of one session over one transport; safe between threads."""

    def __init__(self, session: ClientSession, transport: Transport) -> None:
        self._session = session
        self._transport = transport
        self._flights: dict[Hashable, Flight] = {}
        self._changed = Condition(session.lock)
        self._closed = False
        self._workers = Workers()
        self._waiting: list[Callable[[], bool]] = []
        """The conditions of waiting callers."""
        self._lines: set[Driver] = set()
        logs.guard()

    def run(self, flow: Flow[T], timeout: float | None = None) -> T:
        """The result of a flow; raises ``TimeoutError`` after ``timeout`` seconds."""
        return self._run(flow, None if timeout is None else monotonic() + timeout)

    def wake(self) -> None:
        """Wake only the callers whose condition holds now, because every woken thread competes for the lock."""
        with self._changed:
            if any(holds() for holds in self._waiting):
                self._changed.notify_all()

    def close(self) -> None:
        """Wake all waiting callers, and close the transport; with connections of its own, answers are not waited for."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            lines = tuple(self._lines)
        for line in lines:
            line.close()
        self._workers.close()
        self._transport.close()

    def _run(self, flow: Flow[T], until: float | None) -> T:
        resume: Callable[[Any], Effect] = flow.send
        given: Any = None
        try:
            while True:
                try:
                    effect = self._stepped(resume, given)
                except StopIteration as stop:
                    result: T = stop.value
                    return result
                try:
                    given, resume = self._perform(effect, until), flow.send
                except BaseException as fault:
                    given, resume = fault, flow.throw
        finally:
            given = None  # an error refers to this frame
            flow.close()

    def _stepped(self, resume: Callable[[Any], Effect], given: Any) -> Effect:
        """The next effect of a flow; callers that wait for its changes are woken."""
        with self._session.lock:
            try:
                return resume(given)
            finally:
                if self._waiting:
                    self.wake()

    def _perform(self, effect: Effect, until: float | None) -> Any:
        match effect:
            case Exchange():
                return self._exchange(effect, until)
            case Sleep() | Wait():
                return self._wait(effect.holds, effect.seconds, until)
            case SingleFlight():
                return self._single_flight(effect, until)
            case Compute() | Work():
                return effect.given(self._called(effect, until))
            case Apply():
                return called(effect.function)
            case Alone():
                return self._run_alone(effect, until)
        raise TypeError(f"no such effect: {effect!r}")

    def _called(self, effect: Compute | Work, until: float | None) -> Any:
        """The result of a function; with a limit it runs in a thread of its own, which is left to itself after that."""
        if effect.timeout is None:
            return called(effect.function)
        flight = self._started(aside(effect.function))
        if not self._wait(lambda: flight.is_done, effect.timeout, until):
            raise stuck()
        return flight.outcome()

    def _run_alone(self, effect: Alone, until: float | None) -> Any:
        """Run a flow on a line of its own, which ends with this driver."""
        line = Driver(self._session, self._transport.line())
        self._lines.add(line)
        try:
            if self._closed:
                line.close()
            return line._run(effect.flow(), until)
        finally:
            self._lines.discard(line)
            line.close()

    def _wait(self, holds: Callable[[], bool], seconds: float, until: float | None) -> bool:
        end = monotonic() + seconds
        with self._changed:
            self._waiting.append(holds)
            try:
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
            finally:
                self._waiting.remove(holds)

    def _single_flight(self, effect: SingleFlight, until: float | None) -> Any:
        with self._changed:
            if effect.enough():  # another flight may have ended since the flow asked for this one
                return None
            flight = self._flights.get(effect.key) or self._started(effect)
        while not self._wait(lambda: flight.is_done or effect.enough(), FOREVER, until):
            pass
        return None if effect.enough() else flight.outcome()

    def _started(self, effect: SingleFlight) -> Flight:
        """A flow in a thread of its own."""
        flight, context = Flight(), copy_context()
        self._flights[effect.key] = flight
        try:
            self._workers.start(lambda: context.run(self._lead, effect, flight))
        except RuntimeError:
            del self._flights[effect.key]
            raise
        return flight

    def _lead(self, effect: SingleFlight, flight: Flight) -> None:
        try:
            flight.result = self._run(effect.flow(), None)
        except BaseException as fault:
            flight.failed(fault)
        finally:
            with self._changed:
                flight.is_done = True
                if self._flights.get(effect.key) is flight:
                    del self._flights[effect.key]
                self.wake()

    def _exchange(self, effect: Exchange, until: float | None) -> Response:
        began = monotonic()
        end = began + (self._session.policy.timeout if effect.timeout is None else effect.timeout)
        sooner = min(end, end if until is None else until)
        with logs.hiding(self._session.hidden_text), spans.span(effect.request) as span:
            found = self._answer(effect.request, sooner)
            logs.exchanged(effect.request, found, monotonic() - began, self._session.on_exchange)
            if isinstance(found, Response):
                spans.answered(span, found)
                return found
            spans.failed(span, found)
        if sooner < end and monotonic() >= sooner:
            raise TimeoutError("no result in time")
        raise found

    def _answer(self, request: Request, end: float) -> Response | TransportError:
        """The answer or the error, which the caller raises."""
        if self._closed or monotonic() >= end:
            return too_late(self._closed)
        try:
            return self._transport.exchange(request, end)
        except RuntimeError:
            if not self._closed:
                raise
            return TransportError("the client was closed")
