"""A flow whose requests and pauses have one deadline together. The time of the user's own functions does not count."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from ..session.effects import Alone, Apply, Compute, Effect, Exchange, Flow, SingleFlight, Sleep, Wait

T = TypeVar("T")


class _Meter:
    """The time that is left; it stands still while a function of the user runs."""

    __slots__ = ("clock", "until")

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self.clock = clock
        self.until = clock() + seconds

    def left(self) -> float:
        return max(0.0, self.until - self.clock())


def limited(flow: Flow[T], clock: Callable[[], float], seconds: float) -> Flow[T]:
    """The flow, whose exchanges and pauses take at most ``seconds`` together, also in the flights that it starts.

    Then its exchanges fail at once, as those without time left do.
    """
    return (yield from _metered(flow, _Meter(clock, seconds)))


def _metered(flow: Flow[T], meter: _Meter) -> Flow[T]:
    step: Callable[[], Effect] = partial(next, flow)
    try:
        while True:
            try:
                effect = step()
            except StopIteration as stop:
                result: T = stop.value
                return result
            began = meter.clock()
            try:
                value = yield _bounded(effect, meter)
            except BaseException as fault:
                step = partial(flow.throw, fault)
            else:
                step = partial(flow.send, value)
            if isinstance(effect, Apply | Compute):
                meter.until += meter.clock() - began
    finally:
        flow.close()


def _bounded(effect: Effect, meter: _Meter) -> Effect:
    """The effect, which takes no longer than there is time."""
    match effect:
        case Exchange(timeout=timeout):
            left = meter.left()
            return effect._replace(timeout=left if timeout is None else min(timeout, left))
        case Sleep(seconds=seconds) | Wait(seconds=seconds):
            return effect._replace(seconds=min(seconds, meter.left()))
        case SingleFlight(flow=flow) | Alone(flow=flow):
            return effect._replace(flow=lambda: _metered(flow(), meter))
    return effect
