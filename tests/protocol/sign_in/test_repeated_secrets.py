"""What a server repeats of a client's secrets, and texts of any length and content: what an error shows of them."""

from __future__ import annotations

import base64
import json
import pickle
import socket
import threading
import traceback
from urllib.parse import quote, quote_plus

import pytest
from tests.protocol.hosts import Listener

from ucwa2 import PasswordGrant, TokenGrant
from ucwa2._runtime.client.session.hiding import forms
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
    "base64 for addresses": base64.urlsafe_b64encode(f"x:{TOKEN}?".encode()).decode(),
}


def readable(text: str) -> str:
    """The text with each encoded part decoded too, as a reader of a log could do."""
    import re
    from urllib.parse import unquote

    found = [text, unquote(text), unquote(unquote(text))]
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


def test_short_secrets_are_not_looked_for():
    assert forms(["abc", ""]) == ()
    assert forms([]) == ()


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
