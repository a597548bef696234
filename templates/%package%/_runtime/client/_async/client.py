"""The async client: the same as the blocking one, with ``await``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

import anyio
import httpx2

from ...base.arguments import check_function, check_kind, check_seconds
from ...base.entering import OnlyAsyncWith
from ...base.errors import Error
from ...states.link import Link
from ..base_client import A, BaseClient
from ..flows.recovery import send
from ..flows.update import update
from ..readable import Readable
from ..transport.libraries import is_named
from ..transport.traces import shortened

if TYPE_CHECKING:
    from ...http.messages import Response
    from ...requests.call import Call
    from ...requests.chain import Chain
    from ...states.state import State
    from .driver import AsyncDriver

T = TypeVar("T")
S = TypeVar("S", bound="State")
C = TypeVar("C", bound="AsyncSendingClient[Any]")
"""The class of a client. ``Self`` would do for type checkers; jedi knows the names of a subclass by a variable only."""


class AsyncSendingClient(BaseClient[A], OnlyAsyncWith):
    """A client of one user, to be shared between the tasks of one event loop."""

    _http_kind = httpx2.AsyncClient
    _driver: AsyncDriver | None = None

    async def open(self: C, timeout: float | None = None) -> C:
        """Find the server and sign in; entering the client does this too.

        All requests and pauses take at most ``timeout`` seconds together, by default those of the policy. A function that
        gives a token may take longer, for example while the user signs in. Raises what ``send`` raises.
        """
        self._closed = False
        await self._run(self._opening(timeout))
        return self

    async def close(self) -> None:
        """Delete the application if so configured, wake all waiting callers, and close connections."""
        await self._end(self._session.policy.timeout)

    async def _end(self, limit: float) -> None:
        """Close; deleting the application may take ``limit`` seconds."""
        if not self._is_here() or (self._driver is not None and not self._driver.is_here()):
            self._driver = None  # connections belong to the process and the event loop that opened them
            return
        with self._session.lock:
            driver, self._driver, self._closed = self._driver, None, True
            channel = self._session.channel
        if driver is None:
            return
        try:
            with anyio.CancelScope(shield=True), suppress(Error, TimeoutError):
                await driver.run(self._closing(), limit)
        finally:
            if channel is not None:
                with self._session.lock:
                    channel.close()
            await driver.close()

    async def __aenter__(self: C) -> C:
        try:
            return await self.open()
        except BaseException:
            await self.close()
            raise

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        await self._end(self._ending(kind))

    # One signature for each class of calls: jedi finds no result of a union.
    @overload
    async def send(self, call: Call[T], *, raw: Literal[False] = False, timeout: float | None = None) -> T: ...
    @overload
    async def send(self, call: Chain[T], *, raw: Literal[False] = False, timeout: float | None = None) -> T: ...
    @overload
    async def send(
        self, call: Call[T] | Chain[T], *, raw: Literal[True], timeout: float | None = None
    ) -> tuple[T, Response]: ...
    async def send(
        self, call: Call[T] | Chain[T], *, raw: bool = False, timeout: float | None = None
    ) -> T | tuple[T, Response]:
        """Send a call or a chain and return its result; with ``raw``, the result and the HTTP response.

        All requests and pauses take at most ``timeout`` seconds together, by default those of the policy. Raises:

        - ``ApiError``: The server answered with an error; the classes in ``errors`` name each.
        - ``TransportError``: There was no usable answer in time.
        - ``AuthenticationError``: The sign-in was refused; ``SignInRequired`` if a person has to sign in.
        - ``DecodeError``: The answer cannot be read.
        - ``NotModified``: The resource still has the ETag that the call names.
        - ``LinkRefused``, ``InvalidArgument``: The address or a value is not allowed; nothing was sent.
        - ``LinkNotAvailable``: A state that a chain has read lacks the next link.
        - ``RecoveryFailed``: The server lost again and again what the client had recovered.
        - The base of all errors: The client is closed, or was made in another process.
        """
        limit = self._session.policy.timeout if timeout is None else timeout
        try:
            result, response = await self._run(send(self._session, call, timeout=limit), limit)
        except TimeoutError:
            raise self._late(call) from None
        return (result, response) if raw else result

    async def _create(self, settings: Mapping[str, Any]) -> Any:
        return await self._run(self._creating(settings))

    async def update(self, link: Readable[S], change: Callable[[S], Mapping[str, Any]]) -> S:
        """Read the state of a link, and write it back with the changes that ``change`` returns for it.

        After a conflict with another client, this is repeated, at most three times. Raises what ``send`` raises, and
        what ``change`` raises.
        """
        check_kind(link, Link, "link", "a link that has `get` and `put`")
        check_function(change, "change")
        found: S = await self._run(update(self._session, link, change))
        return found

    def _wake(self) -> None:
        """Wake waiting callers after a change by a listener."""
        driver = self._driver
        if driver is not None:
            driver.wake()

    async def _run(self, flow: Any, timeout: float | None = None) -> Any:
        self._check_here()
        if timeout is not None:
            check_seconds(timeout)
        with self._session.lock:
            self._check_open()
            driver = self._driver = self._driver or self._made()
        try:
            return await driver.run(flow, timeout)
        except Exception as fault:
            self._session.hide(fault)
            raise shortened(fault)  # noqa: B904 - the same error

    def _made(self) -> AsyncDriver:
        from .driver import AsyncDriver
        from .httpx2_transport import AsyncHttpx2Transport

        largest = self._session.policy.largest
        if is_named(self._options):
            from .pyreqwest_transport import AsyncPyreqwestTransport

            return AsyncDriver(self._session, AsyncPyreqwestTransport(self._options, largest))
        return AsyncDriver(self._session, AsyncHttpx2Transport(self._http, self._options, largest))
