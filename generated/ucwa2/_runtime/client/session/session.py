"""The state of one client. No I/O: flows read and change it, drivers execute the flows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from random import Random
from threading import RLock
from typing import TYPE_CHECKING, Any

from ...base.errors import Error, LinkRefused
from ...base.redact import Hidden, shown
from .hiding import hide, hide_in_events
from .origin import Origin, origin
from .recovery import Recovery
from .retry import Budget, Policy
from .token_service import Token
from .tokens import Tokens

if TYPE_CHECKING:
    from ...base.repeated import Repeated
    from ...reading.events import EventPage
    from ...requests.call import Format
    from ...states.state import State
    from .application import ApplicationRecord
    from .channel import Channel
    from .effects import Flow, Watch
    from .grants import Grant


class ClientSession:
    """Settings, tokens, the application, and the allowed hosts."""

    on_application: Callable[[Any], object] | None = None
    """The function of the user to call with each application that was created."""
    on_exchange: Watch | None = None
    """Is shown each exchange, of whatever outcome; also called by threads of the driver."""

    def __init__(
        self,
        *,
        grant: Grant | None = None,
        format: Format = "json",
        policy: Policy | None = None,
        trusted: Iterable[str] = (),
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] | None = None,
        find: Callable[[], Flow[str]] | None = None,
    ) -> None:
        self.grant = grant
        self.format: Format = format
        self.policy = policy or Policy()
        self.clock = clock
        self.random = chance or Random().random
        self.lock = RLock()
        self.tokens = Tokens()
        self.budget = Budget()
        self.recovery = Recovery()
        self.given: frozenset[Origin] = frozenset(origin(url) for url in trusted)
        """Origins trusted by the user."""
        self.trusted: set[Origin] = set(self.given)
        """Allowed origins: the trusted ones, and those named by discovery and by trusted servers."""
        self.domain: str | None = None
        """The domain of discovery, which it must not leave, except for ``others``; None without discovery."""
        self.others: bool | tuple[str, ...] = False
        """Other domains that discovery may lead to: all, or those that the user named, which may receive secrets too."""
        self.home: str | None = None
        """The address of the user resource."""
        self.applications: str | None = None
        """The address of the applications resource."""
        self._hidden: tuple[tuple[str, ...], Repeated] | None = None
        """The secrets, and what finds them."""
        self.find = find
        """Discovers the server, and returns the address of the applications resource."""
        self.entry: State | None = None
        """The state at the entry of an API without applications."""
        self.application: ApplicationRecord | None = None
        self.channel: Channel | None = None

    @property
    def place(self) -> tuple[str | None, str | None, str | None]:
        """The result of discovery: user resource, applications resource, and domain."""
        return self.home, self.applications, self.domain

    @place.setter
    def place(self, found: tuple[str | None, str | None, str | None]) -> None:
        self.home, self.applications, self.domain = found

    def check_trusted(self, where: Origin, href: str) -> None:
        """Refuse an address at an untrusted host."""
        if where not in self.trusted:
            raise LinkRefused(f"{shown(href)} leads to a server that this client does not know", href=href)

    def check_domain(self, where: Origin, href: str) -> None:
        """Refuse an address outside the domain of discovery and the other domains that are allowed."""
        if self.others is not True and not self._is_named(where):
            raise LinkRefused(
                f"{shown(href)} leaves the domain {self.domain}; allow other domains if it should", href=href
            )

    def may_sign_in(self, where: Origin) -> bool:
        """Whether the user's secrets may be sent to a server that discovery led to."""
        if self.domain is None:
            return where in self.given or (self.home is not None and where == origin(self.home))
        return self._is_named(where)

    def check_secrets(self, where: Origin) -> None:
        """Refuse a server whose domain the user has not named."""
        if self.domain is not None and not self._is_named(where):
            raise LinkRefused(
                f"{where.url} is of another domain than {self.domain}, so that no secret is sent there; name the domain in "
                "`allow_other_domains`, or the server in `trusted`, if it should sign in there",
                href=where.url,
            )

    def may_know_secrets(self, where: Origin, of: Origin) -> bool:
        """Whether a token service, named by ``of``, may receive the user's credentials."""
        return where == of or self.is_own(where)

    def is_own(self, where: Origin) -> bool:
        """Whether an origin is trusted by the user, or of the domain and protected."""
        if where in self.given:
            return True
        return self.domain is not None and where.scheme == "https" and self._is_named(where)

    def _is_named(self, where: Origin) -> bool:
        """Whether the user has named the server or its domain; each server, where there is no discovery."""
        if self.domain is None or where in self.given:
            return True
        named = self.others if isinstance(self.others, tuple) else ()
        return any(where.is_below(domain) for domain in (self.domain, *named))

    def accept(self, token: Hidden, lasts: float | None) -> None:
        """Store a token of the user for the server that asked for it; it expires after ``lasts`` seconds."""
        asking = self.tokens.asking or (origin(self.home) if self.home else None)
        if asking is None:
            raise Error("no server has asked for a token yet: enter the client first")
        self.check_secrets(asking)
        until = None if lasts is None else self.clock() + lasts
        self.tokens.keep(asking, Token(token, until, until))

    def hide(self, error: BaseException) -> None:
        """Hide in an error the secrets of this client, which the server may have repeated."""
        hide(error, self._secrets())

    def hide_in_events(self, page: EventPage) -> None:
        """Hide them in what events say of failures."""
        failures = page._failures()
        if failures:
            hide_in_events(failures, self._secrets())

    def hidden_text(self, text: str) -> str:
        """Hide them in the line of a log."""
        return self._secrets().hidden_text(text)

    def _secrets(self) -> Repeated:
        from ...base.repeated import Repeated  # for errors, events and logs

        with self.lock:
            known = (*(self.grant.secrets() if self.grant else ()), *self.tokens.known())
            if self._hidden is None or self._hidden[0] != known:
                self._hidden = known, Repeated(known)
            return self._hidden[1]
