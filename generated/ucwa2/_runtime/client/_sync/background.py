"""Functions of the user and of libraries, which the driver calls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import isawaitable
from typing import Any

from ..session.effects import Compute, Flow, SingleFlight


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
