"""Kerberos over real connections, against a key distribution centre and pyspnego's acceptor."""

from __future__ import annotations

import json
import ssl
from base64 import b64decode, b64encode
from typing import Any

import anyio
import pytest
import spnego
import trustme
from spnego._spnego import NegState, NegTokenResp, unpack_token
from spnego.exceptions import SpnegoError
from tests.kerberos import realm as realms
from tests.protocol.sign_in.windows_server import Handler, Rules, serving

from ucwa2 import AsyncClient, Client, Policy, WindowsGrant
from ucwa2._runtime.client.session.spnego import MECHANISMS, KerberosInside, read
from ucwa2.errors import AuthenticationError
from ucwa2.sandbox import SandboxBackend, SandboxUser, running

MISSING = realms.missing()
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"Kerberos is not installed: {MISSING}"),
    pytest.mark.xdist_group("kerberos"),
]
QUICK = Policy(attempts=1, timeout=10)
ANN = f"kerberos:{realms.USER}"


@pytest.fixture(scope="module")
def centre(tmp_path_factory):
    """The realm of this module."""
    with realms.realm(tmp_path_factory.mktemp("realm")) as found:
        yield found


@pytest.fixture(autouse=True)
def realm(centre, monkeypatch):
    """The realm, in the environment of this process, with a ticket of the user."""
    for name, value in centre.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NTLM_USER_FILE", raising=False)
    centre.sign_in()
    return centre


@pytest.fixture(params=["sync", "async"])
def enter(request):
    """Enter and leave a client of either kind."""

    def blocking(url, grant, again=0, **options):
        with Client(url, grant, policy=QUICK, **options) as client:
            for _ in range(again):
                client.open()

    def asynchronous(url, grant, again=0, **options):
        async def go():
            async with AsyncClient(url, grant, policy=QUICK, **options) as client:
                for _ in range(again):
                    await client.open()

        anyio.run(go)

    return blocking if request.param == "sync" else asynchronous


def schemes(rules):
    return [scheme for path, scheme in rules.seen if path == "/token"]


def test_ticket_of_the_session_signs_in_with_one_token(enter):
    rules = Rules()
    with serving(rules) as url:
        enter(f"{url}/", WindowsGrant(allow_ntlm=False))

    assert rules.users == [ANN]
    assert schemes(rules) == ["", "Negotiate"]


def test_user_and_password_fetch_a_ticket(enter, realm):
    realm.sign_out()
    rules = Rules()
    with serving(rules) as url:
        enter(f"{url}/", WindowsGrant(realms.USER, realms.PASSWORD))

    assert rules.users == [ANN]
    assert schemes(rules) == ["", "Negotiate"]


def test_channel_binding_is_that_of_the_certificate(enter):
    authority, rules = trustme.CA(), Rules()
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with serving(rules, authority) as url:
        enter(f"{url}/", WindowsGrant(allow_ntlm=False), verify=context)

        assert rules.users == [ANN]


def test_server_with_another_channel_binding_refuses(enter):
    from spnego.channel_bindings import GssChannelBindings

    authority, rules = trustme.CA(), Rules()
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with serving(rules, authority) as url:
        rules.bindings = GssChannelBindings(application_data=b"tls-server-end-point:" + bytes(32))
        with pytest.raises(AuthenticationError, match="does not accept the user"):
            enter(f"{url}/", WindowsGrant(allow_ntlm=False), verify=context)


def test_server_that_does_not_prove_its_identity_is_not_believed(enter):
    rules = Rules(lies=True)
    with serving(rules) as url, pytest.raises(AuthenticationError, match="did not prove its identity"):
        enter(f"{url}/", WindowsGrant(allow_ntlm=False))


@pytest.mark.parametrize("allow_ntlm", [False, True])
def test_wrong_password_is_told_and_not_shown(enter, realm, allow_ntlm):
    """NTLM is not tried after it: a second attempt would count towards the lock of the account."""
    realm.sign_out()
    rules = Rules()
    with serving(rules) as url, pytest.raises(AuthenticationError, match="the password of the user is wrong") as raised:
        enter(f"{url}/", WindowsGrant(realms.USER, "wrong-word", allow_ntlm=allow_ntlm))

    assert raised.value.code == "invalid_grant"
    assert "wrong-word" not in repr(raised.value)
    assert schemes(rules) == [""]


class OfMit:
    """The acceptor of MIT Kerberos, which takes nothing but SPNEGO, with the interface of pyspnego's."""

    negotiated_protocol = "spnego of mit"

    def __init__(self, bindings: Any = None) -> None:
        import gssapi

        mechanism = gssapi.OID.from_int_seq("1.3.6.1.5.5.2")
        given = {} if bindings is None else {"channel_bindings": _of_gssapi(bindings)}
        credentials = gssapi.Credentials(usage="accept", mechs=[mechanism])
        self.inner = gssapi.SecurityContext(creds=credentials, usage="accept", **given)

    @property
    def complete(self) -> bool:
        """Whether the user is known; after a failure the client gets the token that rejects it."""
        import gssapi

        try:
            return bool(self.inner.complete)
        except gssapi.exceptions.GSSError:
            return False

    @property
    def client_principal(self) -> str:
        return str(self.inner.initiator_name)

    def step(self, token: bytes) -> bytes | None:
        found: bytes | None = self.inner.step(token)
        return found


def _of_gssapi(bindings: Any) -> Any:
    from gssapi.raw import ChannelBindings

    return ChannelBindings(application_data=bindings.application_data)


@pytest.mark.parametrize("is_bound", [False, True])
def test_acceptor_of_another_library_sees_spnego(enter, is_bound):
    """Kerberos goes inside SPNEGO, with proof of the server's identity, and bound to the TLS channel, if any."""
    authority = trustme.CA() if is_bound else None
    rules, options = Rules(acceptor=OfMit), {}
    if authority is not None:
        context = ssl.create_default_context()
        authority.configure_trust(context)
        options = {"verify": context}
    with serving(rules, authority) as url:
        enter(f"{url}/", WindowsGrant(allow_ntlm=False), **options)

    assert rules.users == [f"spnego of mit:{realms.USER}"]
    assert schemes(rules) == ["", "Negotiate"]


def test_acceptor_of_another_library_refuses_another_channel(enter):
    from spnego.channel_bindings import GssChannelBindings

    authority, rules = trustme.CA(), Rules(acceptor=OfMit)
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with serving(rules, authority) as url:
        rules.bindings = GssChannelBindings(application_data=b"tls-server-end-point:" + bytes(32))
        with pytest.raises(AuthenticationError, match="rejects it") as raised:
            enter(f"{url}/", WindowsGrant(allow_ntlm=False), verify=context)

    assert (raised.value.code, raised.value.status) == ("invalid_grant", 401)


@pytest.mark.parametrize("protocol", ["negotiate", "kerberos"])
def test_answer_of_kerberos_itself_is_taken_too(enter, protocol):
    """Some servers answer with the token of Kerberos, not in SPNEGO; this one is given it."""

    class Bare:
        negotiated_protocol = "bare"

        def __init__(self, bindings: Any = None) -> None:
            self.inner = spnego.server("localhost", "HTTP", protocol=protocol)

        complete = property(lambda self: self.inner.complete)
        client_principal = property(lambda self: self.inner.client_principal)

        def step(self, token: bytes) -> bytes | None:
            kerberos = unpack_token(token).mech_token
            return self.inner.step(kerberos)

    rules = Rules(acceptor=Bare)
    with serving(rules) as url:
        enter(f"{url}/", WindowsGrant(allow_ntlm=False))

    assert rules.users == [f"bare:{realms.USER}"]


def test_check_sum_of_the_mechanisms_is_that_of_kerberos(realm):
    """A server that asks for it verifies what the client signs, and the client what the server signs."""
    client = KerberosInside(spnego.client(hostname="localhost", service="HTTP", protocol="kerberos"))
    server = spnego.server("localhost", "HTTP", protocol="kerberos")
    first = client.step(None, channel_bindings=None)
    proof = server.step(unpack_token(first).mech_token)
    asked = NegTokenResp(NegState.request_mic, "1.2.840.113554.1.2.2", proof, server.sign(MECHANISMS)).pack()
    made = client.step(asked, channel_bindings=None)

    assert server.verify(MECHANISMS, read(made).mic) == 0
    forged = NegTokenResp(NegState.accept_complete, None, None, b"forged").pack()
    with pytest.raises(SpnegoError):
        client.step(forged, channel_bindings=None)


@pytest.mark.parametrize("place", ["ours", "theirs"])
def test_tokens_that_the_server_repeats_are_hidden(enter, place):
    seen: list[str] = []

    class Repeating(Handler):
        def _token(self, content, scheme, value):
            if not scheme:
                super()._token(content, scheme, value)
                return
            context = spnego.server("localhost", "HTTP", protocol="negotiate")
            theirs = b64encode(context.step(b64decode(value))).decode()
            seen.append(value if place == "ours" else theirs)
            body = json.dumps({"error": "no", "error_description": f"token {seen[0]}"}).encode()
            self.send_response(403)
            self.send_header("WWW-Authenticate", f"Negotiate {theirs}")
            self.send_header("X-Ms-diagnostics", f'1;reason="got {seen[0][:80]}"')
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with serving(Rules(), kind=Repeating) as url, pytest.raises(AuthenticationError, match="token …") as raised:
        enter(f"{url}/", WindowsGrant(allow_ntlm=False))

    found = raised.value
    shown = f"{found}{found!r}{found.diagnostics}{dict(found.response.headers)}{found.challenges}"
    assert len(seen[0]) > 100
    assert seen[0][20:60] not in shown
    assert seen[0][:20] not in shown


def test_no_ticket_is_told(enter, realm):
    realm.sign_out()
    rules = Rules()
    with serving(rules) as url, pytest.raises(AuthenticationError, match="kerberos: "):
        enter(f"{url}/", WindowsGrant(allow_ntlm=False))

    assert schemes(rules) == [""]


def test_ntlm_stands_in_where_kerberos_knows_no_such_user(enter, tmp_path, monkeypatch):
    users = tmp_path / "users"
    users.write_text("CONTOSO:bob:s3cret-of-bob\n", "utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(users))
    rules = Rules()
    with serving(rules) as url:
        enter(f"{url}/", WindowsGrant("CONTOSO\\bob", "s3cret-of-bob"))

    assert rules.users == ["ntlm:CONTOSO\\bob"]


@pytest.mark.parametrize("front", [("/",), ("/user",), ("/", "/user")], ids=["discovery", "user", "both"])
def test_server_in_front_takes_the_ticket(enter, front):
    rules = Rules(front=front)
    with serving(rules) as url:
        enter(f"{url}/", WindowsGrant(allow_ntlm=False), trusted=[url])

    assert set(rules.users) == {ANN}
    assert len(rules.users) == len(front) + ("/user" not in front)


def test_renewal_goes_the_same_way(enter):
    """A token of the service that is over at once is renewed with the ticket, once for each call."""
    rules = Rules(lasts=0.001)
    with serving(rules) as url:
        enter(f"{url}/", WindowsGrant(allow_ntlm=False), again=2)

    assert rules.users == [ANN] * 3
    assert schemes(rules) == ["", "Negotiate"] * 3


def test_sandbox_takes_the_ticket(enter):
    backend = SandboxBackend([SandboxUser(realms.USER, realms.PASSWORD, "Ann")])
    backend.settings.windows = True
    with running(backend) as sandbox:
        enter(f"{sandbox.url.replace('127.0.0.1', 'localhost')}/", WindowsGrant(allow_ntlm=False))

    sent = [request.headers.get("authorization", "") for request in backend.requests if "oauthtoken" in request.path]
    assert [value.partition(" ")[0] for value in sent] == ["", "Negotiate"]
