"""Tokens: how they are fetched and renewed, how long they are valid, and which servers never see them."""

from __future__ import annotations

import anyio
import httpx2
import pytest
from tests.protocol.hosts import Names

from ucwa2 import AnonymousMeetingGrant, PassiveGrant, PasswordGrant, SignInRequired, TokenGrant
from ucwa2.errors import AuthenticationError, LinkRefused, TransportError
from ucwa2.resources.note import NoteLink

pytestmark = pytest.mark.anyio
MEETING = "sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:ABC123"


def tickets(sandbox) -> int:
    """The number of requests to the token service."""
    return sum(asked.path == "/WebTicket/oauthtoken" for asked in sandbox.backend.requests)


def token(sandbox, *, name: str = "ann@contoso.com") -> str:
    """A token that was obtained elsewhere."""
    form = {"grant_type": "password", "username": name, "password": "secret"}
    found: str = httpx2.post(f"{sandbox.url}/WebTicket/oauthtoken", data=form).json()["access_token"]
    return found


async def test_password_gives_a_token_for_all_that_follows(way, sandbox):
    async with way.application(sandbox) as (client, app):
        await client.send(app.embedded.me.links.self.get())

        assert tickets(sandbox) == 1
        assert app.embedded.me.name == "Ann Adams"


async def test_wrong_password_says_which_grants_there_are(way, sandbox):
    with pytest.raises(AuthenticationError) as raised:
        async with way.client(f"{sandbox.url}/", PasswordGrant("ann@contoso.com", "wrong-word")):
            pass

    assert "password" in raised.value.grants
    assert "wrong-word" not in repr(raised.value)


async def test_grant_that_the_server_does_not_take_is_not_tried(way, sandbox):
    class Ticket(PasswordGrant):
        name = "urn:microsoft.rtc:unknown"

    with pytest.raises(AuthenticationError, match="unknown"):
        async with way.client(f"{sandbox.url}/", Ticket("ann@contoso.com", "secret")):
            pass
    assert tickets(sandbox) == 0


async def test_guest_joins_by_the_meeting_and_keeps_its_identity_when_renewed(way, sandbox):
    sandbox.backend.settings.meetings = [MEETING]
    async with way.client(f"{sandbox.url}/", AnonymousMeetingGrant(MEETING)) as client:
        app = await client.create_application(user_agent="Tests/1.0", culture="en-US")
        before = app.embedded.me.uri
        for known in sandbox.backend.tokens.values():
            known.until = 0.0
        again = await client.send(app.links.self.get())

    assert tickets(sandbox) == 2
    assert again.embedded.me.uri == before


async def test_guest_whose_last_token_is_refused_signs_in_again(way, sandbox):
    sandbox.backend.settings.meetings = [MEETING]
    async with way.client(f"{sandbox.url}/", AnonymousMeetingGrant(MEETING)) as client:
        app = await client.create_application(user_agent="Tests/1.0", culture="en-US")
        for known in sandbox.backend.tokens.values():
            known.until = 0.0
        sandbox.backend.faults.add([{"kind": "status", "status": 400, "path": "oauthtoken"}])
        again = await client.send(app.links.self.get())

    forms = [asked.content for asked in sandbox.backend.requests if asked.path == "/WebTicket/oauthtoken"]
    assert [b"ms_rtc_renew" in form for form in forms] == [False, True, False]
    assert again.embedded.me.uri != app.embedded.me.uri


async def test_passive_sign_in_gives_the_address_and_takes_the_token(way, sandbox):
    client = way.client(f"{sandbox.url}/", PassiveGrant())
    with pytest.raises(SignInRequired) as raised:
        await client.open()
    assert raised.value.address.startswith(f"{sandbox.url}/")

    client.accept_token(token(sandbox))
    await client.open()
    app = await client.create_application(user_agent="Tests/1.0", culture="en-US")
    await client.close()

    assert app.embedded.me.name == "Ann Adams"


async def test_token_of_ones_own(way, sandbox):
    async with way.application(sandbox, TokenGrant(token(sandbox))) as (_, app):
        assert app.embedded.me.name == "Ann Adams"
        assert tickets(sandbox) == 1


async def test_function_is_asked_again_when_its_token_is_over(way, sandbox):
    given: list[str] = []

    def source() -> str:
        given.append(token(sandbox))
        return given[-1]

    async with way.application(sandbox, TokenGrant(source)) as (client, app):
        sandbox.backend.tokens[given[-1]].until = 0.0
        await client.send(app.links.self.get())

    assert len(given) == 2


@pytest.mark.parametrize("status", [401, 403])
async def test_token_that_the_server_forgot_is_renewed_once(way, sandbox, status):
    sandbox.backend.settings.expired_status = status
    async with way.application(sandbox) as (client, app):
        for known in sandbox.backend.tokens.values():
            known.until = 0.0
        assert (await client.send(app.links.self.get())).rel == "application"
        assert tickets(sandbox) == 2


async def test_one_renewal_serves_all_calls(way, sandbox):
    async with way.application(sandbox) as (client, app):
        for known in sandbox.backend.tokens.values():
            known.until = 0.0
        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(client.send, app.links.self.get())

        assert tickets(sandbox) == 2


@pytest.mark.parametrize("as_text", [False, True])
async def test_token_is_renewed_before_its_end(way, sandbox, as_text):
    sandbox.backend.settings.token_life = 2
    sandbox.backend.settings.expires_in_as_text = as_text
    async with way.application(sandbox) as (client, app):
        await anyio.sleep(1.9)
        await client.send(app.links.self.get())

        refused = [
            asked
            for asked in sandbox.backend.requests
            if asked.path == app.href and "authorization" not in asked.headers
        ]
        assert refused == []
        assert tickets(sandbox) == 2


async def test_token_that_is_good_serves_on_while_its_renewal_fails(way, sandbox):
    sandbox.backend.settings.token_life = 1000
    async with way.application(sandbox) as (client, app):
        core = getattr(client, "inner", client)._session
        now = core.clock
        core.clock = lambda: now() + 950
        sandbox.backend.faults.add([{"kind": "status", "status": 503, "path": "oauthtoken", "times": None}])
        for _ in range(3):
            await client.send(app.links.self.get())

    assert tickets(sandbox) == 2


async def test_each_host_has_a_token_of_its_own(way, sandbox):
    """Discovery and the home pool are different hosts: both challenge, and each receives its own token."""
    places = {"https://lyncdiscover.contoso.com": sandbox.url, "https://pool.contoso.com": sandbox.url}
    sandbox.backend.settings.redirect = "https://pool.contoso.com/autodiscover/autodiscoverservice.svc/root"
    names = Names(places)
    async with names.client(way.kind) as http, way.discover("contoso.com", http=http) as client:
        await client.create_application(user_agent="Tests/1.0", culture="en-US")
        used = {
            asked.base: asked.headers["authorization"]
            for asked in sandbox.backend.requests
            if "authorization" in asked.headers
        }

    assert set(used) == {"https://pool.contoso.com"}


def hostile(stranger) -> list[str]:
    """Foreign addresses, some of which resemble trusted ones."""
    port = stranger.url.rpartition(":")[2]
    return [stranger.url, f"http://localhost:{port}", f"http://127.0.0.1:{port}", f"HTTP://127.0.0.1:{port}/x"]


async def test_link_in_a_body_gives_no_secret_away(way, sandbox, stranger):
    async with way.application(sandbox) as (client, app):
        for address in hostile(stranger):
            sandbox.backend.faults.add([{"kind": "link", "path": "/me$", "link": f"{address}/note", "rel": "note"}])
            me = await client.send(app.embedded.me.links.self.get())
            with pytest.raises(LinkRefused, match="note"):
                await client.send(me.links.note.get())

    assert stranger.heard == []


async def test_location_and_redirect_give_no_secret_away(way, sandbox, stranger):
    async with way.application(sandbox) as (client, app):
        rows = [
            {"kind": "redirect", "path": "/me$", "link": f"{stranger.url}/me"},
            {"kind": "link", "path": "startPhoneAudio", "rel": "location", "link": f"{stranger.url}/invitation"},
        ]
        sandbox.backend.faults.add(rows)
        with pytest.raises(LinkRefused):
            await client.send(app.embedded.me.links.self.get())
        sandbox.backend.faults.faults.clear()
        link = NoteLink(f"{stranger.url}/note")
        with pytest.raises(LinkRefused):
            await client.send(link.get())

    assert stranger.heard == []


async def test_event_gives_no_secret_away(way, sandbox, stranger):
    async with way.application(sandbox) as (client, app):
        events = client.events()
        (application,) = sandbox.backend.applications.values()
        application.channel.add(
            ("me", f"{app.href}/me"), {"link": {"rel": "note", "href": f"{stranger.url}/note"}, "type": "updated"}
        )
        sandbox.backend.notify()
        event = await events.next(timeout=10)
        while event.link.href != f"{stranger.url}/note":
            event = await events.next(timeout=10)
        with pytest.raises(LinkRefused):
            await client.send(event.link.get())

    assert stranger.heard == []


async def test_discovery_answer_gives_no_secret_away(way, sandbox, stranger):
    sandbox.backend.faults.add(
        [{"kind": "link", "path": "^/$", "link": f"{stranger.url}/user", "rel": "user", "times": None}]
    )
    names = Names({"https://lyncdiscover.contoso.com": sandbox.url})
    async with names.client(way.kind) as http:
        with pytest.raises((LinkRefused, AuthenticationError)):
            async with way.discover("contoso.com", http=http):
                pass

    assert stranger.heard == []


async def test_token_service_elsewhere_gets_no_password(way, sandbox, stranger):
    """A challenge that names a foreign server as the token service."""
    sandbox.backend.settings.challenge = 'MsRtcOAuth href="https://evil.invalid/token",grant_type="password"'
    names = Names({"https://lyncdiscover.contoso.com": sandbox.url, "https://evil.invalid": stranger.url})
    async with names.client(way.kind) as http:
        with pytest.raises(AuthenticationError, match=r"evil\.invalid"):
            async with way.discover("contoso.com", http=http):
                pass

    assert stranger.heard == []


async def test_part_of_a_batch_gives_no_secret_away(way, sandbox, stranger):
    async with way.application(sandbox) as (client, app):
        with pytest.raises(LinkRefused):
            await client.batch(app.embedded.me.links.self.get(), NoteLink(f"{stranger.url}/note").get())

        assert not [asked for asked in sandbox.backend.requests if asked.path.endswith("/batch")]
    assert stranger.heard == []


async def test_another_port_is_another_origin(way, sandbox):
    """Another server on the same machine: its claimed name does not count."""
    from ucwa2.sandbox import running

    with running() as other:
        async with way.application(sandbox) as (client, _):
            with pytest.raises(LinkRefused):
                await client.send(NoteLink(f"{other.url}/ucwa/v1/applications/101/me/note").get())
        assert list(other.backend.requests) == []


async def test_cookies_are_not_kept(way, stranger):
    headers = {"Set-Cookie": "cwt=abc; Path=/", "Content-Type": "application/json"}
    stranger.reply = lambda method, target: (200, headers, b"{}")
    client = way.client(f"{stranger.url}/")
    for _ in range(2):
        with pytest.raises(TransportError):
            await client.open()
    await client.close()

    assert len(stranger.heard) == 2
    assert "Cookie" not in stranger.told
