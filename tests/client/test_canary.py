"""No secret leaks: complete sessions of clients, with faults, whose whole output is searched for canaries."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import anyio
import pytest
from tests.client.canaries import Seen, forms, watched
from tests.protocol.sign_in.windows_server import Rules, serving

from ucwa2 import AnonymousMeetingGrant, AsyncClient, Client, Link, PasswordGrant, Policy, TokenGrant, WindowsGrant
from ucwa2._runtime.base import redact
from ucwa2._runtime.client.flows import authorized
from ucwa2._runtime.client.session import tokens
from ucwa2._runtime.client.transport import logs
from ucwa2.errors import UcwaError
from ucwa2.resources.note import NoteLink
from ucwa2.sandbox import Running, SandboxBackend, SandboxUser, running
from ucwa2.sandbox.state.backend import AccessToken

PASSWORD = "c4n4ry-of-ann"
MEETING = "c4n4ry-of-a-meeting"
OWN = "c4n4ry-of-her-own"
SECRETS = {PASSWORD, MEETING, OWN}
URI = f"sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:{MEETING}"
QUICK = Policy(timeout=1, first_pause=0.01, longest_pause=0.02, patience=0.2)
FAULTS: dict[str, list[dict[str, Any]]] = {
    "none": [],
    "expired": [{"kind": "expire-token", "path": "/me", "times": 2}],
    "refused": [{"kind": "status", "status": 401, "times": None, "path": "/me"}],
    "forbidden": [{"kind": "status", "status": 403, "times": None, "path": "applications$"}],
    "lost": [{"kind": "lose-application", "path": "/me"}, {"kind": "lose-channel", "path": "/events"}],
    "dropped": [
        {"kind": kind, "chance": 0.4, "times": None} for kind in ("drop-before", "drop-after", "reset", "truncate")
    ],
    "signing in": [{"kind": kind, "path": "oauthtoken"} for kind in ("html", "drop-after", "truncate", "reset")],
    "html": [{"kind": "html", "chance": 0.5, "times": None}],
    "slow": [{"kind": "latency", "seconds": 3, "path": "/me"}],
    "later": [{"kind": "status", "status": 503, "retry_after": "0", "chance": 0.5, "times": None}],
    "redirect": [{"kind": "redirect", "link": "https://ann:x@evil.example/?token=x", "chance": 0.5, "times": None}],
    "links": [{"kind": "link", "link": "https://evil.example/", "after": 3, "times": None}],
    "elsewhere": [{"kind": "link", "rel": "self", "link": "/x\\@evil.example", "after": 3, "times": None}],
}


def steps(app: Any) -> list[Callable[[Any], Any]]:
    """The operations of a client with its application; each returns a value or an awaitable."""
    me = app.embedded.me
    note = NoteLink(f"{app.links['self'].url}/me/note")
    return [
        lambda client: client.send(me.links.make_me_available.post()),
        lambda client: client.send(me.links["self"].get(), raw=True),
        lambda client: client.send(note.post(message="hi")),
        lambda client: client.send(note.get(), timeout=0.05),
        lambda client: client.batch(note.get(), me.links["self"].get(), NoteLink(f"{note.url}/nowhere").get()),
        lambda client: client.start(app.embedded.communication.links.start_phone_audio.post(to="tel:+1")).result(1),
        lambda client: client.events().next(0.05),
        lambda client: client.send(NoteLink("https://evil.example/?key=x").get()),
        lambda client: client.send(Link("/nowhere", base=note.url).call("PUT", body={"a": 1})),
        lambda client: client.send(note.call("GET", headers={"X-MS-RequiresMinResourceVersion": "9"})),
    ]


class Bug(Exception):
    """A fault of the client that is put in on purpose."""


def live(client: Client, seen: Seen) -> None:
    """A client's session up to its end, with or without errors."""
    try:
        with client:
            app = client.create_application(user_agent="x", culture="en-US")
            seen.show(app, client, client._session, client._session.tokens, client._session.grant)
            for step in steps(app):
                try:
                    seen.show(step(client))
                except (UcwaError, TimeoutError, Bug) as fault:
                    seen.fell(fault)
    except (UcwaError, TimeoutError, Bug) as fault:
        seen.fell(fault)
    seen.show(client)


async def alive(client: AsyncClient, seen: Seen) -> None:
    """The same with ``await``."""
    try:
        async with client:
            app = await client.create_application(user_agent="x", culture="en-US")
            seen.show(app, client, client._session, client._session.tokens, client._session.grant)
            for step in steps(app):
                try:
                    seen.show(await step(client))
                except (UcwaError, TimeoutError) as fault:
                    seen.fell(fault)
    except (UcwaError, TimeoutError) as fault:
        seen.fell(fault)
    seen.show(client)


def _world(faults: list[dict[str, Any]]) -> SandboxBackend:
    backend = SandboxBackend([SandboxUser("ann@contoso.com", PASSWORD, "Ann")])
    backend.tokens[OWN] = AccessToken(backend.users["ann@contoso.com"], backend.clock() + 1000)
    backend.faults.add(faults)
    return backend


def _grants(sandbox: Running) -> list[tuple[str, Any]]:
    url = f"{sandbox.url}/"
    return [
        (url, PasswordGrant("ann@contoso.com", PASSWORD)),
        (url, PasswordGrant("nobody@contoso.com", PASSWORD)),
        (url, AnonymousMeetingGrant(URI)),
        (url, TokenGrant(OWN)),
        (url, TokenGrant(lambda: OWN)),
        ("http://127.0.0.1:1/", PasswordGrant("ann@contoso.com", PASSWORD)),
    ]


@pytest.mark.parametrize("faults", FAULTS)
def test_no_secret_gets_out(faults: str) -> None:
    backend = _world(FAULTS[faults])
    with running(backend) as sandbox, watched(backend) as seen:
        seen.secrets |= SECRETS
        for at, (url, grant) in enumerate(_grants(sandbox)):
            live(Client(url, grant, format="xml" if at % 2 else "json", policy=QUICK, delete_on_close=True), seen)
    assert seen.faults
    assert seen.leaks() == []


@pytest.mark.parametrize("faults", FAULTS)
def test_no_secret_gets_out_in_async(faults: str) -> None:
    backend = _world(FAULTS[faults])
    with running(backend) as sandbox, watched(backend) as seen:
        seen.secrets |= SECRETS
        for at, (url, grant) in enumerate(_grants(sandbox)):
            anyio.run(alive, AsyncClient(url, grant, format="json" if at % 2 else "xml", policy=QUICK), seen)
    assert seen.faults
    assert seen.leaks() == []


def test_a_function_that_gives_no_token_does_not_show_what_it_gave() -> None:
    for value in (f"{OWN}\n", f"{OWN} x", OWN.encode(), [OWN], None):
        backend = _world([])
        with running(backend) as sandbox, watched(backend) as seen:
            seen.secrets |= SECRETS
            live(Client(f"{sandbox.url}/", TokenGrant(lambda value=value: value), policy=QUICK), seen)  # type: ignore[misc]
        assert seen.faults
        assert seen.leaks() == []


TOKEN = "cwt=c4n4ry/of+her-own=="


@pytest.mark.parametrize("before", ["", "a", "ab", "x:", "Basic "])
@pytest.mark.parametrize("after", ["", "z", "?q=1"])
def test_the_search_finds_each_form(before: str, after: str) -> None:
    whole = f"{before}{TOKEN}{after}"
    encoded = b64encode(whole.encode()).decode()
    for text in (
        whole,
        quote(whole, safe=""),
        quote(quote(whole, safe=""), safe=""),
        quote_plus(whole),
        "".join(f"%{byte:02X}" for byte in whole.encode()),
        encoded,
        encoded.replace("+", "-").replace("/", "_").rstrip("="),
        quote(encoded, safe=""),
    ):
        assert [form for form in forms([TOKEN]) if form in f"Location: /x?{text}&y"]


@pytest.mark.parametrize("leak", ["log", "repr", "frame", "context"])
def test_the_search_finds_what_gets_out(leak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test detects a client that leaks in one of these ways."""

    if leak == "log":
        monkeypatch.setattr(logs, "shown", lambda _: PASSWORD)
    elif leak == "repr":
        monkeypatch.setattr(tokens.Tokens, "__repr__", lambda self: f"{self._tokens} {PASSWORD}")
    elif leak == "frame":
        monkeypatch.setattr(redact.Hidden, "__repr__", str.__repr__)
        monkeypatch.setattr(authorized, "_is_refused", _breaks)
    else:
        monkeypatch.setattr(authorized, "_is_refused", _raises)
    backend = _world(FAULTS["refused"])
    with running(backend) as sandbox, watched(backend) as seen:
        seen.secrets |= SECRETS
        live(Client(f"{sandbox.url}/", TokenGrant(OWN), policy=QUICK), seen)
    assert seen.leaks()


def _breaks(response: Any) -> bool:
    """A bug: only errors that are none of the package keep the frames of the client."""
    raise Bug


def _raises(response: Any) -> bool:
    try:
        raise ValueError(PASSWORD)
    except ValueError as fault:
        raise UcwaError("what stands behind it is shown too") from fault


@pytest.mark.parametrize("kind", [Client, AsyncClient])
@pytest.mark.parametrize(
    ("given", "schemes", "closes"),
    [
        (PASSWORD, ("Negotiate", "NTLM"), False),
        (PASSWORD, ("Negotiate",), False),
        ("c4n4ry-that-is-wrong", ("NTLM",), False),
        (PASSWORD, ("NTLM",), True),
        (PASSWORD, (), False),
    ],
)
def test_windows_authentication_leaks_neither_password_nor_tokens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Any, given: str, schemes: tuple[str, ...], closes: bool
) -> None:
    users = tmp_path / "users"
    users.write_text(f"CONTOSO:ann:{PASSWORD}\n", "utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(users))
    monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "none"))
    rules = Rules(schemes=schemes, closes=closes)
    with serving(rules) as url, watched(SandboxBackend()) as seen:
        seen.secrets |= SECRETS
        grant = WindowsGrant("CONTOSO\\ann", given)
        client = kind(f"{url}/", grant, policy=QUICK)
        seen.show(grant)
        if kind is Client:
            live(client, seen)
        else:
            anyio.run(alive, client, seen)
        seen.secrets |= {given, *rules.values, *(token.removeprefix("cwt=") for token in rules.tokens)} - {""}

    assert seen.faults
    assert "spnego" in seen.words[-1][1] or not schemes
    assert seen.leaks() == []
