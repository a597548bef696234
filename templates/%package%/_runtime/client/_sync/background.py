"""Functions of the user and of libraries, which the driver calls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import isawaitable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from ..session.effects import Compute, Flow, SingleFlight
from ..transport.logs import NAME

_IDLE = 1.0
"""Seconds for which a thread without work waits for the next one."""


class Workers:
    """The threads of one driver: each runs one function at a time, and then the next one."""

    def __init__(self) -> None:
        self._idle: list[SimpleQueue[Callable[[], object] | None]] = []
        """The queues of the threads that wait; their single steps are safe between threads."""

    def start(self, work: Callable[[], object]) -> None:
        """Call a function in a thread. Raises ``RuntimeError`` if none can be started."""
        try:
            queue = self._idle.pop()
        except IndexError:
            Thread(target=self._run, args=(work, SimpleQueue()), name=NAME, daemon=True).start()
        else:
            queue.put(work)

    def close(self) -> None:
        """End the threads that wait."""
        try:
            while True:
                self._idle.pop().put(None)
        except IndexError:
            return

    def _run(self, work: Callable[[], object] | None, queue: SimpleQueue[Callable[[], object] | None]) -> None:
        while work is not None:
            work()
            work = None  # what it refers to is not needed while the thread waits
            self._idle.append(queue)
            try:
                work = queue.get(timeout=_IDLE)
            except Empty:
                try:
                    self._idle.remove(queue)
                except ValueError:  # it was just chosen
                    work = queue.get()


def called(function: Callable[[], Any]) -> Any:
    """The result of a function, which has to be a value."""
    value = function()
    if isawaitable(value):
        getattr(value, "close", lambda: None)()
        raise TypeError("this client is not async: its functions must give values, not awaitables")
    return value


def aside(function: Callable[[], Any]) -> SingleFlight:
    """The flight that calls a function in a thread of its own."""
    return SingleFlight(object(), partial(_calling, function))


def _calling(function: Callable[[], Any]) -> Flow[Any]:
    return (yield Compute(function))
