"""Tokens: each belongs to the origin that asked for it, is got once for all that wait, and is renewed in time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import AuthenticationError, Error
from ..http import Request, Response, shown
from ..privacy import Hidden, Secret
from .challenge import Challenge, challenge
from .effects import Compute, Flow, Once
from .grants import Grant, TokenGrant
from .origin import Origin, origin, resolved
from .tokenservice import Token, checked, form, granted

if TYPE_CHECKING:
    from .core import Core

PATIENCE = 5.0
"""Seconds for which calls wait for the renewal of a token that is still good."""


class Tokens(Secret):
    """The tokens of one client by origin, and the token services that the origins named."""

    def __init__(self) -> None:
        self._tokens: dict[Origin, Token] = {}
        self._services: dict[Origin, Challenge] = {}

    def header(self, of: Origin) -> str | None:
        """The ``Authorization`` value for this origin, and for no other."""
        token = self._tokens.get(of)
        return token.header if token else None

    def token(self, of: Origin) -> Token | None:
        """The token for this origin."""
        return self._tokens.get(of)

    def keep(self, of: Origin, token: Token) -> None:
        """From now on this is the token for the origin."""
        self._tokens[of] = token

    def drop(self, of: Origin) -> None:
        """Forget the token of an origin."""
        self._tokens.pop(of, None)

    def stale(self, of: Origin, used: str | None) -> bool:
        """Whether what was sent is what there still is: else somebody else has renewed it meanwhile."""
        return self.header(of) == used

    def service(self, of: Origin) -> Challenge | None:
        """What the origin said of its token service when it last asked for a token."""
        return self._services.get(of)

    def asked(self, of: Origin, found: Challenge) -> None:
        """Remember what an origin said of its token service."""
        self._services[of] = found

    def __repr__(self) -> str:
        return f"<tokens for {len(self._tokens)} origins>"


def authorize(core: Core, of: Origin) -> Flow[str | None]:
    """The ``Authorization`` value to send now. None before the origin has said what it wants."""
    token = core.tokens.token(of)
    if token is None and isinstance(core.grant, TokenGrant) and core.is_home(of):
        yield from renew(core, of, None, None)
    elif token is not None and token.refresh_at is not None and core.clock() >= token.refresh_at:
        yield from _renew_early(core, of, token)
    return core.tokens.header(of)


def _renew_early(core: Core, of: Origin, token: Token) -> Flow[None]:
    """Renew a token before its end. Where that fails it serves on, undisturbed for half of the time that it has left."""
    try:
        yield from renew(core, of, None, token.header)
    except Error:
        now = core.clock()
        if token.until is None or not token.is_good(now):
            raise
        if core.tokens.token(of) is token:
            core.tokens.keep(of, replace(token, refresh_at=(now + token.until) / 2))


def renew(core: Core, of: Origin, response: Response | None, used: str | None) -> Flow[bool]:
    """Get a token after the origin refused ``used``; one renewal serves all that wait for it.

    False where there is nothing to try. Raises ``AuthenticationError`` where the token service says no.
    """
    if not core.tokens.stale(of, used):
        return True
    found = challenge(response.headers.get("www-authenticate")) if response is not None else None
    if found is not None:
        core.tokens.asked(of, found)
    if not _can(core, of):
        return False
    early = response is None and used is not None
    begun: list[bool] = []

    def acquire() -> Flow[None]:
        begun.append(True)
        return _acquire(core, of, used, early)

    try:
        yield Once(("token", of), acquire)
    except Error:
        if begun or early:
            raise
    if not begun and core.tokens.stale(of, used):  # that of somebody else, who may have been in less of a hurry, failed
        yield Once(("token", of), acquire)
    return not core.tokens.stale(of, used)


def _can(core: Core, of: Origin) -> bool:
    if isinstance(core.grant, TokenGrant):
        return core.is_home(of) and (callable(core.grant.token) or core.tokens.header(of) is None)
    return core.grant is not None and core.tokens.service(of) is not None


def _acquire(core: Core, of: Origin, used: str | None, early: bool) -> Flow[None]:
    """A new token for the origin, unless another flow has just got one."""
    if not core.tokens.stale(of, used):
        return
    if isinstance(core.grant, TokenGrant):
        if callable(core.grant.token):
            found = checked((yield Compute(core.grant.token)))
        else:
            found = checked(Hidden(core.grant.token))
        core.tokens.keep(of, Token(found))
        return
    core.tokens.keep(of, (yield from _granted(core, of, early)))


def _granted(core: Core, of: Origin, early: bool) -> Flow[Token]:
    """A token for the last one, where the grant goes by it; without it where that one is over, or refused."""
    grant, service = _agreed(core, of)
    href, last = _address(core, of, service), core.tokens.token(of)
    known = last.value if last is not None and last.is_good(core.clock()) else None
    first, anew = form(href, grant, known), form(href, grant, None)
    try:
        return (yield from _asked(core, first, service, early))
    except AuthenticationError:
        if early or last is None or first.content == anew.content:
            raise
    core.tokens.keep(of, replace(last, until=core.clock(), refresh_at=None))
    return (yield from _asked(core, anew, service, early))


def _agreed(core: Core, of: Origin) -> tuple[Grant, Challenge]:
    """The grant, and the service that takes it."""
    grant, service = core.grant, core.tokens.service(of)
    assert grant is not None
    assert service is not None
    if grant.name not in service.grants:
        raise AuthenticationError(
            f"the server takes no grant `{grant.name}`; it takes: {service.offered}", grants=service.grants
        )
    return grant, service


def _asked(core: Core, request: Request, service: Challenge, early: bool) -> Flow[Token]:
    from .sending import exchange

    asked = core.clock()
    timeout = min(PATIENCE, core.policy.timeout) if early else None
    response: Response = yield from exchange(core, request, timeout=timeout, retry=not early)
    return granted(response, service, asked)


def _address(core: Core, of: Origin, service: Challenge) -> str:
    """The token service's address: only on hosts that may be told the user's secrets."""
    href = resolved(f"{of.url}/", service.href)
    where = origin(href)
    if not core.may_know_secrets(where, of):
        raise AuthenticationError(
            f"the token service {shown(href)} is not of the server that named it; trust it if it should be",
            grants=service.grants,
        )
    core.trusted.add(where)
    return href


__all__ = ["Token", "Tokens", "authorize", "checked", "renew"]
