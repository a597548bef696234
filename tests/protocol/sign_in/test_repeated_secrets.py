"""What a server repeats of a client's secrets, and texts of any length and content: what an error shows of them."""

from __future__ import annotations

import base64
import html
import json
import logging
import pickle
import re
import socket
import threading
import time
import traceback
from urllib.parse import quote, quote_plus, unquote

import pytest
from tests.protocol.hosts import Listener
from tests.protocol.sign_in.windows_server import Handler, Rules, serving

from ucwa2 import AnonymousMeetingGrant, PasswordGrant, TokenGrant, WindowsGrant
from ucwa2._runtime.base.repeated import Repeated
from ucwa2.errors import ApiError, LinkRefused, TransportError, UcwaError

pytestmark = pytest.mark.anyio
TOKEN = "cwt=c4n4ry/of+her-own=="
BARE = "c4n4ry/of+her-own=="
FORM = {"Content-Type": "application/json"}
LINKS = json.dumps({"_links": {"user": {"href": "/user"}}}).encode()


def basic(before: str, after: str = "") -> str:
    return base64.b64encode(f"{before}{TOKEN}{after}".encode()).decode()


FORMS = {
    "plain": TOKEN,
    "value alone": BARE,
    "percent": quote(TOKEN, safe=""),
    "percent, small": quote(TOKEN, safe="").lower().replace("c4n4ry", "c4n4ry"),
    "percent twice": quote(quote(TOKEN, safe=""), safe=""),
    "every letter": "".join(f"%{ord(sign):02X}" for sign in TOKEN),
    "form": quote_plus(TOKEN),
    "base64": basic(""),
    "base64 after one": basic("a"),
    "base64 after two": basic("ab", "xyz"),
    "json": json.dumps(TOKEN).strip('"').replace("/", "\\/").replace("+", "\\u002B"),
    "json in json": json.dumps(json.dumps(TOKEN).replace("/", "\\/")).strip('"'),
    "html": "".join(f"&#x{ord(sign):x};" if sign in "/+=" else sign for sign in TOKEN),
    "html, decimal": "".join(f"&#{ord(sign)};" for sign in TOKEN),
    "cut at the end": TOKEN[:16],
    "base64 for addresses": base64.urlsafe_b64encode(f"x:{TOKEN}?".encode()).decode(),
}


def readable(text: str) -> str:
    """The text with each encoded part decoded too, as a reader of a log could do."""
    found = [text, unquote(text), unquote(unquote(text)), html.unescape(text)]
    found += [piece.replace("\\/", "/") for piece in found]
    for part in re.findall(r"[A-Za-z0-9+/_-]{12,}={0,2}", " ".join(found)):
        for cut in range(4):
            piece = part[cut:].rstrip("=").replace("-", "+").replace("_", "/")
            found.append(base64.b64decode(piece[: len(piece) // 4 * 4]).decode("latin-1"))
    return " ".join(found)


def everything(error: BaseException) -> str:
    """All that people see of an error: its texts, its attributes, its pickle, and its traceback with causes."""
    found = ["".join(traceback.format_exception(error)), pickle.dumps(error).decode("latin-1")]
    for name in ("message", "debug_info", "parameters", "body", "href", "diagnostics", "challenges"):
        value = getattr(error, name, "")
        found += [str(value), repr(value), str(dict(value)) if name in ("debug_info", "parameters") else ""]
    response = getattr(error, "response", None)
    found += [] if response is None else [str(dict(response.headers)), repr(response.content), str(response.url)]
    return readable("\n".join([str(error), repr(error), *found]))


async def refusal(way, answer, grant=None):
    """The error for an answer at the user resource."""
    with Listener() as server:
        server.reply = lambda method, target: (200, FORM, LINKS) if target == "/" else answer
        with pytest.raises(UcwaError) as raised:
            async with way.client(f"{server.url}/", grant or TokenGrant(TOKEN)):
                pass
    return raised.value


def test_the_search_finds_each_form():
    for form in FORMS.values():
        assert "c4n4ry" in readable(f"token {form} is invalid")


@pytest.mark.parametrize("form", FORMS)
async def test_token_that_the_server_repeats_is_hidden(way, form):
    text = FORMS[form]
    body = {
        "code": "Forbidden",
        "message": f"token {text} is invalid",
        "debugInfo": {"authorization": f"Bearer {text}", "at": text},
        "parameters": [{"name": text, "reason": text}],
    }
    diagnostics = {"X-Ms-diagnostics": f'1;reason="{text}"', "WWW-Authenticate": f'Bearer realm="{text}"'}
    error = await refusal(way, (403, {**FORM, **diagnostics}, json.dumps(body).encode()))

    assert isinstance(error, ApiError)
    assert "is invalid" in str(error)
    assert "c4n4ry" not in everything(error)


@pytest.mark.parametrize("status", [302, 307, 401, 404, 502])
async def test_token_in_a_page_or_an_address_is_hidden(way, status):
    headers = {"Location": f"https://evil.example/{quote(TOKEN, safe='')}?x={TOKEN}", "Content-Type": "text/html"}
    page = f"<html><title>{TOKEN}</title>{TOKEN}</html>".encode()
    error = await refusal(way, (status, headers, page))

    assert "c4n4ry" not in everything(error)


async def test_link_that_holds_the_token_is_refused_without_it(way, sandbox):
    grant = PasswordGrant("ann@contoso.com", "secret")
    async with way.application(sandbox, grant) as (client, app):
        value = next(iter(sandbox.backend.tokens))
        sandbox.backend.faults.add([{"kind": "redirect", "path": "/me$", "link": f"https://evil.example/{value}"}])
        with pytest.raises(LinkRefused) as raised:
            await client.send(app.embedded.me.links.self.get())
        message = {"kind": "error", "status": 403, "path": "/me$", "message": f"no {value}", "times": None}
        sandbox.backend.faults.add([message])
        outcomes = await client.batch(call := app.embedded.me.links.self.get(), app.embedded.me.links.presence.get())

    assert "evil.example" in raised.value.href
    assert value.removeprefix("cwt=") not in everything(raised.value)
    assert "no …" in str(outcomes[call].error)
    assert value.removeprefix("cwt=") not in everything(outcomes[call].error)


async def test_password_that_the_token_service_repeats_is_hidden(way):
    wrong = PasswordGrant("ann@contoso.com", "c4n4ry")
    challenge = {"WWW-Authenticate": 'MsRtcOAuth href="/token",grant_type="password"'}
    said = {"error": "invalid_grant", "error_description": f"c4n4ry is wrong, {quote('c4n4ry')}"}
    answers = {
        "/": (200, FORM, LINKS),
        "/user": (401, challenge, b""),
        "/token": (400, FORM, json.dumps(said).encode()),
    }
    with Listener(lambda method, target: answers[target]) as server, pytest.raises(UcwaError) as raised:
        async with way.client(f"{server.url}/", wrong):
            pass

    assert "is wrong" in str(raised.value)
    assert "c4n4ry" not in everything(raised.value)


LONG = "x" * 5_000_000
FORGED = "a\r\nFAKE LOG LINE \x1b[31m"


@pytest.mark.parametrize("text", [LONG, FORGED, FORGED * 5000], ids=["long", "forged", "both"])
@pytest.mark.parametrize("place", ["message", "code", "subcode", "page", "type"])
async def test_texts_are_one_line_of_a_few_thousand_characters(way, text, place):
    headers, body = dict(FORM), json.dumps({"code": "Forbidden", place: text}).encode()
    if place == "page":
        headers, body = {"Content-Type": "text/html"}, f"<html>{text}".encode()
    if place == "type":
        headers, body = {"Content-Type": text[:9000].replace("\r\n", "").replace("\x1b", "")}, b"x"
    error = await refusal(way, (200 if place == "type" else 403, headers, body))

    for shown in (str(error), repr(error)):
        assert len(shown) <= 4096
        assert shown.isprintable()


PASSWORDS = {
    "signs of HTML": ("R&D<c4n4ry>'\"", html.escape("R&D<c4n4ry>'\"")),
    "spaces in a form": ("my c4n4ry word", quote_plus("my c4n4ry word")),
    "other letters in JSON": ("pässword c4n4ry", json.dumps("pässword c4n4ry").strip('"')),
    "beyond the first plane": ("\U0001f511c4n4ry", json.dumps("\U0001f511c4n4ry").strip('"')),
}


@pytest.mark.parametrize("case", PASSWORDS)
@pytest.mark.parametrize("kind", [PasswordGrant, WindowsGrant])
async def test_password_in_a_page_is_hidden(way, case, kind):
    password, repeated = PASSWORDS[case]
    page = f"<html><title>no {repeated}!</title>{repeated}</html>".encode()
    error = await refusal(way, (502, {"Content-Type": "text/html"}, page), kind("ann@contoso.com", password))

    assert "no …!" in str(error)
    assert "c4n4ry" not in everything(error)


def test_secrets_in_utf_16_are_hidden():
    for name in ("utf-16-le", "utf-16-be"):
        assert Repeated(["c4n4ry"]).hidden("a c4n4ry b".encode(name)).decode(name, "replace").count("c4n4ry") == 0


SHORT = [
    ("pin 123 is wrong", "pin … is wrong"),
    ("'123'", "'…'"),
    ("pin=123&a=1", "pin=…&a=1"),
    ("pin%20123%20is", "pin%20…%20is"),
    ("1234", "1234"),
    ("a123", "a123"),
]


@pytest.mark.parametrize(("text", "shown"), SHORT)
def test_secret_of_three_characters_is_hidden_as_a_whole_word(text, shown):
    assert Repeated(["123"]).hidden_text(text) == shown
    assert not Repeated([""])


async def test_short_password_that_the_token_service_repeats_is_hidden(way, sandbox):
    said = {"error": "invalid_grant", "error_description": "the PIN 0x7 of ann is wrong"}
    answers = {
        "/": (200, FORM, LINKS),
        "/user": (401, {"WWW-Authenticate": 'MsRtcOAuth href="/token",grant_type="password"'}, b""),
        "/token": (400, FORM, json.dumps(said).encode()),
    }
    with Listener(lambda method, target: answers[target]) as server, pytest.raises(UcwaError) as raised:
        async with way.client(f"{server.url}/", PasswordGrant("ann@contoso.com", "0x7")):
            pass

    assert "the PIN … of ann is wrong" in str(raised.value)


@pytest.mark.parametrize("size", [3000, 60_000])
async def test_error_with_a_long_token_takes_no_time(way, size):
    token = "c4n4ry" + base64.urlsafe_b64encode(bytes(range(256)) * (size // 400)).decode()
    body = json.dumps({"code": "Forbidden", "message": f"token {token} is invalid"}).encode()
    began = time.process_time()
    error = await refusal(way, (403, FORM, body), TokenGrant(token))

    assert time.process_time() - began < 2
    assert "token … is invalid" in str(error)
    assert "c4n4ry" not in everything(error)


async def test_each_of_many_tokens_is_hidden(way):
    """A token that is in use is not forgotten because of tokens that other servers gave since."""
    given = [f"cwt=c4n4ry-{number:02}-of-many-tokens" for number in range(40)]
    kept = given[0]
    with Listener() as server:
        server.reply = lambda method, target: (200, FORM, LINKS) if target == "/" else (403, FORM, b"")
        client = way.client(f"{server.url}/", TokenGrant(kept))
        with pytest.raises(UcwaError):
            async with client:
                pass
        session = getattr(client, "inner", client)._session
        for token in given[1:]:
            session.tokens.issued.append(token)
        error = UcwaError(f"no {kept}")
        session.hide(error)

    assert str(error) == "no …"


@pytest.mark.parametrize("place", ["ours", "theirs"])
async def test_tokens_of_windows_authentication_are_hidden(way, place, tmp_path, monkeypatch, caplog):
    (tmp_path / "users").write_text("CONTOSO:ann:c4n4ry-of-ann\n", "utf-8")
    monkeypatch.setenv("NTLM_USER_FILE", str(tmp_path / "users"))
    monkeypatch.setenv("KRB5_CONFIG", str(tmp_path / "none"))
    caplog.set_level(logging.DEBUG)
    rules, seen = Rules(), []

    class Repeating(Handler):
        def _token(self, content, scheme, value):
            if self.context is None:
                super()._token(content, scheme, value)
                return
            said = value if place == "ours" else max(rules.values, key=len)
            seen.append(said)
            headers = {"X-Debug": f"{scheme} {said}", "X-Ms-diagnostics": f'1;reason="got {said}"'}
            body = json.dumps({"error": f"no {said}", "error_description": f"token {said[:60]} no"}).encode()
            self.send_response(403)
            for name, text in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, text)
            self.end_headers()
            self.wfile.write(body)

    with serving(rules, kind=Repeating) as url, pytest.raises(UcwaError) as raised:
        async with way.client(f"{url}/", WindowsGrant("CONTOSO\\ann", "c4n4ry-of-ann")):
            pass

    shown = everything(raised.value)
    assert "got …" in str(raised.value)
    assert len(seen[0]) > 120
    for text in (shown, caplog.text):
        assert seen[0][20:60] not in text
        assert seen[0] not in text


async def test_token_that_the_server_repeats_is_in_no_log(way, caplog):
    """Not even in those of the libraries, which show headers; and not in the address of a redirect."""
    caplog.set_level(logging.DEBUG)
    headers = {"X-Debug": f"got {TOKEN}", "X-Ms-diagnostics": f'1;reason="{TOKEN} is over"', "X-64": basic("a")}
    with Listener() as server:
        replies = {
            "/": (200, FORM, LINKS),
            "/user": (302, {**headers, "Location": f"/again/{quote(TOKEN, safe='')}"}, b""),
        }
        server.reply = lambda method, target: replies.get(target, (403, {**FORM, **headers}, b"{}"))
        with pytest.raises(UcwaError):
            async with way.client(f"{server.url}/", TokenGrant(TOKEN)):
                pass
        assert any("/again/" in target for _, target, _, _ in server.heard)

    assert "X-Debug" in caplog.text
    assert "/again/…" in caplog.text
    assert "c4n4ry" not in readable(caplog.text)


async def test_guest_key_that_the_server_repeats_is_hidden(way):
    uri = "sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:C4N4RY"
    error = await refusal(
        way, (502, {"Content-Type": "text/html"}, f"<p>no {uri}".encode()), AnonymousMeetingGrant(uri)
    )

    assert "C4N4RY" not in everything(error)


async def test_reason_of_an_event_is_an_error_text_and_its_state_is_data(way, sandbox):
    """A server that repeats the token in a reason; the same text in a note of the user stays."""
    async with way.application(sandbox) as (client, app):
        token = next(iter(sandbox.backend.tokens))
        value = token.removeprefix("cwt=")
        reason = {
            "kind": "reason", "event": "updated", "rel": "note", "code": "ServiceFailure",
            "message": f"no {token} here", "parameters": {value: f"bad {value}"},
        }  # fmt: skip
        sandbox.backend.faults.add([reason])
        events = client.events()
        me = await client.send(app.embedded.me.links.self.get())
        await client.send(me.links.note.post(message=f"my word {value}"))
        event = await events.next(timeout=10)
        while event.rel != "note" or event.reason is None:
            event = await events.next(timeout=10)
        note = await client.send(me.links.note.get())

    said = event.reason
    assert said.message == "no … here"
    assert value not in repr((said.message, dict(said.parameters), dict(said.debug_info), repr(said), repr(event)))
    assert note.message == f"my word {value}"


async def test_failed_operation_does_not_show_the_token(way, sandbox):
    async with way.application(sandbox) as (client, app):
        token = next(iter(sandbox.backend.tokens))
        reason = {
            "kind": "reason", "event": "completed", "rel": "phoneAudioInvitation", "code": "RemoteFailure",
            "subcode": "Busy", "message": f"no {token}",
        }  # fmt: skip
        sandbox.backend.faults.add([reason])
        call = app.embedded.communication.links.start_phone_audio.post(to="sip:bob@contoso.com")
        async with client.start(call) as operation:
            seen = [event async for event in operation]
            with pytest.raises(UcwaError, match="no …") as raised:
                await operation.result(timeout=10)

    assert any(event.reason is not None for event in seen)
    assert token not in repr([(event.reason.message, repr(event)) for event in seen if event.reason])
    assert token not in everything(raised.value)
    assert token not in repr(raised.value.reason.message)


async def test_header_without_a_colon_is_in_no_log(way, caplog):
    caplog.set_level(1)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nSet-Cookie c4n4ry\r\n\r\n")

        threading.Thread(target=serve, daemon=True).start()
        with pytest.raises(TransportError) as raised:
            async with way.client(f"http://127.0.0.1:{listening.getsockname()[1]}/", None):
                pass
        listening.shutdown(socket.SHUT_RDWR)

    assert "Set-Cookie" in caplog.text
    assert "c4n4ry" not in caplog.text
    assert "c4n4ry" not in everything(raised.value)
