"""Token services that misbehave in Windows authentication: each exchange ends soon, with an error that says why."""

from __future__ import annotations

import json
import socket
import threading
import time
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import anyio
import pytest
import spnego
from tests.protocol.hosts import Listener
from tests.protocol.sign_in.windows_server import Handler, Rules, serving

from ucwa2 import AsyncClient, Client, PasswordGrant, Policy, TokenGrant, WindowsGrant
from ucwa2._runtime.client.session.windows import Negotiation
from ucwa2.errors import AuthenticationError, InvalidArgument, TransportError, UcwaError

ANN = WindowsGrant("CONTOSO\\ann", "s3cret-of-ann")
QUICK = Policy(attempts=3, timeout=10, first_pause=0.01)
DIAGNOSTICS = ("X-Ms-diagnostics", '28020;reason="no such user"')


@pytest.fixture(autouse=True)
def users(tmp_path, monkeypatch):
    """The users of the acceptor, which finds no Kerberos."""
    (tmp_path / "users").write_text("CONTOSO:ann:s3cret-of-ann\n", "utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(tmp_path / "users"))
    monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "none"))
    monkeypatch.setenv("KRB5CCNAME", str(tmp_path / "cache"))


@pytest.fixture(params=["sync", "async"])
def enter(request):
    """Enter and leave a client of either kind."""

    def blocking(url, grant=ANN, **options):
        with Client(f"{url}/", grant, **{"policy": QUICK, **options}):
            pass

    def asynchronous(url, grant=ANN, **options):
        async def go():
            async with AsyncClient(f"{url}/", grant, **{"policy": QUICK, **options}):
                pass

        anyio.run(go)

    return blocking if request.param == "sync" else asynchronous


def answered(handler: Handler, status: int, *headers: tuple[str, str], body: Any = None) -> None:
    """Answer with any status, headers and content, as a real server would not."""
    content = json.dumps(body or {}).encode()
    handler.send_response(status)
    for name, value in (*headers, ("Content-Type", "application/json"), ("Content-Length", str(len(content)))):
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(content)


def token_service(step: Callable[[Handler, int, str, str], Any]) -> type[Handler]:
    """A server whose token service does as ``step`` says, which gets the number of the request; True: as it should."""

    class Hostile(Handler):
        count = 0

        def _token(self, content: bytes, scheme: str, value: str) -> None:
            type(self).count += 1
            if step(self, type(self).count, scheme, value) is True:
                super()._token(content, scheme, value)

    return Hostile


def endless(handler, number, scheme, value):
    if not scheme:
        return True
    other = spnego.client("a", "b", protocol="ntlm")
    token = spnego.server("localhost", "HTTP", protocol="ntlm").step(other.step())
    return handler._refuse([("NTLM", b64encode(token).decode())])


def saying(token):
    return lambda handler, number, scheme, value: True if not scheme else handler._refuse([("NTLM", token)])


def moved(handler, number, scheme, value):
    return True if number != 2 else answered(handler, 302, ("Location", "http://127.0.0.1:1/evil"))


def vanishing(handler, number, scheme, value):
    if number != 3:
        return True
    handler.close_connection = True
    return handler.connection.shutdown(socket.SHUT_RDWR)


ATTACKS = {
    "endless": (endless, AuthenticationError, "asks for more tokens", 7),
    "giant": (saying("A" * 60_000), AuthenticationError, "cannot be read", 4),
    "beyond all limits": (saying("A" * 90_000), AuthenticationError, "cannot be read", 4),
    "not base64": (saying("TlRM!!!!"), AuthenticationError, "cannot be read", 4),
    "padding": (saying("abc"), AuthenticationError, "not Base64", 4),
    "cut short": (saying("TlRMTVNTUAACAAAA"), AuthenticationError, "cannot be read", 4),
    "redirect": (moved, AuthenticationError, "answered with 302", 4),
    "connection lost": (vanishing, TransportError, "disconnected", 5),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_exchange_that_goes_wrong_ends_with_what_happened(enter, attack):
    step, kind, said, most = ATTACKS[attack]
    rules = Rules()
    with serving(rules, kind=token_service(step)) as url, pytest.raises(kind, match=said):
        enter(url)

    assert len(rules.seen) <= most
    assert rules.tokens == set()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_token_service_in_trouble_is_asked_again(enter, number):
    def step(handler, count, scheme, value):
        return True if count != number else answered(handler, 503, ("Retry-After", "0"))

    rules = Rules()
    with serving(rules, kind=token_service(step)) as url:
        enter(url)

    assert rules.users == ["ntlm:CONTOSO\\ann"]


@pytest.mark.parametrize("number", [2, 3])
def test_error_in_the_middle_says_why(enter, number):
    body = {"error": "unauthorized_client", "error_description": "not this one"}

    def step(handler, count, scheme, value):
        return True if count != number else answered(handler, 403, DIAGNOSTICS, body=body)

    with (
        serving(Rules(), kind=token_service(step)) as url,
        pytest.raises(AuthenticationError, match="not this") as raised,
    ):
        enter(url)

    assert raised.value.code == "unauthorized_client"
    assert raised.value.status == 403
    assert raised.value.diagnostics.reason == "no such user"


def test_user_who_is_refused_has_the_code_of_a_wrong_password(enter):
    with serving(Rules()) as url, pytest.raises(AuthenticationError, match="does not accept the user") as raised:
        enter(url, WindowsGrant("CONTOSO\\ann", "wrong-word"))

    assert raised.value.code == "invalid_grant"
    assert raised.value.status == 401
    assert {challenge.scheme for challenge in raised.value.challenges} == {"Negotiate", "NTLM"}


def test_several_challenges_in_one_answer_are_read(enter):
    def step(handler, count, scheme, value):
        if scheme:
            return True
        offers = ("WWW-Authenticate", 'Bearer realm="a, b", Negotiate, NTLM'), ("WWW-Authenticate", "Basic realm=x")
        return answered(handler, 401, *offers)

    rules = Rules()
    with serving(rules, kind=token_service(step)) as url:
        enter(url)

    assert rules.users == ["ntlm:CONTOSO\\ann"]


@pytest.mark.parametrize("front", [(), ("/user",)], ids=["token service", "front"])
def test_step_that_hangs_ends_with_the_time_of_the_call(enter, monkeypatch, front):
    hanging = threading.Event()
    monkeypatch.setattr(spnego, "client", lambda *given, **named: hanging.wait(60))
    began = time.monotonic()
    with serving(Rules(front=front)) as url, pytest.raises(UcwaError, match="in time"):
        enter(url, policy=Policy(attempts=1, timeout=1.5), trusted=[url])
    took = time.monotonic() - began
    hanging.set()

    assert took < 20


class BrokenLibrary(Exception):
    """An error that no library documents."""


@pytest.mark.parametrize("leg", ["first", "next"])
@pytest.mark.parametrize("kind", [BrokenLibrary, TypeError, AttributeError])
def test_bug_in_the_library_is_raised_as_it_is_without_the_password(enter, monkeypatch, leg, kind):
    real, closed = spnego.client, threading.Event()

    def broken(*given, **named):
        context = real(*given, **named)
        known = context.step

        def step(token=None, **more):
            if leg == "first" or token:
                raise kind("lost s3cret-of-ann")
            return known(token, **more)

        context.step = step
        return context

    class Watching(Handler):
        def finish(self):
            super().finish()
            if self.path == "/token":
                closed.set()

    monkeypatch.setattr(spnego, "client", broken)
    with serving(Rules(), kind=Watching) as url, pytest.raises(kind) as raised:
        enter(url)

    assert str(raised.value) == "lost …"
    assert closed.wait(10)  # the connection of the exchange


@pytest.mark.parametrize("cut", [0, 1, 8, 12, 20, 31, 33, 40, 47, 56])
def test_broken_challenge_is_an_error_of_the_sign_in(cut):
    """Whatever the library raises for a broken token: it has several errors for that, none of which is a bug."""
    server, other = spnego.server("localhost", "HTTP", protocol="ntlm"), spnego.client("a", "b", protocol="ntlm")
    token = bytearray(server.step(other.step()))
    for damaged in (token[:cut], token[:cut] + b"\xff" * (len(token) - cut), token[:cut] + b"\x00" * 8 + token[cut:]):
        talk = Negotiation(ANN, "localhost", {"NTLM": ""})
        talk.first(None)
        try:
            talk.next(b64encode(damaged).decode(), None)
        except AuthenticationError:
            continue


BAD_GRANTS = {
    "empty user": (lambda: WindowsGrant("", "s3cret"), "user"),
    "empty user alone": (lambda: WindowsGrant(""), "user"),
    "bytes": (lambda: TokenGrant(b"s3cret"), "token"),  # type: ignore[arg-type]
    "nothing": (lambda: TokenGrant(None), "token"),  # type: ignore[arg-type]
    "text": (lambda: Client("https://a.contoso.com/", "s3cret"), "grant"),  # type: ignore[arg-type]
    "class": (lambda: AsyncClient("https://a.contoso.com/", PasswordGrant), "grant"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("case", BAD_GRANTS)
def test_grant_that_cannot_work_is_refused_at_once(case):
    make, parameter = BAD_GRANTS[case]
    with pytest.raises(InvalidArgument) as raised:
        make()

    assert raised.value.parameter == parameter
    assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize("grant", [PasswordGrant("ann", "s3cret\ud800"), WindowsGrant("ann\ud800", "s3cret")])
def test_half_of_a_character_is_refused_without_the_password(enter, grant):
    body = json.dumps({"_links": {"user": {"href": "/user"}}}).encode()
    challenge = 'MsRtcOAuth href="/token",grant_type="password,urn:microsoft.rtc:windows"'
    replies = {
        "/": (200, {"Content-Type": "application/json"}, body),
        "/user": (401, {"WWW-Authenticate": challenge}, b""),
        "/token": (401, {"WWW-Authenticate": "NTLM"}, b""),
    }
    with Listener(lambda method, target: replies[target]) as server, pytest.raises(UcwaError) as raised:
        enter(server.url, grant)

    assert "s3cret" not in repr(raised.value)
