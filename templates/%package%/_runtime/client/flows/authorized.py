"""One authorised call: its request with a token that the server accepts, and its result."""

from __future__ import annotations

from typing import Any, TypeVar

from ...base.errors import AuthenticationError
from ...base.redact import shown
from ...base.registry import index
from ...calls.call import Call
from ...calls.errors import ApiError
from ...http.messages import Request, Response, resolve
from ..session.effects import Flow
from ..session.origin import origin
from ..session.session import Session
from .authorization import authorize, renew
from .exchange import end_of, exchange_until
from .windows import check_front, past_front

T = TypeVar("T")
_UNAUTHORIZED = 401
_NOT_FROM_CALLS = frozenset({
    "authorization", "connection", "content-length", "expect", "host", "http2-settings", "keep-alive",
    "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
})  # fmt: skip
"""Headers of credentials, target and length, which no call can set."""


def send_once(
    session: Session, call: Call[T], *, timeout: float | None = None, retry: bool = True
) -> Flow[tuple[T, Response]]:
    """As ``send``, but a lost application is reported like any error."""
    return (yield from answered(session, call, end_of(session, timeout), retry))


def answered(session: Session, call: Call[T], until: float, retry: bool) -> Flow[tuple[T, Response]]:
    """Send the request with a token that the server accepts."""
    url = resolve(session.home, call.url)
    where = origin(url)
    session.check_trusted(where, url)
    used = yield from authorize(session, where)
    response: Response = yield from exchange_until(session, _request(session, call, url, used), until, retry)
    response = yield from past_front(session, _request(session, call, url, None), response, until)
    if _is_refused(response) and (yield from renew(session, where, response, used)):
        renewed = session.tokens.header(where)
        response = yield from exchange_until(session, _request(session, call, url, renewed), until, retry)
    check_front(session, url, response)
    try:
        return call.read(response), response
    except ApiError as error:
        if session.grant is None and _is_refused(response):
            what = f"{call.method} {shown(url)}: the server wants a token; give the client a grant"
            raise AuthenticationError(what) from error
        raise


def _request(session: Session, call: Call[Any], url: str, token: str | None) -> Request:
    request = call.request(session.format)
    given = {name: value for name, value in request.headers.items() if name.lower() not in _NOT_FROM_CALLS}
    return Request(request.method, url, {**given, "Authorization": token} if token else given, request.content)


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
