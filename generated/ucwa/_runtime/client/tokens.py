"""Tokens: each belongs to the origin that asked for it, is got once for all that wait, and is renewed in time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from ..errors import AuthenticationError, SignInRequired
from ..http import Request, Response, resolve, shown
from ..privacy import Hidden, Secret
from .challenge import Challenge, challenge
from .effects import Compute, Flow, Once
from .grants import Grant, TokenGrant
from .origin import Origin, origin

if TYPE_CHECKING:
    from .core import Core

EARLY = 60.0
"""Seconds before its end at which a token is renewed; a tenth of its life if that is shorter."""

_FORM = "application/x-www-form-urlencoded;charset=UTF-8"
_LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Token(Secret):
    """A token and until when it is good, in seconds of the core's clock; None where nobody said."""

    value: Hidden
    until: float | None = None
    refresh_at: float | None = None

    @property
    def header(self) -> str:
        """The value of ``Authorization``."""
        return Hidden(f"Bearer {self.value}")


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
        yield from renew(core, of, None, token.header)
    return core.tokens.header(of)


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
    yield Once(("token", of), lambda: _acquire(core, of, used))
    return not core.tokens.stale(of, used)


def _can(core: Core, of: Origin) -> bool:
    if isinstance(core.grant, TokenGrant):
        return core.is_home(of) and (callable(core.grant.token) or core.tokens.header(of) is None)
    return core.grant is not None and core.tokens.service(of) is not None


def _acquire(core: Core, of: Origin, used: str | None) -> Flow[None]:
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
    last = core.tokens.token(of)
    core.tokens.keep(of, (yield from _request(core, of, last.value if last else None)))


def _request(core: Core, of: Origin, last: str | None) -> Flow[Token]:
    from .sending import exchange

    grant, service = core.grant, core.tokens.service(of)
    assert grant is not None
    assert service is not None
    if grant.name not in service.grants:
        offered = ", ".join(service.grants) or "none"
        raise AuthenticationError(
            f"the server takes no grant `{grant.name}`; it takes: {offered}", grants=service.grants
        )
    href = _address(core, of, service)
    asked = core.clock()
    request = _form(href, grant, last)
    response: Response = yield from exchange(core, request)
    return _token(response, service, asked)


def _form(href: str, grant: Grant, last: str | None) -> Request:
    body = urlencode({"grant_type": grant.name, **grant.fields(last)}).encode()
    return Request("POST", href, {"Accept": "application/json", "Content-Type": _FORM}, body)


def _address(core: Core, of: Origin, service: Challenge) -> str:
    """The token service's address: only on hosts that may be told the user's secrets."""
    href = resolve(f"{of.url}/", service.href)
    where = origin(href)
    if not core.may_know_secrets(where, of):
        raise AuthenticationError(
            f"the token service {shown(href)} is not of the server that named it; trust it if it should be",
            grants=service.grants,
        )
    core.trusted.add(where)
    return href


def _token(response: Response, service: Challenge, asked: float) -> Token:
    said = _said(response)
    value = said.get("access_token")
    if response.status_code == 200 and value is not None:
        lasts = _seconds(said.get("expires_in"))
        if lasts is None:
            return Token(checked(value))
        return Token(checked(value), asked + lasts, asked + lasts - min(EARLY, lasts / 10))
    address = said.get("ms_rtc_passiveauthuri")
    if isinstance(address, str) and address.isprintable():
        raise SignInRequired(f"sign in at {shown(address)}", address=address, grants=service.grants)
    fault = said.get("error") if isinstance(said.get("error"), str) else f"status {response.status_code}"
    detail = said.get("error_description")
    words = f"{fault}: {detail}" if isinstance(detail, str) else str(fault)
    offered = ", ".join(service.grants)
    raise AuthenticationError(f"the token service said no: {words!r} (it takes: {offered})", grants=service.grants)


def _said(response: Response) -> dict[str, Any]:
    """The object in the answer; empty where it is none."""
    try:
        found = json.loads(response.content) if len(response.content) <= _LARGEST else None
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    token = found.pop("access_token", None)
    return {**found, "access_token": Hidden(token)} if isinstance(token, str) else found


def _seconds(value: object) -> float | None:
    """A number on premises and text elsewhere."""
    try:
        seconds = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
    except ValueError:
        return None
    return seconds if seconds is not None and 0 < seconds < float("inf") else None


def checked(token: object) -> Hidden:
    """A token that can stand in a header; the error does not show one that cannot."""
    hidden = Hidden(token) if isinstance(token, str) else Hidden()
    del token
    if not hidden or not hidden.isascii() or not hidden.isprintable() or " " in hidden:
        raise AuthenticationError("the token is no text that a header can carry")
    return hidden
