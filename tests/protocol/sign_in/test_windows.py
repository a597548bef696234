"""Windows authentication over real connections: NTLM against pyspnego's acceptor, with TLS and channel binding."""

from __future__ import annotations

import ssl
import sys
import time

import anyio
import httpx2
import pytest
import spnego
import trustme
from spnego.channel_bindings import GssChannelBindings
from tests.protocol.sign_in.windows_server import GRANT, Rules, serving

from ucwa2 import AsyncClient, Client, Policy, Request, Response, WindowsGrant
from ucwa2._runtime.client.flows.authorization import past_front
from ucwa2._runtime.client.session.effects import Alone
from ucwa2._runtime.client.session.session import ClientSession
from ucwa2._runtime.client.session.windows import offers
from ucwa2.errors import AuthenticationError

ANN = WindowsGrant("CONTOSO\\ann", "s3cret-of-ann")
QUICK = Policy(attempts=1, timeout=10)


@pytest.fixture(autouse=True)
def users(tmp_path, monkeypatch):
    """The users of the acceptor, which finds no Kerberos."""
    file = tmp_path / "users"
    file.write_text("CONTOSO:ann:s3cret-of-ann\n", "utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(file))
    monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "none"))
    monkeypatch.setenv("KRB5CCNAME", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def trusting(authority):
    """Settings of a client that trusts the authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return {"verify": context}


@pytest.fixture(params=["sync", "async"])
def enter(request):
    """Enter and leave a client of either kind; runs steps in between."""

    def blocking(url, grant, steps=lambda client: None, **options):
        with Client(url, grant, policy=QUICK, **options) as client:
            steps(client)

    def asynchronous(url, grant, steps=lambda client: None, **options):
        async def go():
            async with AsyncClient(url, grant, policy=QUICK, **options) as client:
                steps(client)

        anyio.run(go)

    return blocking if request.param == "sync" else asynchronous


def test_ntlm_goes_over_one_connection_and_bearer_follows(enter):
    rules = Rules()
    with serving(rules) as url:
        enter(f"{url}/", ANN)

    assert rules.users == ["ntlm:CONTOSO\\ann"]
    assert rules.seen == [
        ("/", ""), ("/user", ""), ("/token", ""), ("/token", "NTLM"), ("/token", "NTLM"), ("/user", "Bearer"),
    ]  # fmt: skip
    assert len(rules.connections) == 1


def test_ntlm_inside_negotiate(enter):
    rules = Rules(schemes=("Negotiate",))
    with serving(rules) as url:
        enter(f"{url}/", ANN)

    assert rules.users == ["ntlm:CONTOSO\\ann"]


def test_channel_binding_is_that_of_the_certificate(enter, authority):
    rules = Rules()
    with serving(rules, authority) as url:
        enter(f"{url}/", ANN, **trusting(authority))

    assert rules.users == ["ntlm:CONTOSO\\ann"]


def test_server_with_another_channel_binding_refuses(enter, authority):
    rules = Rules()
    with serving(rules, authority) as url:
        rules.bindings = GssChannelBindings(application_data=b"tls-server-end-point:" + bytes(32))
        with pytest.raises(AuthenticationError, match="does not accept the user by NTLM"):
            enter(f"{url}/", ANN, **trusting(authority))

    assert rules.users == []


def test_wrong_password_is_refused_without_being_shown(enter):
    rules = Rules()
    with serving(rules) as url, pytest.raises(AuthenticationError, match="does not accept the user") as raised:
        enter(f"{url}/", WindowsGrant("CONTOSO\\ann", "wrong-word"))

    assert "wrong-word" not in repr(raised.value)
    assert [scheme for path, scheme in rules.seen if path == "/token"] == ["", "NTLM", "NTLM"]


@pytest.mark.parametrize("schemes", [("NTLM",), ("Negotiate", "NTLM"), ("Negotiate",)])
def test_ntlm_that_is_not_allowed_is_not_tried(enter, schemes):
    rules = Rules(schemes=schemes)
    with serving(rules) as url, pytest.raises(AuthenticationError, match="is not possible"):
        enter(f"{url}/", WindowsGrant("CONTOSO\\ann", "s3cret-of-ann", allow_ntlm=False))

    assert {scheme for path, scheme in rules.seen if path == "/token"} == {""}


def test_token_service_without_windows_authentication(enter):
    rules = Rules(schemes=())
    with serving(rules) as url, pytest.raises(AuthenticationError, match="offers neither Negotiate nor NTLM"):
        enter(f"{url}/", ANN)


def test_server_that_closes_the_connection_between_tokens(enter):
    rules = Rules(closes=True)
    with serving(rules) as url, pytest.raises(AuthenticationError, match=r"need one HTTP/1\.1 connection"):
        enter(f"{url}/", ANN)


def test_server_that_restarts_between_tokens_is_asked_again(enter):
    """One more exchange, and no more: a server that always closes is not asked for ever."""
    rules = Rules(schemes=("NTLM",), restarts=1)
    with serving(rules) as url:
        enter(f"{url}/", ANN)

    assert len(rules.users) == 1

    rules = Rules(schemes=("NTLM",), restarts=2)
    with serving(rules) as url, pytest.raises(AuthenticationError, match=r"need one HTTP/1\.1 connection"):
        enter(f"{url}/", ANN)


def test_renewal_goes_the_same_way(enter):
    rules = Rules(lasts=0.5)
    with serving(rules) as url:

        def wait(client):
            time.sleep(0.6)

        enter(f"{url}/", ANN, wait)
        assert rules.users == ["ntlm:CONTOSO\\ann"]
        with Client(f"{url}/", ANN, policy=QUICK) as client:
            client._session.tokens.drop(next(iter(client._session.given)))
            client.open()

    assert rules.users == ["ntlm:CONTOSO\\ann"] * 3


def test_exchange_takes_the_http_client_of_the_user(enter):
    rules = Rules()
    with serving(rules) as url, httpx2.Client() as http, Client(f"{url}/", ANN, policy=QUICK, http=http):
        pass

    assert rules.users == ["ntlm:CONTOSO\\ann"]


def test_grant_type_is_that_of_api_yaml():
    assert ANN.grant_type == GRANT
    assert "ann" not in repr(ANN)


@pytest.mark.parametrize("front", [("/",), ("/user",), ("/", "/user")])
def test_server_in_front_gets_the_same_exchange(enter, front):
    rules = Rules(front=front)
    with serving(rules) as url:
        enter(f"{url}/", ANN)

    asked = [path for path, scheme in rules.seen if scheme == "NTLM"]
    assert set(asked) == {*front, *(() if "/user" in front else ("/token",))}


def test_server_of_others_in_front_gets_no_credentials():
    session = ClientSession(grant=ANN, trusted=["https://pool.contoso.com/"])
    session.domain = "contoso.com"
    refused = Response(401, {"WWW-Authenticate": "Negotiate, NTLM"})
    for url, is_asked in {
        "https://pool.contoso.com/user": True, "https://front.contoso.com/user": True,
        "http://front.contoso.com/user": False, "https://contoso.com.evil.example/user": False,
    }.items():  # fmt: skip
        flow = past_front(session, Request("GET", url, {}, b""), refused, session.clock() + 10)
        if is_asked:
            assert isinstance(next(flow), Alone)
            continue
        with pytest.raises(StopIteration) as ended:
            next(flow)
        assert ended.value.value is refused


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Negotiate", {"Negotiate": ""}),
        ("negotiate, ntlm", {"Negotiate": "", "NTLM": ""}),
        ("NTLM TlRMTVNTUAAC==,Negotiate", {"NTLM": "TlRMTVNTUAAC==", "Negotiate": ""}),
        ('Basic realm="x, NTLM", NTLM', {"NTLM": ""}),
        ('Bearer realm="a", Negotiate oYG2+/8=', {"Negotiate": "oYG2+/8="}),
        ("NTLMv3, XNegotiate, Negotiate-2", {}),
        ("NTLM " + "A" * 70_000, {}),
        (None, {}),
    ],
)
def test_offers_are_read_beside_other_challenges(header, found):
    assert offers(header) == found
    assert "TlRM" not in repr(offers(header))


def test_missing_library_is_named_with_the_extra_to_install(enter, monkeypatch):
    monkeypatch.setitem(sys.modules, "spnego", None)
    said = "needs pyspnego; install the extra `windows`"
    with serving(Rules()) as url, pytest.raises(AuthenticationError, match=said):
        enter(f"{url}/", ANN)


def test_missing_kerberos_is_named_with_the_extra_to_install(enter, monkeypatch):
    monkeypatch.setattr("spnego._gss.HAS_GSSAPI", False)
    said = "install the extra `kerberos` of this package; NTLM is not allowed"
    with serving(Rules()) as url, pytest.raises(AuthenticationError, match=said):
        enter(f"{url}/", WindowsGrant("CONTOSO\\ann", "s3cret-of-ann", allow_ntlm=False))


def test_slow_step_does_not_block_the_event_loop(monkeypatch):
    made = spnego.client

    def slow(*given, **named):
        time.sleep(0.5)
        return made(*given, **named)

    monkeypatch.setattr(spnego, "client", slow)
    gaps = []

    async def tick():
        while True:
            began = time.monotonic()
            await anyio.sleep(0.01)
            gaps.append(time.monotonic() - began)

    async def go(url):
        async with anyio.create_task_group() as group:
            group.start_soon(tick)
            async with AsyncClient(f"{url}/", ANN, policy=QUICK):
                pass
            group.cancel_scope.cancel()

    rules = Rules()
    with serving(rules) as url:
        anyio.run(go, url)

    assert rules.users == ["ntlm:CONTOSO\\ann"]
    assert max(gaps) < 0.4
