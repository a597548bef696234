"""What runs beside the calling task: functions that may block, and flows of their own."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable, iscoroutinefunction
from time import monotonic
from typing import Any

import anyio
import anyio.to_thread

from ..transport.adapter import stuck
from ..transport.flight import Flight


class AsyncFlight(Flight):
    """A flow in a task of its own."""

    __slots__ = ("scope", "waiting")

    def __init__(self) -> None:
        super().__init__()
        self.scope = anyio.CancelScope()
        self.waiting = 0

    @property
    def was_stopped(self) -> bool:
        """Whether it was stopped because no caller waited any longer."""
        return self.scope.cancelled_caught


async def called(function: Callable[[], Any], seconds: float | None = None, until: float | None = None) -> Any:
    """The result of a function: coroutine functions are awaited, others run in a thread because they may block.

    With a limit in seconds, the thread is left to itself after that, or at ``until``.
    """
    if seconds is not None:
        return await _called_within(function, seconds, until)
    value = function() if iscoroutinefunction(function) else await anyio.to_thread.run_sync(function)
    return await value if isawaitable(value) else value


async def _called_within(function: Callable[[], Any], seconds: float, until: float | None) -> Any:
    end = monotonic() + seconds
    sooner = end if until is None else min(end, until)
    with anyio.move_on_after(sooner - monotonic()):
        return await anyio.to_thread.run_sync(function, abandon_on_cancel=True)
    if sooner < end:
        raise TimeoutError("no result in time")
    raise stuck()


async def applied(function: Callable[[], Any]) -> Any:
    """The result of a function that does not block; a returned awaitable is awaited."""
    value = function()
    return await value if isawaitable(value) else value
