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
from ..session.windows import NTLM, Negotiation, offers

if TYPE_CHECKING:
    from ..session.session import ClientSession

STEPS = 4
"""The greatest number of tokens that are sent."""
_UNAUTHORIZED = 401


def authenticated(session: ClientSession, request: Request, grant: WindowsGrant, until: float) -> Flow[Response]:
    """Send a request as the user of the grant, and return its answer.

    Raises ``AuthenticationError`` if no token can be made, the server refuses the last one, or does not prove its identity.
    """
    response: Response = yield Alone(lambda: _token_exchange(session, request, grant, until))
    return response


def past_front(session: ClientSession, request: Request, response: Response, until: float) -> Flow[Response]:
    """The answer behind a server that asks for Windows authentication itself; otherwise the answer that came."""
    grant = session.grant
    if not isinstance(grant, WindowsGrant) or not _is_of_front(response) or not session.is_own(origin(request.url)):
        return response
    return (yield from authenticated(session, request, grant, until))


def _is_of_front(response: Response) -> bool:
    """Whether an answer asks for Windows authentication, and names no token service."""
    return bool(offered(response)) and challenge(response.headers.get("www-authenticate")) is None


def offered(response: Response) -> dict[str, str]:
    """The schemes of Windows authentication that an answer offers."""
    return offers(response.headers.get("www-authenticate")) if response.status_code == _UNAUTHORIZED else {}


def _token_exchange(session: ClientSession, request: Request, grant: WindowsGrant, until: float) -> Flow[Response]:
    answer: Held = yield Exchange(request, until - session.clock())
    if answer.status_code != _UNAUTHORIZED:
        return answer
    talk = Negotiation(grant, origin(request.url).host, offered(answer))
    token = yield Compute(partial(talk.first, answer.certificate))
    for step in range(STEPS):
        before, answer = answer, (yield Exchange(_with(request, talk.scheme, token), until - session.clock()))
        if step and (answer.connection is None or answer.connection is not before.connection):
            raise AuthenticationError(_moved(request))
        said = offers(answer.headers.get("www-authenticate")).get(talk.scheme, "")
        if not offered(answer):  # accepted, also where a server behind wants a token
            yield Compute(partial(talk.finish, said, answer.certificate))
            return answer
        if not said:
            raise AuthenticationError(f"{shown(request.url)} does not accept the user by {_name(talk)}")
        token = yield Compute(partial(talk.next, said, answer.certificate))
    raise AuthenticationError(f"{shown(request.url)} asks for more than {STEPS} tokens")


def _with(request: Request, scheme: str, token: str) -> Request:
    given = {name: value for name, value in request.headers.items() if name.lower() != "authorization"}
    headers = {**given, "Authorization": Hidden(f"{scheme} {token}")}
    return Request(request.method, request.url, headers, request.content)


def _name(talk: Negotiation) -> str:
    return NTLM if talk.scheme == NTLM else "Kerberos or NTLM"


def _moved(request: Request) -> str:
    return (
        f"the tokens for {shown(request.url)} need one HTTP/1.1 connection, and went over several; leave `http`, "
        "`transport` and `mounts` out, so that the client opens one"
    )
