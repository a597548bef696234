"""Objects with a secret refuse to be pickled, and do not show it when they are printed, copied or inspected."""

from __future__ import annotations

import copy
import logging
import pickle
import pprint
import traceback
from collections.abc import Callable

import httpx2
import pytest

from ucwa2 import (
    AnonymousMeetingGrant,
    AsyncClient,
    Client,
    PassiveGrant,
    PasswordGrant,
    Request,
    Response,
    SignInRequired,
    TokenGrant,
)
from ucwa2._runtime.base.redact import Hidden
from ucwa2._runtime.client.session.effects import Exchange
from ucwa2._runtime.client.session.origin import origin
from ucwa2._runtime.client.session.token_service import Token
from ucwa2._runtime.client.session.tokens import Tokens
from ucwa2.errors import AuthenticationError, LinkRefused, OperationFailed, TransportError, UcwaError

CANARY = "c4n4ry-0123456789abcdef"
URL = "https://pool.contoso.com/"


def _tokens() -> Tokens:
    tokens = Tokens()
    tokens.keep(origin(URL), Token(Hidden(CANARY)))
    return tokens


def _client(kind: type[Client] | type[AsyncClient]) -> Client | AsyncClient:
    client = kind(URL, PasswordGrant(CANARY, CANARY))
    client._session.home = URL
    client.accept_token(CANARY)
    return client


SECRETIVE: list[Callable[[], object]] = [
    lambda: PasswordGrant(CANARY, CANARY),
    lambda: AnonymousMeetingGrant(f"sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:{CANARY}"),
    lambda: AnonymousMeetingGrant("sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:X", CANARY),
    lambda: TokenGrant(CANARY),
    lambda: Token(Hidden(CANARY)),
    _tokens,
    lambda: Hidden(CANARY),
    lambda: Request("GET", URL, {"Authorization": Hidden(f"Bearer {CANARY}")}, b""),
    lambda: Exchange(Request("GET", URL, {"Authorization": Hidden(f"Bearer {CANARY}")}, b"")),
    lambda: _client(Client),
    lambda: _client(AsyncClient),
    lambda: _client(Client)._session,
    lambda: _client(Client).open,
]
EACH = pytest.mark.parametrize("make", SECRETIVE, ids=lambda make: type(make()).__name__)


@EACH
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_what_holds_a_secret_is_not_pickled_with_it(make: Callable[[], object], protocol: int) -> None:
    assert CANARY.encode() not in _pickled(make(), protocol)


def _pickled(value: object, protocol: int) -> bytes:
    """The pickle, or the message of the error."""
    try:
        return pickle.dumps(value, protocol)
    except TypeError as fault:
        return str(fault).encode()


@EACH
def test_what_holds_a_secret_does_not_show_it(make: Callable[[], object]) -> None:
    found = make()
    shown = [repr(found), pprint.pformat(found), f"{[found]!r}", f"{ {'x': found} }"]
    assert not [text for text in shown if CANARY in text]


@pytest.mark.parametrize("make", SECRETIVE[:5])
def test_a_value_that_holds_a_secret_can_still_be_copied(make: Callable[[], object]) -> None:
    """Within this process it behaves as a value; it cannot be pickled."""
    found = make()
    assert copy.copy(found) == found
    assert copy.deepcopy([found]) == [found]
    assert CANARY not in repr(copy.deepcopy(found))


def test_a_grant_without_a_secret_is_pickled() -> None:
    assert pickle.loads(pickle.dumps(PassiveGrant())) == PassiveGrant()


def test_an_answer_keeps_no_cookie_and_no_sign_in() -> None:
    fields = {
        "Set-Cookie": CANARY,
        "Authorization": CANARY,
        "Proxy-Authorization": CANARY,
        "X-Ms-Authorization": CANARY,
    }
    answer = Response(200, {**fields, "ETag": '"1"'}, b"x")
    assert list(answer.headers) == ["ETag"]
    assert CANARY.encode() not in pickle.dumps(answer)


ERRORS: list[UcwaError] = [
    TransportError("x", response=Response(200, {"Set-Cookie": CANARY}, b"x"), sent=False),
    LinkRefused("x", href="https://evil.example/"),
    AuthenticationError("x", grants=("password",)),
    SignInRequired("x", address=f"{URL}in", grants=("password",)),
    OperationFailed("x"),
]


@pytest.mark.parametrize("fault", ERRORS, ids=lambda fault: type(fault).__name__)
def test_errors_go_through_pickles_and_take_no_secret_along(fault: UcwaError) -> None:
    written = pickle.dumps(fault)
    again = pickle.loads(written)
    assert type(again) is type(fault)
    assert (str(again), again.args) == (str(fault), fault.args)
    assert again.__dict__.keys() == fault.__dict__.keys()
    assert CANARY.encode() not in written


@pytest.mark.parametrize("token", [f"{CANARY}\n", f"{CANARY} x", f"{CANARY}\r\nX: y", f"{CANARY}é", f"{CANARY}\0", ""])
def test_a_token_that_no_header_can_carry_is_refused_without_being_shown(token: str) -> None:
    """The error message of httpx2 would contain the whole header."""
    client = _client(Client)
    with pytest.raises(AuthenticationError) as caught:
        client.accept_token(token)
    assert CANARY not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("options", [{"headers": {"authorization": CANARY}}, {"cookies": {"a": CANARY}}])
def test_what_a_client_of_httpx_knows_of_others_goes_nowhere(options: dict[str, object]) -> None:
    """A client made for another purpose may hold its own cookies and credentials."""
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(404, headers={"set-cookie": f"b={CANARY}; path=/"})

    http = httpx2.Client(transport=httpx2.MockTransport(answer), **options)  # type: ignore[arg-type]
    for _ in range(2):
        with pytest.raises(TransportError), Client(URL, http=http):
            pass
    assert len(seen) == 2
    assert not [request for request in seen if CANARY in str(request.headers.multi_items())]


def test_the_proof_can_fail(caplog: pytest.LogCaptureFixture) -> None:
    """The search finds a canary that is not hidden."""
    logging.getLogger("elsewhere").warning("%r", str(Hidden(CANARY)) + "")
    assert CANARY in caplog.text
    assert CANARY.encode() in pickle.dumps({"x": CANARY})
