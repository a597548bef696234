"""Windows authentication of one request: an exchange of tokens on a connection of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ...base.redact import Hidden, shown
from ...calls.errors import AuthenticationError
from ...http.messages import Request, Response
from ..session.challenge import challenge
from ..session.effects import Alone, Compute, Exchange, Flow, Held
from ..session.grants import WindowsGrant
from ..session.origin import origin
from ..session.token_service import CREDENTIALS_REFUSED
from ..session.windows import NTLM, Negotiation, asks, offers
from .exchange import exchange_until

if TYPE_CHECKING:
    from ..session.session import ClientSession

STEPS = 4
"""The greatest number of tokens that are sent."""
EXCHANGES = 2
"""The greatest number of exchanges for one request: a server that is restarted closes the connection between two tokens."""
_UNAUTHORIZED = 401
_ERRORS = 400
"""The least status of an error."""


def authenticated(
    session: ClientSession, request: Request, grant: WindowsGrant, until: float, *, retry: bool, is_known: bool = True
) -> Flow[Response]:
    """Send a request as the user of the grant, and return its answer; it is retried like any other.

    Raises ``AuthenticationError`` if no token can be made, the server refuses the last one, or does not prove its identity.
    """

    def once(request: Request) -> Flow[Response]:
        response: Response | None = None
        for _ in range(EXCHANGES):
            response = yield Alone(lambda: _token_exchange(session, request, grant, until))
            if response is not None:
                return response
        raise AuthenticationError(_moved(request))

    return (yield from exchange_until(session, request, until, retry, is_known, once))


def is_of_front(response: Response) -> bool:
    """Whether an answer asks for Windows authentication, and names no token service."""
    return bool(_offered(response)) and challenge(response.headers.get("www-authenticate")) is None


def _offered(response: Response) -> dict[str, str]:
    """The schemes of Windows authentication that an answer offers."""
    return offers(response.headers.get("www-authenticate")) if response.status_code == _UNAUTHORIZED else {}


def _token_exchange(
    session: ClientSession, request: Request, grant: WindowsGrant, until: float
) -> Flow[Response | None]:
    """The answer; None where the connection was closed between two tokens."""
    answer: Held = yield Exchange(request, until - session.clock())
    if answer.status_code != _UNAUTHORIZED:
        return answer
    talk, used = Negotiation(grant, origin(request.url).host, _offered(answer)), session.tokens.exchanged
    token = yield Compute(partial(talk.first, answer.certificate), until - session.clock())
    for step in range(STEPS):
        used.append(token)
        before, answer = answer, (yield Exchange(_with(request, talk.scheme, token), until - session.clock()))
        if step and (answer.connection is None or answer.connection is not before.connection):
            return None
        header = answer.headers.get("www-authenticate")
        said = offers(header).get(talk.scheme, "")
        if said:
            used.append(said)
        if answer.status_code != _UNAUTHORIZED or not asks(
            header
        ):  # accepted, also where a server behind wants a token
            return (yield from _ended(request, talk, answer, said, until - session.clock()))
        wanted = _wanted(request, talk, answer, said)
        token = yield from _next(talk, wanted, answer, until - session.clock())
        if not token:
            break
    raise AuthenticationError(f"{shown(request.url)} asks for more tokens than it can get", response=_head(answer))


def _next(talk: Negotiation, wanted: str, answer: Held, seconds: float) -> Flow[str]:
    """The answer to a token of the server. An error has what the server said."""
    try:
        token: str = yield Compute(partial(talk.next, wanted, answer.certificate), seconds)
    except AuthenticationError as fault:
        fault.response = _head(answer)
        raise
    return token


def _ended(request: Request, talk: Negotiation, answer: Held, said: str, seconds: float) -> Flow[Response]:
    """The answer at the end of an exchange. Nothing but an error is taken from a server that has not proved its identity."""
    if _UNAUTHORIZED != answer.status_code >= _ERRORS:
        return answer
    yield Compute(partial(talk.finish, said, answer.certificate), seconds)
    if not talk.is_complete:
        raise AuthenticationError(
            f"{shown(request.url)} answered with {answer.status_code}, and did not prove its identity; its answer is not used",
            response=_head(answer),
        )
    return answer


def _wanted(request: Request, talk: Negotiation, answer: Response, said: str) -> str:
    """The token of a server that asks for another one; without it, the user is refused."""
    if said:
        return said
    if not _offered(answer):
        raise AuthenticationError(f"{shown(request.url)} sent a token that cannot be read")
    text = f"{shown(request.url)} does not accept the user by {NTLM if talk.scheme == NTLM else 'Kerberos or NTLM'}"
    raise AuthenticationError(text, code=CREDENTIALS_REFUSED, response=_head(answer))


def _head(answer: Response) -> Response:
    """An answer without its content, which may be long."""
    return Response(answer.status_code, answer.headers, url=answer.url)


def _with(request: Request, scheme: str, token: str) -> Request:
    given = {name: value for name, value in request.headers.items() if name.lower() != "authorization"}
    headers = {**given, "Authorization": Hidden(f"{scheme} {token}")}
    return Request(request.method, request.url, headers, request.content)


def _moved(request: Request) -> str:
    return (
        f"the tokens for {shown(request.url)} need one HTTP/1.1 connection, and went over several; leave `http`, "
        "`transport` and `mounts` out, so that the client opens one"
    )
