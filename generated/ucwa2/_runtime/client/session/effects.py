"""The effects that a flow yields to its driver, and their results.

A flow is a generator without I/O. It yields an effect, receives its result, and at the end returns its own, so
that each rule is written once and executed by two drivers, one blocking and one async.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable
from typing import Any, NamedTuple, TypeAlias, TypeVar

from ...base.redact import Hidden
from ...http.messages import Request, Response

T = TypeVar("T")
Effect: TypeAlias = "Exchange | Sleep | SingleFlight | Wait | Apply | Compute | Work | Alone"
"""An effect, which only a driver can execute."""
Watch: TypeAlias = "Callable[[Request, Response | Exception, float], object]"
"""Is shown each exchange: the request, its answer or error, and the seconds that it took."""
Flow: TypeAlias = Generator[Effect, Any, T]


class Exchange(NamedTuple):
    """Send one request; the result is a ``Response`` of any status.

    Redirects are not followed and nothing is added to the request. ``TransportError`` is raised where no usable answer
    came; its ``sent`` says whether the server may have got the request.
    """

    request: Request
    timeout: float | None = None
    """Seconds for the whole exchange; the driver's own limit where it is None."""


class Held(Response):
    """A response with what is known of its connection."""

    __slots__ = ("certificate", "connection")

    def __init__(self, response: Response, connection: object, certificate: bytes | None) -> None:
        super().__init__(response.status_code, response.headers, response.content, response.url)
        self.connection = connection
        """The same object for each response that came over the connection; None if it is not known."""
        self.certificate = certificate
        """The certificate of the server in DER form; None without TLS."""


def _never() -> bool:
    return False


class Sleep(NamedTuple):
    """Wait, in seconds."""

    seconds: float
    holds: Callable[[], bool] = _never


class SingleFlight(NamedTuple):
    """Run a flow in the background, or wait for the running one of the same key; all waiting callers receive its result.

    It continues when its callers give up, so that nothing is half done or done twice. The result is None if
    ``enough`` holds before the flow has ended.
    """

    key: Hashable
    flow: Callable[[], Flow[Any]]
    enough: Callable[[], bool] = _never
    may_stop: bool = False
    """Whether the flow is stopped when all its callers were cancelled, which frees its connection."""


class Wait(NamedTuple):
    """Wait until a condition of the session's state holds, or for some seconds; the result is whether it holds.

    It is checked again after every step of a flow of the session.
    """

    holds: Callable[[], bool]
    seconds: float


class Apply(NamedTuple):
    """Call a function of the user, without blocking other flows; a returned awaitable is awaited."""

    function: Callable[[], Any]


class Compute(NamedTuple):
    """Call a blocking function, such as a user's source of tokens; a returned awaitable is awaited.

    The result is the hidden text, or None for anything else.
    """

    function: Callable[[], Any]
    timeout: float | None = None
    """Seconds after which a function that does not end is left to itself, and ``TransportError`` is raised."""

    @staticmethod
    def given(value: object) -> Hidden | None:
        """The result of the effect for the result of the function."""
        return Hidden(value) if isinstance(value, str) else None


class Alone(NamedTuple):
    """Run a flow whose exchanges have an HTTP/1.1 connection of their own, and give a ``Held`` each.

    The flow yields no effects besides ``Exchange`` and ``Compute``. With the HTTP client of a user, the connections are those
    of that client.
    """

    flow: Callable[[], Flow[Any]]


class Work(NamedTuple):
    """Call a function that takes long because of a large message, while other flows continue; its result is the effect's."""

    function: Callable[[], Any]
    timeout: None = None
    """It is not given up."""

    @staticmethod
    def given(value: T) -> T:
        """The result of the effect for the result of the function."""
        return value


LARGE = 256 * 1024
"""Bytes of a message from which on its reading is ``Work``."""
