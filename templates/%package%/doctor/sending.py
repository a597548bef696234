"""The client of an examination: the blocking client of the package, each of whose exchanges is watched."""

from __future__ import annotations

from typing import Any

from .._runtime.base.errors import Error
from .._runtime.calls.errors import TransportError
from .._runtime.client._sync.client import SendingClient
from .._runtime.client.flows.applications import create, delete
from .._runtime.client.flows.authorized import send_once
from .._runtime.client.session.origin import origin
from .._runtime.client.session.retry import Policy
from .._runtime.http.messages import Response
from .._runtime.requests.call import Call
from .._runtime.states.state import State
from .options import Options
from .watching import Watch

TIMEOUT = 10.0
"""Seconds for one call."""
POLICY = Policy(timeout=TIMEOUT, attempts=2, first_pause=0.2, longest_pause=2.0)


class Target:
    """The server under examination, as seen through the client; a lost application is not created again."""

    def __init__(self, options: Options, watch: Watch) -> None:
        given: dict[str, Any] = {"grant": options.grant, "format": options.format, "policy": POLICY, **options.client}
        self._client: SendingClient[Any]
        if options.domain is None:
            self._client = SendingClient(options.address, **given)
            self._client._session.others = options.other_domains
        else:
            self._client = SendingClient._discovered(
                options.domain, http_first=options.http_first, allow_other_domains=options.other_domains, **given
            )
        self._session = self._client._session
        self._session.on_exchange = watch

    @property
    def address(self) -> str | None:
        """The address that was given."""
        return self._client._url

    @property
    def applications(self) -> str | None:
        """The address at which applications are made, once it is known."""
        return self._session.applications

    @property
    def home(self) -> str | None:
        """The address of the resource to begin with, once it is known."""
        return self._session.home

    @property
    def entry(self) -> State | None:
        """The state at the entry, in an API that begins there."""
        return self._session.entry

    def open(self) -> None:
        """Find the server, and sign in."""
        self._client.open()

    def send(self, call: Call[Any], timeout: float = TIMEOUT) -> tuple[Any, Response]:
        """The result of a call, and its response. Raises the errors of the client."""
        try:
            found: tuple[Any, Response] = self._client._run(send_once(self._session, call, timeout=timeout), timeout)
        except TimeoutError:
            raise TransportError("no result in time", call=call, kind="read timeout") from None
        return found

    def create(self, call: Call[Any]) -> State:
        """Create the application."""
        state: State = self._client._run(create(self._session, call))
        return state

    def place(self) -> str | None:
        """The address of the application; None without one."""
        return self._session.application.url if self._session.application else None

    def delete(self) -> None:
        """Delete the application. Raises the errors of the client."""
        self._client._run(delete(self._session), TIMEOUT)

    def token_lasts(self) -> float | None:
        """Seconds for which the shortest token is good; None if that is not known."""
        lasts = [token.until - self._session.clock() for token in self._session.tokens._tokens.values() if token.until]
        return min(lasts, default=None)

    def trusts(self, href: str) -> bool:
        """Whether the client follows a link to an address."""
        try:
            self._session.check_trusted(origin(href), href)
        except Error:
            return False
        return True

    def close(self) -> None:
        """Close the connections."""
        self._client.close()
