"""What an error says of a refused sign-in: the schemes on offer, the codes, and the diagnostics of the server."""

from __future__ import annotations

import json
import pickle
from contextlib import contextmanager

import anyio
import pytest
from tests.protocol.hosts import Listener

from ucwa2 import PasswordGrant, TokenGrant
from ucwa2.errors import AuthenticationError, Forbidden, TransportError
from ucwa2.resources.note import NoteLink

pytestmark = pytest.mark.anyio
ANN = PasswordGrant("ann@contoso.com", "secret")
WRONG = PasswordGrant("ann@contoso.com", "wrong-word")
FORM = {"Content-Type": "application/json"}
BEARER = (
    'Bearer trusted_issuers="00000001@contoso.com", client_id="00000004", authorization_uri="https://sts/authorize"'
)
REASON = "Service does not allow a cross domain request from this origin."
DIAGNOSTICS = {"X-Ms-diagnostics": f'28070;source="fe1.contoso.com";reason="{REASON}"'}


@contextmanager
def front(user, *, root=None, token=(400, FORM, b'{"error": "invalid_grant"}')):
    """A server with discovery, whose user resource and token service give these answers."""
    with Listener() as found:
        links = json.dumps({"_links": {"user": {"href": "/user"}}}).encode()
        answers = {"/": root or (200, FORM, links), "/user": user, "/token": token}
        found.reply = lambda method, target: answers[target]
        yield found


async def refusal(way, server, grant=ANN):
    """The error of the sign-in."""
    with pytest.raises((AuthenticationError, TransportError, Forbidden)) as raised:
        async with way.client(f"{server.url}/", grant):
            pass
    return raised.value


async def test_bearer_challenge_is_kept(way):
    with front((401, {"WWW-Authenticate": f"{BEARER}, Negotiate"}, b"")) as server:
        error = await refusal(way, server)

    assert type(error) is AuthenticationError
    assert error.status == 401
    bearer, negotiate = error.challenges
    assert bearer.scheme == "Bearer"
    assert dict(bearer.parameters) == {
        "trusted_issuers": "00000001@contoso.com",
        "client_id": "00000004",
        "authorization_uri": "https://sts/authorize",
    }
    assert (negotiate.scheme, dict(negotiate.parameters)) == ("Negotiate", {})
    with pytest.raises(TypeError):
        bearer.parameters["client_id"] = "x"
    assert pickle.loads(pickle.dumps(error)).challenges == error.challenges


@pytest.mark.parametrize(
    "grant", [ANN, TokenGrant("t"), TokenGrant(lambda: "t"), None], ids=["ann", "text", "call", "none"]
)
async def test_windows_authentication_in_front_is_named(way, grant):
    with front((401, {"WWW-Authenticate": "Negotiate, NTLM", **DIAGNOSTICS}, b"")) as server:
        error = await refusal(way, server, grant)

    assert type(error) is AuthenticationError
    assert "Negotiate, NTLM" in str(error)
    assert REASON in str(error)


async def test_windows_authentication_in_front_of_discovery_is_named(way):
    with front((404, {}, b""), root=(401, {"WWW-Authenticate": "Negotiate, NTLM"}, b"")) as server:
        error = await refusal(way, server)

    assert "Negotiate, NTLM" in str(error)


async def test_wrong_password_and_grant_that_is_not_taken_differ(way, sandbox):
    class Ticket(PasswordGrant):
        name = "urn:microsoft.rtc:unknown"

    wrong, unknown = [await refusal(way, sandbox, grant) for grant in (WRONG, Ticket("ann@contoso.com", "secret"))]

    assert (wrong.code, wrong.status) == ("invalid_grant", 400)
    assert (unknown.code, unknown.status) == ("unsupported_grant_type", 401)
    assert [challenge.scheme for challenge in unknown.challenges] == ["Bearer", "MsRtcOAuth"]
    assert "password" in wrong.grants
    assert "password" in unknown.grants


async def test_reason_of_the_token_service_is_said(way):
    challenge = {"WWW-Authenticate": 'MsRtcOAuth href="/token",grant_type="password"'}
    said = (400, {**FORM, **DIAGNOSTICS}, b'{"error": "invalid_grant"}')
    with front((401, challenge, b""), token=said) as server:
        error = await refusal(way, server)

    assert error.code == "invalid_grant"
    assert error.diagnostics.code == "28070"
    assert error.diagnostics.reason == REASON
    assert error.diagnostics.parameters["source"] == "fe1.contoso.com"
    assert REASON in str(error)


@pytest.mark.parametrize("body", [b"", b'{"code": "Forbidden", "message": "no"}', b"<html><title>no</title></html>"])
@pytest.mark.parametrize("status", [403, 502])
async def test_reason_stands_in_every_error(way, body, status):
    with front((status, {**FORM, **DIAGNOSTICS}, body)) as server:
        error = await refusal(way, server)

    assert type(error) in (Forbidden, TransportError)
    assert error.diagnostics.reason == REASON
    assert REASON in str(error)
    assert pickle.loads(pickle.dumps(error)).diagnostics == error.diagnostics


async def test_refusal_that_stays_after_renewal_is_an_authentication_error(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "status", "status": 401, "path": "/me$", "times": None}])
        with pytest.raises(AuthenticationError, match="does not accept the token") as raised:
            await client.send(app.embedded.me.links.self.get())

    assert raised.value.status == 401
    assert raised.value.response.status_code == 401


async def test_refusal_in_a_part_of_a_batch_is_one_too(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "status", "status": 401, "path": "/me$", "times": None}])
        outcomes = await client.batch(
            call := app.embedded.me.links.self.get(), NoteLink(f"{app.links.self.url}/me/note").get()
        )

    assert isinstance(outcomes[call].error, AuthenticationError)


async def test_refusal_on_the_event_channel_is_said_soon_and_the_channel_goes_on(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "status", "status": 401, "path": "/events", "times": None}])
        events = client.events()
        with anyio.fail_after(20), pytest.raises(AuthenticationError):
            await events.next(timeout=30)
        sandbox.backend.faults.faults.clear()
        await client.send(app.embedded.me.links.note.post(message="again"))
        while getattr(await events.next(timeout=30), "rel", "") != "note":
            pass
