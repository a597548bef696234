"""Secrets that a server repeats: they are found in each form, however long they and the texts are."""

from __future__ import annotations

import random
import string
from time import thread_time
from urllib.parse import quote

import pytest
from tests.protocol.hosts import Listener

from ucwa2 import Client, PasswordGrant, TokenGrant
from ucwa2._runtime.client.session.session import ClientSession
from ucwa2._runtime.client.session.token_service import Token
from ucwa2.errors import AuthenticationError, TransportError

LETTERS = string.ascii_letters + string.digits + "-_."


def token(length: int, seed: int = 0) -> str:
    return "".join(random.Random(seed).choices(LETTERS, k=length))


def shown(text: str, *secrets: str) -> str:
    """The text of an error, after the secrets of a client were hidden in it."""
    session, error = ClientSession(), TransportError(text)
    for secret in secrets:
        session.tokens.keep(secret, Token(secret))
    session.hide(error)
    return error.args[0]


@pytest.mark.parametrize("length", [3_000, 60_000])
@pytest.mark.parametrize(
    "filling", ["A", "%41", "%2541", "%", None], ids=["plain", "percent", "twice", "signs", "near"]
)
def test_long_tokens_are_hidden_in_little_time(length: int, filling: str | None) -> None:
    tokens = [token(length, seed) for seed in range(16)]
    text = (filling or f"{tokens[0][:-1]}!") * (250_000 // len(filling or tokens[0]))
    before = thread_time()
    found = shown(f"{text[:100_000]}{tokens[3]}{text}", *tokens)

    assert thread_time() - before < 1.5
    assert tokens[3] not in found
    assert "…" in found


def test_long_token_of_a_service_delays_no_error() -> None:
    challenge = {"WWW-Authenticate": 'MsRtcOAuth href="/token",grant_type="password"'}
    form = {"Content-Type": "application/json"}
    answers = {
        "/": (200, form, b'{"_links": {"user": {"href": "/user"}}}'),
        "/user": (401, challenge, b""),
        "/token": (200, form, b'{"access_token": "%b"}' % token(60_000).encode()),
    }
    with Listener(lambda method, target: answers[target]) as server:
        client, before = Client(f"{server.url}/", PasswordGrant("ann@contoso.com", "secret")), thread_time()
        with pytest.raises(AuthenticationError):
            client.open()
        client.close()

    assert thread_time() - before < 2


@pytest.mark.parametrize("secret", ["a%62cdefgh", "100%25sure", "%%%41%%", "pass word+/=", "ünïcödé-wörd"])
@pytest.mark.parametrize("times", range(4))
def test_secret_with_signs_of_its_own_is_found_in_each_encoding(secret: str, times: int) -> None:
    text, shorter = secret, secret[:-1]
    for _ in range(times):
        text, shorter = quote(text, safe=""), quote(shorter, safe="")

    assert shown(f"<{text}>", secret) == "<…>"
    assert shown(f"%41{text}%42{text}", secret) == "%41…%42…"
    assert shown(shorter, secret) == shorter


def test_form_of_a_token_is_kept_for_the_next_error() -> None:
    session = ClientSession(grant=TokenGrant("x"))
    for seed in range(16):
        session.tokens.keep(seed, Token(token(3_000, seed)))
    session.hide(TransportError("x"))
    before = thread_time()
    for _ in range(200):
        session.hide(TransportError("no"))

    assert thread_time() - before < 0.5
