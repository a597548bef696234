"""What a flow asks of its driver, and is sent in return.

A flow is a generator without I/O. It yields an effect, waits for what came of it, and in the end returns its result, so
that each rule is written once and two drivers, one blocking and one for ``async``, carry it out.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable
from typing import Any, NamedTuple, TypeAlias, TypeVar

from ...base.redact import Hidden
from ...http.messages import Request

T = TypeVar("T")
Effect: TypeAlias = "Exchange | Sleep | SingleFlight | Wait | Apply | Compute"
"""Something that only a driver can do."""
Flow: TypeAlias = Generator[Effect, Any, T]


class Exchange(NamedTuple):
    """Send one request; gives a ``Response`` whatever its status.

    Redirects are not followed and nothing is added to the request. ``TransportError`` is raised where no usable answer
    came; its ``sent`` says whether the server may have got the request.
    """

    request: Request
    timeout: float | None = None
    """Seconds for the whole exchange; the driver's own limit where it is None."""


class Sleep(NamedTuple):
    """Wait, in seconds."""

    seconds: float


def _never() -> bool:
    return False


class SingleFlight(NamedTuple):
    """Run a flow apart, or wait for the one of the same key that is running already; all that wait get what comes of it.

    It goes on though those who wait give up, so that nothing is done by halves or done twice. Gives None where
    ``enough`` holds before the flow has ended.
    """

    key: Hashable
    flow: Callable[[], Flow[Any]]
    enough: Callable[[], bool] = _never
    may_stop: bool = False
    """Whether the flow is stopped when all who wait for it were cancelled, which frees its connection."""


class Wait(NamedTuple):
    """Wait until a condition of the session's own state holds, or for some seconds; gives whether it holds.

    It is looked at again whenever a flow of the same session has gone a step.
    """

    holds: Callable[[], bool]
    seconds: float


class Apply(NamedTuple):
    """Call a function of the user's, while others go on; an awaitable that it gives is awaited."""

    function: Callable[[], Any]


class Compute(NamedTuple):
    """Call a function that blocks, a user's own source of tokens; an awaitable that it gives is awaited.

    Gives the text hidden, or None where it is none.
    """

    function: Callable[[], Any]

    @staticmethod
    def given(value: object) -> Hidden | None:
        """What the flow gets for what the function gave."""
        return Hidden(value) if isinstance(value, str) else None
