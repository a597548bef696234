"""One authorised call: its request with a token that the server accepts, and its result."""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from ...base.redact import brief
from ...base.registry import index
from ...calls.errors import AuthenticationError
from ...calls.response import error_of
from ...http.diagnosis import offers
from ...http.messages import Request, Response, resolve
from ...reading.events import EventPage
from ...requests.call import Call
from ..session.challenge import challenge
from ..session.effects import LARGE, Flow, Work
from ..session.grants import TokenGrant, WindowsGrant
from ..session.origin import origin
from ..session.session import ClientSession
from .authorization import authorize, current_header, past_front, renew
from .exchange import end_of, exchange_until

T = TypeVar("T")
S = TypeVar("S")
_UNAUTHORIZED = 401
_NOT_FROM_CALLS = frozenset({
    "authorization", "connection", "content-length", "expect", "host", "http2-settings", "keep-alive",
    "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
})  # fmt: skip
"""Headers of credentials, target and length, which no call can set."""


def send_once(
    session: ClientSession, call: Call[T], *, timeout: float | None = None, retry: bool = True
) -> Flow[tuple[T, Response]]:
    """As ``send``, but a lost application is reported like any error."""
    return (yield from answered(session, call, end_of(session, timeout), retry))


def answered(session: ClientSession, call: Call[T], until: float, retry: bool) -> Flow[tuple[T, Response]]:
    """Send the request with a token that the server accepts."""
    url = resolve(session.home, call.url)
    where = origin(url)
    session.check_trusted(where, url)
    used = current_header(session, where)
    if used is None:
        used, own = yield from _timed(session, authorize(session, where))
        until += own
    response: Response = yield from exchange_until(session, _request(session, call, url, used), until, retry)
    if isinstance(session.grant, WindowsGrant):
        response = yield from past_front(session, _request(session, call, url, None), response, until, retry=retry)
    if _is_refused(response):
        is_renewed, own = yield from _timed(session, renew(session, where, response, used))
        if is_renewed:
            request = _request(session, call, url, session.tokens.header(where))
            response = yield from exchange_until(session, request, until + own, retry)
    return (yield from read_answer(session, call, response)), response


def _timed(session: ClientSession, flow: Flow[S]) -> Flow[tuple[S, float]]:
    """The result of a flow, and the seconds of a function of the user in it, for example while the user signs in."""
    began = session.clock()
    result = yield from flow
    return result, session.clock() - began if isinstance(session.grant, TokenGrant) else 0.0


def read_answer(session: ClientSession, call: Call[T], response: Response, *, is_large: bool = False) -> Flow[T]:
    """The result of a call; raises ``AuthenticationError`` where the server wants another token.

    Other flows continue while a large answer, or a part of one, is read.
    """
    if _is_refused(response):
        raise _refusal(session, call, response)
    if not is_large and len(response.content) < LARGE:
        result: T = call.read(response)
    else:
        result = yield Work(partial(call.read, response))
    if isinstance(result, EventPage):
        session.hide_in_events(result)
    return result


def _refusal(session: ClientSession, call: Call[Any], response: Response) -> AuthenticationError:
    """The error of an answer that wants another token, after the client has tried what it can."""
    where = origin(resolve(session.home, call.url))
    if session.grant is None:
        text = "the server wants a token; give the client a grant"
    elif not session.may_sign_in(where):
        text = f"{where.url} wants a token, but it is of no domain that the user has named; name it in `trusted`"
    elif session.tokens.header(where):
        text = "the server does not accept the token of this client"
    else:
        text = "the server wants another sign-in than this client has"
    service, body = challenge(response.headers.get("www-authenticate")), error_of(response)
    offered = offers(response.headers, *([f"grants: {service.offered}"] if service else []))
    said = f": {brief(body.message)}" if body and body.message else ""
    return AuthenticationError(
        f"{call.method} {brief(call.path)}: {text}{offered}{said}",
        grants=service.grants if service else (),
        code=body.code if body else None,
        response=response,
        call=call,
    )


def _request(session: ClientSession, call: Call[Any], url: str, token: str | None) -> Request:
    headers, content = call._message(session.format)
    given = {name: value for name, value in headers.items() if name.lower() not in _NOT_FROM_CALLS}
    if token:
        given["Authorization"] = token
    return Request(call.method, url, given, content)


def _is_refused(response: Response) -> bool:
    """Whether the server wants another token: it answers 401, or as the API says that a token has expired."""
    sign_in = index().sign_in
    if sign_in is None:
        return False
    if response.status_code == _UNAUTHORIZED:
        return True
    expired = sign_in.expired
    if expired is None or response.status_code != expired.status:
        return False
    return response.headers.get(expired.header, "").startswith(expired.code)
