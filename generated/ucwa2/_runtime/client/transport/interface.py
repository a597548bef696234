"""What the drivers need of an HTTP library: exchanges, a line for one flow, and an end."""

from __future__ import annotations

from typing import Protocol

from ...calls.errors import TransportError
from ...http.messages import Request, Response


class Transport(Protocol):
    """The connections of one blocking driver; safe between threads."""

    def exchange(self, request: Request, end: float) -> Response | TransportError:
        """The answer, or the error, until a time of the monotonic clock.

        The error is returned, so that its context has no objects of the library, which may contain secrets.
        """
        ...

    def line(self) -> Transport:
        """A transport for one flow, with one connection, whose answers are ``Held``."""
        ...

    def close(self) -> None:
        """End all exchanges, and close the connections that are not of the user."""
        ...


class AsyncTransport(Protocol):
    """The connections of one async driver, in one event loop."""

    async def exchange(self, request: Request, seconds: float) -> Response | TransportError:
        """The answer, or the error. The driver cancels it after ``seconds``."""
        ...

    def line(self) -> AsyncTransport:
        """A transport for one flow, with one connection, whose answers are ``Held``."""
        ...

    async def close(self) -> None:
        """Close the connections that are not of the user."""
        ...
