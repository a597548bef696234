"""How a stage calls functions whose result follows from their values alone: directly, or by way of a cache.

Such a function takes frozen values, and may take a collector of faults as its last argument.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from ucwagen.diagnostics import Collector
from ucwagen.target import View

Made = TypeVar("Made", bound=View | None)


class Call(Protocol):
    """Calls ``make``, or gives what it gave for equal values; a result that came with faults is never given again.

    In place of a view that needs a template, a text can be given that was rendered of it before.
    """

    def __call__(self, make: Callable[..., Made], *values: Any, faults: Collector | None = None) -> Made | View: ...


def directly(make: Callable[..., Made], *values: Any, faults: Collector | None = None) -> Made | View:
    """Call, without any cache."""
    return make(*values) if faults is None else make(*values, faults)
