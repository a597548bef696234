"""A flow that runs once for all that wait for it."""

from __future__ import annotations

from copy import copy
from types import TracebackType
from typing import Any

from ...base.errors import Error

FOREVER = 3600.0
"""Seconds after which somebody who waits for another's flow looks for himself."""


class Flight:
    """A flow that runs once for all that wait for it."""

    __slots__ = ("error", "is_done", "result", "trace")

    def __init__(self) -> None:
        self.is_done = False
        self.result: Any = None
        self.error: BaseException | None = None
        self.trace: TracebackType | None = None

    def failed(self, error: BaseException) -> None:
        """Note what went wrong, and where."""
        self.error, self.trace = error, error.__traceback__

    def outcome(self) -> Any:
        """The result for one who waited, or an error of his own, so that tracebacks do not grow into each other."""
        if self.error is not None:
            raise copy(self.error) if isinstance(self.error, Error) else self.error.with_traceback(self.trace)
        return self.result
