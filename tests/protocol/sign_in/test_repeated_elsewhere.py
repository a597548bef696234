"""Where else a server repeats a secret: on the event channel, in a batch, in an event, in logs, after each grant."""

from __future__ import annotations

import json

import pytest
from tests.protocol.sign_in.repeating import everything
from tests.protocol.sign_in.windows_server import Handler, Rules, serving

from ucwa2 import PassiveGrant, PasswordGrant, SignInRequired, TokenGrant, WindowsGrant, decode
from ucwa2._runtime.client.session.session import ClientSession
from ucwa2.errors import DecodeError, UcwaError

pytestmark = pytest.mark.anyio
TOKEN = "cwt=c4n4ry-of-ann-and-her-own"


def repeating(token: str, **more: object) -> dict[str, object]:
    """A fault: a 403 whose message repeats the token."""
    return {"kind": "error", "status": 403, "message": f"no {token} here", "times": None, **more}


@pytest.mark.parametrize("status", [403, 503])
async def test_error_of_the_event_channel_does_not_show_the_token(way, sandbox, status):
    async with way.application(sandbox) as (client, _):
        token = next(iter(sandbox.backend.tokens))
        sandbox.backend.faults.add([repeating(token, path="/events", status=status)])
        events = client.events()
        client_session = getattr(client, "inner", client)._session
        client_session.channel.failed = lambda now, patience: False  # the patience is over at once
        with pytest.raises(UcwaError) as raised:
            await events.next(timeout=20)

    assert raised.value.response is not None
    assert token.removeprefix("cwt=") not in everything(raised.value)


@pytest.mark.parametrize("kind", ["token", "function", "page", "password"])
async def test_each_grant_hides_its_token(way, sandbox, kind):
    grants = {"token": TokenGrant(TOKEN), "function": TokenGrant(lambda: TOKEN), "page": PassiveGrant()}
    grant = grants.get(kind, PasswordGrant("ann@contoso.com", "secret"))
    client = way.client(f"{sandbox.url}/", grant)
    if kind == "page":
        with pytest.raises(SignInRequired):
            await client.open()
        client.accept_token(TOKEN)
    token = TOKEN
    if kind == "password":
        await client.open()
        token = next(iter(sandbox.backend.tokens))
    sandbox.backend.faults.add([repeating(token, path="oauth/user"), repeating(token, path="/applications")])
    if kind == "password":
        with pytest.raises(UcwaError, match="no … here") as raised:
            await client.create_application(user_agent="Tests/1.0", culture="en-US")
    else:
        with pytest.raises(UcwaError, match="no … here") as raised:
            await client.open()
    await client.close()

    assert token.removeprefix("cwt=") not in everything(raised.value)


async def test_windows_user_behind_a_server_in_front_is_not_shown(way, tmp_path, monkeypatch):
    """The tokens of the server in front, which the server behind repeats in its errors."""
    (tmp_path / "users").write_text("CONTOSO:ann:c4n4ry-of-ann\n", "utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(tmp_path / "users"))
    monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "none"))
    seen: list[str] = []

    class Behind(Handler):
        def _say(self, status, body, headers=None):
            value = self.headers.get("Authorization", "").partition(" ")[2]
            if status == 200 and self.path == "/user":
                seen.append(value)
                status, body = 403, {"code": "Forbidden", "message": f"no {value} here"}
            super()._say(status, body, headers)

    with serving(Rules(front=("/user",)), kind=Behind) as url, pytest.raises(UcwaError, match="no … here") as raised:
        async with way.client(f"{url}/", WindowsGrant("CONTOSO\\ann", "c4n4ry-of-ann"), trusted=[url]):
            pass

    assert len(seen[0]) > 200
    assert seen[0][20:80] not in everything(raised.value)


def event(**more: object) -> dict[str, object]:
    return {"type": "updated", "link": {"rel": "note", "href": "/note"}, **more}


def test_what_an_event_says_of_failures_is_clean_and_its_state_is_not_touched():
    state = {"rel": "note", "message": TOKEN, "_links": {"self": {"href": f"/note?x={TOKEN}"}}}
    bad = event(**{"in": {"rel": 1, "href": TOKEN}})
    reasons = {
        "code": "X",
        "message": TOKEN,
        "parameters": [{"name": TOKEN, "reason": TOKEN}],
        "debugInfo": {"a": TOKEN},
    }
    events = [event(reason=reasons, _embedded={"note": state}), bad, {"type": TOKEN}]
    body = {"sender": [{"rel": "people", "href": "/people", "events": events}]}
    page = decode(json.dumps({"rel": "events", **body}).encode(), "application/json")
    session = ClientSession(grant=TokenGrant(TOKEN))
    session.hide_in_events(page)

    first, second = page.events
    assert TOKEN not in repr((first.reason.message, dict(first.reason.parameters), dict(first.reason.debug_info)))
    assert first.state.message == TOKEN
    assert first.state.links.self.href.endswith(TOKEN)
    with pytest.raises(DecodeError) as raised:
        _ = second.in_
    assert TOKEN not in everything(raised.value)
    assert TOKEN not in repr([str(fault) for fault in page.refused])
