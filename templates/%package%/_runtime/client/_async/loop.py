"""The event loop of the caller: that of asyncio, or what stands for it under trio."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from contextvars import copy_context
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop


def running_loop() -> object:
    """The running event loop, or what stands for it under trio."""
    return _of_asyncio() or import_module("trio.lowlevel").current_trio_token()


def spawn(function: Callable[..., Coroutine[Any, Any, None]], *given: Any, into: set[object]) -> None:
    """Start a background task; ``into`` keeps a reference to it."""
    loop = _of_asyncio()
    if loop is None:
        import_module("trio.lowlevel").spawn_system_task(function, *given, context=copy_context())
        return
    task = loop.create_task(function(*given))
    into.add(task)
    task.add_done_callback(into.discard)


def is_asyncio() -> bool:
    """Whether the running event loop is that of asyncio."""
    return _of_asyncio() is not None


def _of_asyncio() -> AbstractEventLoop | None:
    from asyncio import get_running_loop  # not needed by programs that have blocking clients alone

    try:
        return get_running_loop()
    except RuntimeError:
        return None
