"""Tokens that a server repeats are in no text or attribute of an error, in no form."""

from __future__ import annotations

import json
import logging
from urllib.parse import quote

import pytest
from tests.protocol.hosts import Listener
from tests.protocol.sign_in.repeating import FORM, FORMS, LINKS, TOKEN, everything, readable, refusal
from tests.protocol.sign_in.windows_server import Handler, Rules, serving

from ucwa2 import AnonymousMeetingGrant, PasswordGrant, TokenGrant, WindowsGrant
from ucwa2.errors import ApiError, LinkRefused, UcwaError

pytestmark = pytest.mark.anyio


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


async def test_guest_key_that_the_server_repeats_is_hidden(way):
    uri = "sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:C4N4RY"
    error = await refusal(
        way, (502, {"Content-Type": "text/html"}, f"<p>no {uri}".encode()), AnonymousMeetingGrant(uri)
    )

    assert "C4N4RY" not in everything(error)
