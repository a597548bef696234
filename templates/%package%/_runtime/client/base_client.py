"""The base of both clients: everything except waiting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import getpid
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ..base.errors import Error
from ..base.metaclass import make_lazy
from ..base.redact import shown
from ..base.registry import index, load
from ..calls.errors import TransportError
from ..states.state import State
from .flows import discovery
from .flows.applications import create, delete
from .flows.recovery import send
from .session.application import attached
from .session.channel import Acknowledge, Channel, tuned
from .session.effects import Flow
from .session.grants import Grant
from .session.origin import origin
from .session.retry import Policy
from .session.session import Session
from .session.token_service import Token, checked

if TYPE_CHECKING:
    from ..calls.call import Call, Format

A = TypeVar("A", bound=State)
R_co = TypeVar("R_co", covariant=True)
F = TypeVar("F", bound="BaseClient[Any]")


class BaseClient(Generic[A]):
    """A client of one user, with an application of type ``A``. It sends nothing before it is entered."""

    _domain: str | None = None
    _search: Mapping[str, bool] = MappingProxyType({})
    _closed = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        make_lazy(cls)

    def __init__(
        self,
        url: str | None = None,
        grant: Grant | None = None,
        *,
        format: Format = "json",
        policy: Policy | None = None,
        trusted: Iterable[str] = (),
        acknowledge: Acknowledge = "at once",
        channel: Mapping[str, int] | None = None,
        delete_on_close: bool = False,
        http: Any = None,
        **options: Any,
    ) -> None:
        """A client that signs in at the discovery service at ``url``.

        - url: of the discovery service, such as ``https://lyncdiscover.contoso.com/``; it may lead to its own domain
        - grant: the credentials; None for servers without sign-in
        - format: the wire format of requests and answers
        - policy: timeouts, retries and limits
        - trusted: addresses of further servers that may receive tokens and credentials
        - acknowledge: when the server may forget events: ``at once`` or ``after handling``
        - channel: options of the event channel, in seconds: ``low``, ``medium``, ``timeout``; checked at once
        - delete_on_close: whether closing deletes the application
        - http: an httpx2 client to use, which stays open; without it, ``options`` are those of a new one (verify, proxy, …)
        """
        given = [*trusted, *([url] if url else [])]
        self._session = Session(grant=grant, format=format, policy=policy, trusted=given, find=self._signing_in)
        self._url = url
        self._process = getpid()
        self._acknowledge: Acknowledge = acknowledge
        self._tuning = tuned(channel or {})
        self._deletes = delete_on_close
        self._http: Any = http
        self._owns_http = http is None
        self._options = options

    @classmethod
    def discover(
        cls: type[F],
        domain: str,
        grant: Grant | None = None,
        *,
        http_first: bool = False,
        allow_other_domains: bool = False,
        **options: Any,
    ) -> F:
        """A client that discovers the server from the domain of the user's address when it is entered.

        - http_first: try addresses without TLS too, as a first step
        - allow_other_domains: follow discovery to other domains
        """
        found = cls(None, grant, **options)
        found._domain = domain
        found._search = {"http": http_first, "allow_other_domains": allow_other_domains}
        return found

    @property
    def position(self) -> str | None:
        """The position at which another process can continue the event channel; None before there is an application."""
        channel = self._session.channel
        return channel.position if channel else None

    @property
    def application(self) -> A | None:
        """The application, in the state of its creation."""
        known = self._session.application
        return cast("A", known.state) if known else None

    def accept_token(self, token: str, lasts: float | None = None) -> None:
        """Sign in with a token from another source, for the server that requires it; it expires after ``lasts`` seconds."""
        home = self._session.home
        if home is None:
            raise Error("no server has asked for a token yet: enter the client first")
        until = None if lasts is None else self._session.clock() + lasts
        self._session.tokens.keep(origin(home), Token(checked(token), until, until))

    def _check_open(self) -> None:
        if self._closed:
            raise Error("this client was closed; enter it again to go on")

    def _check_here(self) -> None:
        if not self._is_here():
            raise Error("this client was made in another process: make one of your own after a fork")

    def _is_here(self) -> bool:
        return self._process == getpid()

    def _let_go(self) -> Any:
        """The httpx2 client to close; None if the user owns it."""
        if not self._owns_http:
            return None
        http, self._http = self._http, None
        return http

    def _late(self, call: Call[Any]) -> TransportError:
        return TransportError(f"{call.method} {call.path}: no result in time", call=call)

    def _signing_in(self) -> Flow[str]:
        """The address of the applications resource."""
        if self._domain is not None:
            found = yield from discovery.discover(self._session, self._domain, **self._search)
        elif self._url is not None:
            found = yield from discovery.start(self._session, self._url)
        else:
            raise Error("give the address of a discovery service, or use `discover`")
        self._session.applications = found
        return found

    def _creating(self, settings: Mapping[str, Any]) -> Flow[Any]:
        address = self._session.applications or (yield from self._signing_in())
        link = load(index().links[index().roles["applications"]])(address)
        state = yield from create(self._session, link.post(**settings))
        self._listen(state, None)
        return state

    def _attaching(self, url: str, position: str | None, settings: Mapping[str, Any] | None) -> Flow[Any]:
        """Continue with an application that another process created."""
        address = self._session.applications or (yield from self._signing_in())
        link = load(index().links[index().roles["application"]])(url, base=address)
        state, _ = yield from send(self._session, link.get())
        self._session.application = attached(address, state, link.url, settings)
        self._listen(state, position)
        return state

    def _listen(self, state: State, position: str | None) -> None:
        rel = index().roles["events"]
        if self._session.channel is not None:
            self._session.channel.close()
        if rel in state.links:
            self._session.channel = Channel(
                state.links[rel],
                self._session.application.url if self._session.application else None,
                options=self._tuning,
                acknowledge=self._acknowledge,
                position=position,
            )

    @property
    def _channel(self) -> Channel:
        channel = self._session.channel
        if channel is None:
            raise Error("there is no event channel before there is an application")
        return channel

    def _wake(self) -> None:
        """Wake callers whose condition holds now, after a change outside a flow."""
        raise NotImplementedError

    def _closing(self) -> Flow[None]:
        if self._deletes:
            yield from delete(self._session)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {shown(self._session.home or self._url) or self._domain}>"


class CreatingClient(BaseClient[A], Generic[A, R_co]):
    """A client that creates applications; ``R_co`` is the result: an ``A``, or an awaitable of it."""

    def _create(self, settings: Mapping[str, Any]) -> R_co:
        """Create the application, with the arguments of the POST of the applications resource."""
        raise NotImplementedError
