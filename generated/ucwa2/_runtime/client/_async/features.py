"""What an API with certain roles adds to its client for ``async``: one class for each role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from ...base.arguments import check_seconds
from ...base.errors import Error
from ...requests.call import check_call
from ...requests.chain import Chain
from ..base_client import A
from ..session.token_service import checked
from .client import AsyncSendingClient

if TYPE_CHECKING:
    from ...requests.call import Call
    from ..session.outcomes import Outcomes
    from .listeners import AsyncEventStream, AsyncPendingOperation

T = TypeVar("T")


class AsyncSignInClient(AsyncSendingClient[A]):
    """A client of an API with sign-in."""

    def accept_token(self, token: str, lasts: float | None = None) -> None:
        """Sign in with a token from another source; it expires after ``lasts`` seconds.

        It is for the server whose sign-in raised ``SignInRequired`` last, or else for that of the user. Raises
        ``AuthenticationError`` for what is no token, ``LinkRefused`` for a server in a domain that was not named, and
        the base of all errors before a server is known.
        """
        if lasts is not None:
            check_seconds(lasts, "lasts")
        self._session.accept(checked(token), lasts)


class AsyncApplicationClient(AsyncSendingClient[A]):
    """A client of an API with applications."""

    @property
    def application(self) -> A:
        """The application, in the state of its creation. Raises the base of all errors before there is one."""
        known = self._session.application
        if known is None:
            raise Error("this client has no application yet; make one with `create_application`, or use `attach`")
        return cast("A", known.state)

    async def attach(self, url: str, position: str | None = None, settings: Mapping[str, Any] | None = None) -> A:
        """Continue with an application that another process created, and with its events from ``position`` on.

        If the server loses it, it is created again with ``settings``, or else from its own properties. If the server has
        lost it already, it is created again with ``settings``, and the first listener receives a ``Reset``. Raises what
        ``send`` raises: without ``settings`` also the ``ApiError`` of an application that is lost already.
        """
        found: A = await self._run(self._attaching(url, position, settings))
        return found


class AsyncEventsClient(AsyncSendingClient[A]):
    """A client of an API with an event channel."""

    @property
    def position(self) -> str | None:
        """The position at which another process can continue the event channel; None before there is a channel."""
        channel = self._session.channel
        return channel.position if channel else None

    def events(self) -> AsyncEventStream:
        """All events from now on, and a ``Reset`` when the server has lost state.

        Raises the base of all errors without an event channel.
        """
        from .listeners import AsyncEventStream

        self._check_here()
        self._check_open()
        with self._session.lock:
            return AsyncEventStream(self, self._channel.listen())


class AsyncOperationsClient(AsyncSendingClient[A]):
    """A client of an API whose operations go on after their call, and report by events."""

    @overload
    def start(self, call: Call[T]) -> AsyncPendingOperation[T]: ...
    @overload
    def start(self, call: Chain[T]) -> AsyncPendingOperation[T]: ...
    def start(self, call: Call[T] | Chain[T]) -> AsyncPendingOperation[T]:
        """An operation that continues after its call; it starts when it is entered, which raises what ``send`` raises."""
        from .listeners import AsyncPendingOperation

        if not isinstance(call, Chain):
            check_call(call)
        return AsyncPendingOperation(self, call)


class AsyncBatchClient(AsyncSendingClient[A]):
    """A client of an API that takes several calls in one request."""

    async def batch(self, *calls: Call[Any], timeout: float | None = None) -> Outcomes:
        """Send calls together and return their outcomes; an error of one call is its outcome, and is not raised.

        It takes at most ``timeout`` seconds, by default those of the policy; calls for which no time is left are errors.
        Where the batch as a whole fails, such as without a connection, that error is the outcome of each of its calls.
        Raises ``InvalidArgument`` for what no batch can hold, and ``LinkRefused`` for a call to another server.
        """
        from ..flows.batching import batch

        limit = self._session.policy.timeout if timeout is None else timeout
        outcomes: Outcomes = await self._run(batch(self._session, calls, limit), limit)
        return outcomes
