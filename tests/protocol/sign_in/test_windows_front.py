"""Windows authentication in front of a server: redirects on the way, many calls at once, and a server of others."""

from __future__ import annotations

import anyio
import pytest
from tests.protocol.hosts import Listener
from tests.protocol.sign_in.windows_server import Handler, Rules, serving

from ucwa2 import Link, PasswordGrant, Policy, WindowsGrant
from ucwa2.errors import AuthenticationError, LinkRefused

pytestmark = pytest.mark.anyio
ANN = WindowsGrant("CONTOSO\\ann", "s3cret-of-ann")
QUICK = Policy(timeout=20, first_pause=0.01)


@pytest.fixture(autouse=True)
def users(tmp_path, monkeypatch):
    """The users of the acceptor, which finds no Kerberos."""
    (tmp_path / "users").write_text("CONTOSO:ann:s3cret-of-ann\n", "utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(tmp_path / "users"))
    monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "none"))
    monkeypatch.setenv("KRB5CCNAME", str(tmp_path / "cache"))


def moving(target: str) -> type[Handler]:
    """A server whose user resource leads to an address, once the user is known."""

    class Moving(Handler):
        def _say(self, status, body, headers=None):
            if status == 200 and self.path == "/user":
                super()._say(302, {}, [*(headers or []), ("Location", target)])
            else:
                super()._say(status, body, headers)

    return Moving


async def test_redirect_within_the_server_is_followed_with_a_new_exchange(way):
    rules = Rules(front=("/user", "/again"))
    with serving(rules, kind=moving("/again")) as url:
        async with way.client(f"{url}/", ANN, trusted=[url], policy=QUICK):
            pass

    assert rules.users == ["ntlm:CONTOSO\\ann"] * 2
    assert [path for path, scheme in rules.seen if scheme == "NTLM"] == ["/user", "/user", "/again", "/again"]


async def test_redirect_to_another_server_gets_no_token(way):
    with Listener(lambda method, target: (401, {"WWW-Authenticate": "Negotiate, NTLM"}, b"")) as stranger:
        rules = Rules(front=("/user",))
        with serving(rules, kind=moving(f"{stranger.url}/evil")) as url, pytest.raises(LinkRefused):
            async with way.client(f"{url}/", ANN, trusted=[url], policy=QUICK):
                pass

        assert stranger.heard == []


async def test_many_calls_at_once_have_a_connection_each(way):
    """The tokens of one call never go over the connection of another."""
    rules = Rules(front=("/user",))
    with serving(rules) as url:
        async with way.client(f"{url}/", ANN, trusted=[url], policy=QUICK) as client:
            rules.users.clear()
            rules.connections.clear()
            async with anyio.create_task_group() as group:
                for _ in range(12):
                    group.start_soon(client.send, Link(f"{url}/user", rel="user").call("GET"))

    assert rules.users == ["ntlm:CONTOSO\\ann"] * 12
    assert len(rules.connections) == 12


async def test_grants_without_windows_authentication_answer_no_front(way):
    rules = Rules(front=("/user",))
    with serving(rules) as url, pytest.raises(AuthenticationError, match="schemes: Negotiate, NTLM"):
        async with way.client(f"{url}/", PasswordGrant("ann", "s3cret"), trusted=[url], policy=QUICK):
            pass

    assert {scheme for _, scheme in rules.seen} == {""}
