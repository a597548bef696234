"""A flow that runs once for all waiting callers."""

from __future__ import annotations

from copy import copy
from types import TracebackType
from typing import Any

from ...base.errors import Error

FOREVER = 3600.0
"""Seconds after which a waiting caller checks the flow itself."""


class Flight:
    """A flow that runs once for all waiting callers."""

    __slots__ = ("error", "is_done", "result", "trace")

    def __init__(self) -> None:
        self.is_done = False
        self.result: Any = None
        self.error: BaseException | None = None
        self.trace: TracebackType | None = None

    def failed(self, error: BaseException) -> None:
        """Store the error and its traceback."""
        self.error, self.trace = error, error.__traceback__

    def outcome(self) -> Any:
        """The result for one caller, or a copy of the error, so that tracebacks stay separate."""
        if self.error is not None:
            error = copy(self.error) if isinstance(self.error, Error) else self.error
            raise error.with_traceback(self.trace)
        return self.result
