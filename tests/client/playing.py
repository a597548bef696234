"""Drives a flow with a function that answers its requests. No network, and no clock but the core's own."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any

from ucwa2 import Request, Response
from ucwa2._runtime.client.session.effects import Compute, Effect, Exchange, SingleFlight, Sleep, Wait, Work
from ucwa2._runtime.client.session.session import ClientSession
from ucwa2.errors import TransportError

Server = Callable[[Request], "Response | TransportError"]


@dataclass
class Play:
    """The requests of a flow; time advances only by its sleeps and by the server's delays."""

    server: Server
    asked: list[Request] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    now: float = 1000.0
    worked: int = 0
    work: float = 0.0
    """Seconds that the reading of one large message takes."""

    def core(self, **options: Any) -> ClientSession:
        """A core with the clock of this play, whose random numbers are always the smallest."""
        return ClientSession(clock=lambda: self.now, **{"chance": lambda: 1.0, **options})

    def run(self, flow: Generator[Effect, Any, Any]) -> Any:
        """The result of the flow, or what it raises."""
        value: Any = None
        fault: BaseException | None = None
        while True:
            try:
                effect = flow.send(value) if fault is None else flow.throw(fault)
            except StopIteration as stop:
                return stop.value
            value, fault = None, None
            try:
                value = self._performed(effect)
            except BaseException as raised:
                fault = raised

    def _performed(self, effect: Effect) -> Any:
        match effect:
            case Exchange():
                self.asked.append(effect.request)
                found = self.server(effect.request)
                if isinstance(found, TransportError):
                    raise found
                found.url = found.url or effect.request.url
                return found
            case Sleep():
                self.slept.append(effect.seconds)
                self.now += effect.seconds
            case Wait():
                if not effect.holds():
                    self.now += effect.seconds
                return effect.holds()
            case SingleFlight():
                return self.run(effect.flow())
            case Compute():
                return effect.function()
            case Work():
                self.worked += 1
                self.now += self.work
                return effect.function()
        return None


def script(*answers: Response | TransportError) -> Server:
    """A server that gives these answers in turn, and then repeats the last one."""
    left = list(answers)
    return lambda request: left.pop(0) if len(left) > 1 else left[0]


def json(body: bytes | str, status: int = 200, **headers: str) -> Response:
    """An answer in JSON."""
    fields = {"content-type": "application/json", **{name.replace("_", "-"): text for name, text in headers.items()}}
    return Response(status, fields, body.encode() if isinstance(body, str) else body)
