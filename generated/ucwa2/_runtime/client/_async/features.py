"""What an API with certain roles adds to its client for ``async``: one class for each role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ...base.errors import Error
from ..base_client import A
from ..flows import batching
from ..session.origin import origin
from ..session.token_service import Token, checked
from .client import AsyncClient
from .listeners import AsyncEventStream, AsyncPendingOperation

if TYPE_CHECKING:
    from ...calls.call import Call

T = TypeVar("T")


class AsyncSignInClient(AsyncClient[A]):
    """A client of an API with sign-in."""

    def accept_token(self, token: str, lasts: float | None = None) -> None:
        """Sign in with a token from elsewhere, for the server that asked for it; it is valid for ``lasts`` seconds."""
        home = self._session.home
        if home is None:
            raise Error("no server has asked for a token yet: enter the client first")
        until = None if lasts is None else self._session.clock() + lasts
        self._session.tokens.keep(origin(home), Token(checked(token), until, until))


class AsyncApplicationClient(AsyncClient[A]):
    """A client of an API with applications."""

    @property
    def application(self) -> A | None:
        """The application, as it was when it was made."""
        known = self._session.application
        found: A | None = known.state if known else None  # type: ignore[assignment]
        return found

    async def attach(self, url: str, position: str | None = None, settings: Mapping[str, Any] | None = None) -> A:
        """Go on with an application that another process made, its events from ``position`` on.

        Should the server lose it, it is made again with ``settings``, or else like what it says of itself.
        """
        found: A = await self._run(self._attaching(url, position, settings))
        return found


class AsyncEventsClient(AsyncClient[A]):
    """A client of an API with an event channel."""

    @property
    def position(self) -> str | None:
        """Where another process can continue with the event channel; None before there is a channel."""
        channel = self._session.channel
        return channel.position if channel else None

    def events(self) -> AsyncEventStream:
        """All events from now on, and a ``Reset`` where the server lost state."""
        self._check_here()
        with self._session.lock:
            return AsyncEventStream(self, self._channel.listen())


class AsyncOperationsClient(AsyncClient[A]):
    """A client of an API whose operations go on after their call, and report by events."""

    def start(self, call: Call[T]) -> AsyncPendingOperation[T]:
        """An operation that goes on after its call; it begins when it is entered."""
        return AsyncPendingOperation(self, call)


class AsyncBatchClient(AsyncClient[A]):
    """A client of an API that takes several calls in one request."""

    async def batch(self, *calls: Call[Any], timeout: float | None = None) -> batching.Outcomes:
        """The outcomes of calls that are sent together; those that ``timeout`` leaves no time for are errors."""
        limit = self._session.policy.timeout if timeout is None else timeout
        outcomes: batching.Outcomes = await self._run(batching.batch(self._session, calls, limit), limit)
        return outcomes
