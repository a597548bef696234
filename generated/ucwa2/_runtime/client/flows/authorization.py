"""Authorization: a token is acquired once for all waiting calls, and renewed in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...base.errors import Error
from ...base.redact import Hidden, shown
from ...calls.errors import AuthenticationError, SignInRequired
from ...http.messages import Request, Response
from ..session.challenge import Challenge, challenge
from ..session.effects import Compute, Flow, SingleFlight
from ..session.grants import Grant, TokenGrant, WindowsGrant
from ..session.origin import Origin, origin, resolved
from ..session.token_service import Token, checked, form, granted
from .budget import spend
from .exchange import end_of, exchange

if TYPE_CHECKING:
    from ..session.session import ClientSession

PATIENCE = 5.0
"""Seconds for which calls wait for the renewal of a token that is still good."""


def current_header(session: ClientSession, of: Origin) -> str | None:
    """The ``Authorization`` value of a token that needs no renewal now; None for any other origin."""
    token = session.tokens.token(of)
    if token is None or (token.refresh_at is not None and session.clock() >= token.refresh_at):
        return None
    return token.header


def authorize(session: ClientSession, of: Origin) -> Flow[str | None]:
    """The ``Authorization`` value to send now; None before the origin has sent a challenge."""
    token = session.tokens.token(of)
    if token is None and isinstance(session.grant, TokenGrant) and session.may_sign_in(of):
        yield from renew(session, of, None, None)
    elif token is not None and token.refresh_at is not None and session.clock() >= token.refresh_at:
        yield from _renew_early(session, of, token)
    return session.tokens.header(of)


def _renew_early(session: ClientSession, of: Origin, token: Token) -> Flow[None]:
    """Renew a token before it expires. After a failure it stays in use, without an attempt for half of its remaining time."""
    try:
        yield from renew(session, of, None, token.header)
    except Error:
        now = session.clock()
        if token.until is None or not token.is_good(now):
            raise
        if session.tokens.token(of) is token:
            session.tokens.keep(of, Token(token.value, token.until, (now + token.until) / 2))


def renew(session: ClientSession, of: Origin, response: Response | None, used: str | None) -> Flow[bool]:
    """Acquire a token after the origin refused ``used``; one renewal serves all waiting calls.

    Returns False without anything to try. Raises ``AuthenticationError`` if the token service refuses.
    """
    if not session.tokens.stale(of, used):
        return True
    if response is not None:
        _note_service(session, of, response)
    if not _can(session, of):
        return False
    early = response is None and used is not None
    begun: list[bool] = []

    def acquire() -> Flow[None]:
        begun.append(True)
        if response is not None and used is not None:
            yield from spend(session)
        yield from _acquire(session, of, used, early)

    try:
        yield SingleFlight(("token", of), acquire)
    except Error:
        if begun or early:
            raise
    if not begun and session.tokens.stale(
        of, used
    ):  # the renewal of another caller, perhaps with a longer timeout, failed
        yield SingleFlight(("token", of), acquire)
    return not session.tokens.stale(of, used)


def _note_service(session: ClientSession, of: Origin, response: Response) -> None:
    """Store the token service that a 401 names. One that cannot be used is an error, unless another one is known."""
    found, grant = challenge(response.headers.get("www-authenticate")), session.grant
    if found is None or grant is None or isinstance(grant, TokenGrant):
        return
    try:
        _check_grant(grant, found, response)
        _address(session, of, found)
    except Error:
        if session.tokens.service(of) is None:
            raise
        return
    session.tokens.asked(of, found)


def _can(session: ClientSession, of: Origin) -> bool:
    grant = session.grant
    if isinstance(grant, TokenGrant):
        return session.may_sign_in(of) and (callable(grant.token) or session.tokens.header(of) is None)
    return grant is not None and session.tokens.service(of) is not None


def _acquire(session: ClientSession, of: Origin, used: str | None, early: bool) -> Flow[None]:
    """Acquire a token for the origin, unless another flow has just done so."""
    if not session.tokens.stale(of, used):
        return
    if isinstance(session.grant, TokenGrant):
        source = session.grant.source(of.url)
        found = (yield Compute(source)) if callable(source) else Hidden(source)
        session.tokens.keep(of, Token(checked(found)))
        return
    try:
        session.tokens.keep(of, (yield from _granted(session, of, early)))
    except SignInRequired:
        session.tokens.asking = of
        raise


def _granted(session: ClientSession, of: Origin, early: bool) -> Flow[Token]:
    """Exchange the last token, if the grant uses it; sign in without it if it has expired or is refused."""
    grant, service = session.grant, session.tokens.service(of)
    assert grant is not None
    assert service is not None
    href, last = _address(session, of, service), session.tokens.token(of)
    known = last.value if last is not None and last.is_good(session.clock()) else None
    first, anew = form(href, grant, known), form(href, grant, None)
    try:
        return (yield from _asked(session, first, service, early))
    except AuthenticationError:
        if early or last is None or first.content == anew.content:
            raise
    session.tokens.keep(of, Token(last.value, session.clock()))
    return (yield from _asked(session, anew, service, early))


def _check_grant(grant: Grant, service: Challenge, response: Response) -> None:
    """Refuse a service that does not take the grant."""
    if grant.grant_type not in service.grants:
        text = f"the server takes no grant `{grant.grant_type}`; it takes: {service.offered}"
        raise AuthenticationError(text, grants=service.grants, code="unsupported_grant_type", response=response)


def _asked(session: ClientSession, request: Request, service: Challenge, early: bool) -> Flow[Token]:
    asked = session.clock()
    timeout = min(PATIENCE, session.policy.timeout) if early else None
    if isinstance(session.grant, WindowsGrant):
        from .windows import authenticated

        until = end_of(session, timeout)
        response: Response = yield from authenticated(session, request, session.grant, until, retry=not early)
    else:
        response = yield from exchange(session, request, timeout=timeout, retry=not early)
    return granted(response, service, asked)


def past_front(
    session: ClientSession,
    request: Request,
    response: Response,
    until: float,
    *,
    retry: bool = True,
    is_known: bool = True,
) -> Flow[Response]:
    """The answer behind a server that asks for Windows authentication itself; otherwise the answer that came."""
    grant = session.grant
    if not isinstance(grant, WindowsGrant) or not session.is_own(origin(request.url)):
        return response
    from .windows import authenticated, is_of_front  # this grant alone needs its tokens

    if not is_of_front(response):
        return response
    return (yield from authenticated(session, request, grant, until, retry=retry, is_known=is_known))


def _address(session: ClientSession, of: Origin, service: Challenge) -> str:
    """The address of the token service, on hosts that may receive the user's credentials only."""
    href = resolved(f"{of.url}/", service.href)
    where = origin(href)
    session.check_secrets(of)
    if not session.may_know_secrets(where, of):
        raise AuthenticationError(
            f"the token service {shown(href)} is not of the server that named it; trust it if it should be",
            grants=service.grants,
        )
    session.trusted.add(where)
    return href
