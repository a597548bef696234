"""The base of both clients: everything except waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, Never, Self, TypeVar, get_args, overload

from ..base.arguments import check_seconds, check_text
from ..base.errors import Error
from ..base.metaclass import make_lazy
from ..base.process import HERE
from ..base.redact import shown
from ..base.registry import index, load
from ..calls.errors import ApiError, TransportError
from ..requests.chain import Chain
from ..states.state import State
from .flows import discovery
from .flows.applications import create, delete, introduce
from .flows.entry import begin, entry_link
from .flows.limited import limited
from .flows.recovery import send
from .flows.setting_checks import check_choice, check_grant, check_settings, other_domains, trusted_addresses, tuned
from .session.application import attached, says_lost
from .session.channel import Acknowledge, Channel
from .session.consumers import Reset
from .session.effects import Flow
from .session.grants import Grant
from .session.retry import Policy
from .session.session import ClientSession
from .transport.options import check_options

if TYPE_CHECKING:
    from ..requests.call import Call, Format

A = TypeVar("A", bound=State)
R_co = TypeVar("R_co", covariant=True)
L_co = TypeVar("L_co", covariant=True)
F = TypeVar("F", bound="BaseClient[Any]")
INTERRUPTED = 0.7
"""Seconds that closing may take after an interruption."""


class EntryPoint(property, Generic[L_co]):
    """The link to the resource where the API begins; ``L_co`` is its class."""

    def __init__(self) -> None:
        super().__init__(lambda client: entry_link(client._url))

    if TYPE_CHECKING:

        @overload
        def __get__(self, client: None, owner: type, /) -> Self: ...
        @overload
        def __get__(self, client: BaseClient[Any], owner: type | None = None, /) -> L_co: ...
        def __get__(self, client: BaseClient[Any] | None, owner: type | None = None, /) -> Self | L_co: ...

        def __set__(self, client: BaseClient[Any], value: Never, /) -> None: ...


class BaseClient(Generic[A]):
    """A client of one user, with an application of type ``A``. It sends nothing before it is entered."""

    _domain: str | None = None
    _search: Mapping[str, Any] = MappingProxyType({})
    _closed = False
    _http_kind: type[Any]
    """The class of the HTTP library whose connections the client uses."""

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
        on_application: Callable[[Any], object] | None = None,
        http: Any = None,
        **options: Any,
    ) -> None:
        """All settings of a client. A generated client has those that its API needs, with their meaning."""
        check_grant(grant)
        check_choice("acknowledge", acknowledge, get_args(Acknowledge))
        check_choice("format", format, ("json", "xml") if index().xml_types else ("json",))
        check_settings(url, policy, trusted, channel, on_application, delete_on_close)
        check_options(self._http_kind, http, options)
        given = trusted_addresses(trusted, url)
        self._session = ClientSession(grant=grant, format=format, policy=policy, trusted=given, find=self._opening)
        self._session.on_application = on_application
        self._url = url
        self._process = HERE.number
        self._acknowledge: Acknowledge = acknowledge
        self._tuning = tuned(channel or {})
        self._deletes = delete_on_close
        self._http: Any = http
        """The httpx2 client of the user, if one was given."""
        self._options = options

    @classmethod
    def _discovered(
        cls: type[F], domain: str, *, http_first: bool, allow_other_domains: bool | Iterable[str], **settings: Any
    ) -> F:
        """A client that finds the server of a domain when it is entered."""
        found = cls(**settings)
        found._domain = discovery.named_domain(domain)
        found._search = {"http": http_first, "others": other_domains(allow_other_domains)}
        return found

    def _check_open(self) -> None:
        if self._closed:
            raise Error("this client was closed; enter it again to go on")

    def _check_here(self) -> None:
        if not self._is_here():
            raise Error("this client was made in another process: make one of your own after a fork")

    def _is_here(self) -> bool:
        return self._process == HERE.number

    def _late(self, sent: Call[Any] | Chain[Any]) -> TransportError:
        call = sent.last if isinstance(sent, Chain) else sent
        return TransportError(f"{call.method} {call.path}: no result in time", call=call)

    def _opening(self, timeout: float | None = None) -> Flow[str]:
        """The address of the applications resource; in an API without it, of the user or of the entry."""
        seconds = self._session.policy.timeout if timeout is None else timeout
        check_seconds(seconds)
        found = yield from limited(self._finding(), self._session.clock, seconds)
        self._session.applications = found
        return found

    def _finding(self) -> Flow[str]:
        """The same, without a limit for all steps together."""
        if self._domain is not None:
            found = yield from discovery.discover(self._session, self._domain, **self._search)
        elif self._url is None:
            raise Error("give the address of a discovery service, or use `discover`")
        elif index().discovery:
            found = yield from discovery.start(self._session, self._url)
        else:
            found, state = yield from begin(self._session, self._url)
            if state is not None and "application" not in index().roles:
                self._session.entry = state
                self._listen(state, None)
        return found

    def _creating(self, settings: Mapping[str, Any]) -> Flow[Any]:
        address = self._session.applications or (yield from self._opening())
        link = load(index().links[index().role("applications")])(address)
        state = yield from create(self._session, link.post(**settings))
        self._listen(state, None)
        yield from introduce(self._session)
        return state

    def _attaching(self, url: str, position: str | None, settings: Mapping[str, Any] | None) -> Flow[Any]:
        """Continue with an application that another process created, or create it again if the server has lost it."""
        check_text(url, "url", "that of the application")
        address = self._session.applications or (yield from self._opening())
        link = load(index().links[index().role("application")])(url, base=address)
        try:
            state, _ = yield from send(self._session, link.get())
        except ApiError as fault:
            if settings is None or not says_lost(fault):
                raise
            return (yield from self._created_again(settings))
        self._session.application = attached(address, state, link.url, settings)
        self._listen(state, position)
        return state

    def _created_again(self, settings: Mapping[str, Any]) -> Flow[Any]:
        """Create an application, and announce a reset to the first listener."""
        state = yield from self._creating(settings)
        if self._session.channel is not None:
            self._session.channel.announce(Reset("application", state))
        return state

    def _listen(self, state: State, position: str | None) -> None:
        rel = index().roles.get("events")
        if self._session.channel is not None:
            self._session.channel.close()
        if rel is not None and rel in state.links:
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
            raise Error(
                "there is no event channel yet: enter the client, and make an application where the API has them"
            )
        return channel

    def _wake(self) -> None:
        """Wake callers whose condition holds now, after a change outside a flow."""
        raise NotImplementedError

    def _ending(self, kind: type[BaseException] | None) -> float:
        """Seconds for deleting the application at the end of a block: few if it was interrupted or cancelled."""
        limit = self._session.policy.timeout
        return limit if kind is None or issubclass(kind, Exception) else min(limit, INTERRUPTED)

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
