"""What runs beside the calling task: functions that may block, and flows of their own."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable, iscoroutinefunction
from typing import Any

import anyio
import anyio.to_thread

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


async def called(function: Callable[[], Any]) -> Any:
    """The result of a function: coroutine functions are awaited, others run in a thread because they may block."""
    value = function() if iscoroutinefunction(function) else await anyio.to_thread.run_sync(function)
    return await value if isawaitable(value) else value


async def applied(function: Callable[[], Any]) -> Any:
    """The result of a function that does not block; a returned awaitable is awaited."""
    value = function()
    return await value if isawaitable(value) else value
