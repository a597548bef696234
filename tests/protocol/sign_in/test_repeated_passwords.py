"""Passwords that a server repeats are in no text or attribute of an error, also where they are short."""

from __future__ import annotations

import html
import json
from urllib.parse import quote, quote_plus

import pytest
from tests.protocol.hosts import Listener
from tests.protocol.sign_in.repeating import FORM, LINKS, everything, refusal

from ucwa2 import PasswordGrant, WindowsGrant
from ucwa2._runtime.base.repeated import Repeated
from ucwa2.errors import UcwaError

pytestmark = pytest.mark.anyio


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
