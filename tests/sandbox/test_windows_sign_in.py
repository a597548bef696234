"""Windows authentication of the sandbox: over sockets, by a client of either kind, and by its command."""

from __future__ import annotations

import os

import anyio
import pytest
from tests.sandbox.test_command import started

from ucwa2 import AsyncClient, Client, PasswordGrant, WindowsGrant
from ucwa2.errors import AuthenticationError
from ucwa2.sandbox import SandboxBackend, running

ANN = WindowsGrant("ann@contoso.com", "secret")


@pytest.fixture(autouse=True)
def no_kerberos(tmp_path, monkeypatch):
    """No Kerberos, and no users but those of the sandbox."""
    monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "none"))
    monkeypatch.setenv("KRB5CCNAME", str(tmp_path / "cache"))
    monkeypatch.setenv("NTLM_USER_FILE", "before")


@pytest.fixture
def sandbox():
    backend = SandboxBackend()
    backend.settings.windows = True
    with running(backend) as found:
        yield found
    assert os.environ["NTLM_USER_FILE"] == "before"


@pytest.mark.parametrize("format", ["json", "xml"])
def test_user_signs_in_and_has_an_application(sandbox, format):
    async def asynchronous():
        async with AsyncClient(f"{sandbox.url}/", ANN, format=format) as client:
            return (await client.create_application(user_agent="x", culture="en-US")).embedded.me.name

    with Client(f"{sandbox.url}/", ANN, format=format) as client:
        name = client.create_application(user_agent="x", culture="en-US").embedded.me.name

    assert [name, anyio.run(asynchronous)] == ["Ann Adams"] * 2


def test_other_grants_are_taken_besides(sandbox):
    with Client(f"{sandbox.url}/", PasswordGrant("bob@contoso.com", "secret")) as client:
        assert client.create_application(user_agent="x", culture="en-US").embedded.me.name


@pytest.mark.parametrize("grant", [WindowsGrant("ann@contoso.com", "wrong"), WindowsGrant("eve@contoso.com", "secret")])
def test_wrong_credentials_are_refused(sandbox, grant):
    with pytest.raises(AuthenticationError, match="does not accept the user"), Client(f"{sandbox.url}/", grant):
        pass


def test_changed_password_counts_for_the_next_sign_in(sandbox):
    sandbox.backend.user("ann@contoso.com").password = "another"
    with pytest.raises(AuthenticationError, match="does not accept the user"), Client(f"{sandbox.url}/", ANN):
        pass

    with Client(f"{sandbox.url}/", WindowsGrant("ann@contoso.com", "another")) as client:
        assert client.create_application(user_agent="x", culture="en-US").embedded.me.name == "Ann Adams"


def test_sandbox_offers_it_on_demand_only():
    with (
        running() as sandbox,
        pytest.raises(AuthenticationError, match="--windows") as raised,
        Client(f"{sandbox.url}/", ANN),
    ):
        pass

    assert raised.value.code == "unsupported_grant_type"


def test_command_offers_it():
    with started("--windows") as (_, url), Client(url, ANN) as client:
        assert client.create_application(user_agent="x", culture="en-US").embedded.me.name == "Ann Adams"
