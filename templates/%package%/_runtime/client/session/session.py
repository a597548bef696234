"""The state of one client. No I/O: flows read and change it, drivers execute the flows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from random import Random
from threading import RLock
from typing import TYPE_CHECKING

from ...base.errors import LinkRefused
from ...base.redact import shown
from .origin import Origin, origin
from .recovery import Recovery
from .retry import Budget, Policy
from .tokens import Tokens

if TYPE_CHECKING:
    from ...calls.call import Format
    from ...states.state import State
    from .application import Application
    from .channel import Channel
    from .effects import Flow
    from .grants import Grant


class Session:
    """Settings, tokens, the application, and the allowed hosts."""

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
        """The domain that discovery must not leave; None without one, or if other domains are allowed."""
        self.home: str | None = None
        """The address of the user resource."""
        self.applications: str | None = None
        """The address of the applications resource."""
        self.find = find
        """Discovers the server, and returns the address of the applications resource."""
        self.entry: State | None = None
        """The state at the entry of an API without applications."""
        self.application: Application | None = None
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
        """Refuse an address outside the domain of discovery."""
        if self.domain is not None and not where.is_below(self.domain) and where not in self.given:
            raise LinkRefused(
                f"{shown(href)} leaves the domain {self.domain}; allow other domains if it should", href=href
            )

    def is_home(self, where: Origin) -> bool:
        """Whether the user's token may be sent there."""
        return where in self.given or (self.home is not None and where == origin(self.home))

    def may_know_secrets(self, where: Origin, of: Origin) -> bool:
        """Whether a token service, named by ``of``, may receive the user's credentials."""
        if where == of or where in self.given:
            return True
        return self.domain is not None and where.scheme == "https" and where.is_below(self.domain)
