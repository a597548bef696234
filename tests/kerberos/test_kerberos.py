"""Kerberos over real connections, against a key distribution centre and pyspnego's acceptor."""

from __future__ import annotations

import ssl

import anyio
import pytest
import trustme
from tests.kerberos import realm as realms
from tests.protocol.sign_in.windows_server import Rules, serving

from ucwa2 import AsyncClient, Client, Policy, WindowsGrant
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

    def blocking(url, grant, **options):
        with Client(url, grant, policy=QUICK, **options):
            pass

    def asynchronous(url, grant, **options):
        async def go():
            async with AsyncClient(url, grant, policy=QUICK, **options):
                pass

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


def test_wrong_password_is_told_and_not_shown(enter, realm):
    realm.sign_out()
    rules = Rules()
    with serving(rules) as url, pytest.raises(AuthenticationError, match="is not possible") as raised:
        enter(f"{url}/", WindowsGrant(realms.USER, "wrong-word", allow_ntlm=False))

    assert "wrong-word" not in repr(raised.value)
    assert schemes(rules) == [""]


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


def test_sandbox_takes_the_ticket(enter):
    backend = SandboxBackend([SandboxUser(realms.USER, realms.PASSWORD, "Ann")])
    backend.settings.windows = True
    with running(backend) as sandbox:
        enter(f"{sandbox.url.replace('127.0.0.1', 'localhost')}/", WindowsGrant(allow_ntlm=False))

    sent = [request.headers.get("authorization", "") for request in backend.requests if "oauthtoken" in request.path]
    assert [value.partition(" ")[0] for value in sent] == ["", "Negotiate"]
