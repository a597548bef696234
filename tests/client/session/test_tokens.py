"""Tokens: when they are renewed, with which credentials, and the errors where that fails. No network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.client.playing import Play, json

from ucwa2 import AnonymousMeetingGrant, Link, PasswordGrant, Request, Response, SignInRequired
from ucwa2._runtime.client.flows.recovery import send
from ucwa2._runtime.client.session.session import ClientSession
from ucwa2.errors import ApiError, AuthenticationError, LinkRefused, TransportError, UcwaError

POOL = "https://pool.contoso.com"
CALL = Link(f"{POOL}/me").call("GET")
ANN = PasswordGrant("ann@contoso.com", "secret")
GUEST = AnonymousMeetingGrant("sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:ABC")
BROKEN = TransportError("broken", sent=True)
LIFE = 1000
Answer = Response | TransportError


class Pool:
    """A server with a token service, which issues ``T1``, ``T2`` … and accepts those in ``good``."""

    def __init__(self, grant: str) -> None:
        self.asked: list[dict[str, list[str]]] = []
        self.good: set[str] = set()
        self.seen: list[str | None] = []
        self.service: Callable[[dict[str, list[str]]], Answer | None] = lambda form: None
        self.challenge = f'MsRtcOAuth href="{POOL}/token",grant_type="{grant}"'

    def __call__(self, request: Request) -> Answer:
        if request.url.endswith("/token"):
            form = parse_qs(request.content.decode())
            self.asked.append(form)
            return self.service(form) or self.give()
        header = request.headers.get("Authorization")
        self.seen.append(header)
        if (header or "").removeprefix("Bearer ") not in self.good:
            return Response(401, {"WWW-Authenticate": self.challenge})
        return json('{"rel": "me"}')

    def give(self) -> Response:
        token = f"T{len(self.asked)}"
        self.good.add(token)
        return json(f'{{"access_token": "{token}", "expires_in": {LIFE}}}')

    @property
    def renewed(self) -> list[str | None]:
        """The token that each request wants to renew."""
        return [form.get("ms_rtc_renew", [None])[0] for form in self.asked]


def signed_in(grant: Any) -> tuple[Pool, Play, ClientSession]:
    """A client with its first token."""
    pool = Pool(grant.name)
    play = Play(pool)
    core = play.core(grant=grant, trusted=[POOL])
    play.run(send(core, CALL))
    assert pool.seen == [None, "Bearer T1"]
    return pool, play, core


def refused(form: dict[str, list[str]]) -> Response | None:
    return json('{"error": "invalid_grant"}', 400)


def refused_again(form: dict[str, list[str]]) -> Response | None:
    return refused(form) if "ms_rtc_renew" in form else None


def test_a_guest_whose_token_was_forgotten_signs_in_again() -> None:
    pool, play, core = signed_in(GUEST)
    pool.good.clear()
    pool.service = refused_again
    play.run(send(core, CALL))
    assert pool.renewed == [None, "T1", None]
    assert pool.seen[-1] == "Bearer T3"


def test_a_guest_whose_token_is_over_does_not_name_it() -> None:
    pool, play, core = signed_in(GUEST)
    pool.good.clear()
    play.now += LIFE + 1
    play.run(send(core, CALL))
    assert pool.renewed == [None, None]


def test_a_token_that_was_refused_once_is_not_named_again() -> None:
    pool, play, core = signed_in(GUEST)
    pool.good.clear()
    pool.service = refused
    with pytest.raises(AuthenticationError):
        play.run(send(core, CALL))
    assert pool.renewed == [None, "T1", None]
    with pytest.raises(AuthenticationError):
        play.run(send(core, CALL))
    assert pool.renewed == [None, "T1", None, None]


def test_a_password_that_was_refused_is_not_tried_twice() -> None:
    """Repeated wrong passwords would lock the account."""
    pool, play, core = signed_in(ANN)
    pool.good.clear()
    pool.service = refused
    with pytest.raises(AuthenticationError, match="invalid_grant"):
        play.run(send(core, CALL))
    assert len(pool.asked) == 2


FAILURES: list[Answer] = [
    BROKEN,
    TransportError("out of reach", sent=False),
    Response(503),
    Response(429, {"Retry-After": "1"}),
    Response(302, {"Location": "https://evil.example/"}),
    json('{"error": "server_error"}', 400),
    json("{}"),
]


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("grant", [ANN, GUEST], ids=["ann", "guest"])
def test_a_token_that_is_good_serves_on_where_its_early_renewal_fails(grant: Any, failure: Answer) -> None:
    pool, play, core = signed_in(grant)
    pool.service = lambda form: failure
    play.now += LIFE - 59
    for _ in range(10):
        play.run(send(core, CALL))
    assert pool.seen[1:] == ["Bearer T1"] * 11
    assert len(pool.asked) == 2
    assert play.slept == []


def test_an_early_renewal_is_tried_again_as_the_end_comes_near() -> None:
    pool, play, core = signed_in(ANN)
    pool.service = lambda form: BROKEN
    play.now += LIFE - 60
    for _ in range(59):
        play.run(send(core, CALL))
        play.now += 1
    assert 3 <= len(pool.asked) <= 8
    pool.service = lambda form: None
    play.now += 0.9
    play.run(send(core, CALL))
    assert pool.seen[-1] == f"Bearer T{len(pool.asked)}"


def test_calls_fail_where_the_renewal_fails_and_the_token_is_over() -> None:
    pool, play, core = signed_in(ANN)
    pool.service = lambda form: BROKEN
    play.now += LIFE
    with pytest.raises(TransportError, match="broken"):
        play.run(send(core, CALL))


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (503, b""),
        (500, b"<html>"),
        (502, b"{}"),
        (429, b""),
        (503, b'{"error": 1}'),
        (404, b"<html>"),
        (200, b"<html>"),
        (200, b"{}"),
        (200, b""),
        (302, b""),
        (407, b"<html>"),
    ],
)
def test_a_token_service_in_trouble_has_not_said_no(status: int, body: bytes) -> None:
    pool = Pool(ANN.name)
    pool.service = lambda form: Response(status, {}, body)
    play = Play(pool)
    with pytest.raises(TransportError, match=str(status)):
        play.run(send(play.core(grant=ANN, trusted=[POOL]), CALL))


@pytest.mark.parametrize(("status", "body"), [(500, '{"error": "x"}'), (400, "{}"), (403, ""), (401, "<html>")])
def test_a_token_service_that_says_no_has_said_so(status: int, body: str) -> None:
    pool = Pool(ANN.name)
    pool.service = lambda form: json(body, status)
    play = Play(pool)
    with pytest.raises(AuthenticationError, match=r"^the token service refused the sign-in: '.+' \(it takes: .+\)$"):
        play.run(send(play.core(grant=ANN, trusted=[POOL]), CALL))


@pytest.mark.parametrize(("detail", "shown"), [("", ""), (', "error_description": "locked"', ": locked")])
def test_credentials_that_are_not_accepted_have_a_text_of_their_own(detail: str, shown: str) -> None:
    pool = Pool(ANN.name)
    pool.service = lambda form: json(f'{{"error": "invalid_grant"{detail}}}', 400)
    play = Play(pool)
    with pytest.raises(AuthenticationError) as caught:
        play.run(send(play.core(grant=ANN, trusted=[POOL]), CALL))

    assert str(caught.value) == f"the token service did not accept the credentials: 'invalid_grant{shown}'"


@pytest.mark.parametrize(
    "lasts", ["1" + "0" * 400, "1e400", '"1e999"', "-5", "0", "null", "true", '"soon"', "[1]", "NaN"]
)
def test_a_life_time_that_is_none_is_as_good_as_not_said(lasts: str) -> None:
    pool = Pool(ANN.name)
    pool.good.add("T")
    pool.service = lambda form: json(f'{{"access_token": "T", "expires_in": {lasts}}}')
    play = Play(pool)
    core = play.core(grant=ANN, trusted=[POOL])
    play.run(send(core, CALL))
    play.now += 10**9
    play.run(send(core, CALL))
    assert len(pool.asked) == 1


@pytest.mark.parametrize("href", ["/to ken", "https://pool.contoso.com/to ken", "http://[", "/a\\b", "mailto:x"])
def test_an_address_of_the_token_service_that_is_none_is_refused(href: str) -> None:
    pool = Pool(ANN.name)
    pool.challenge = f'MsRtcOAuth href="{href}",grant_type="password"'.replace("\\", "\\\\")
    play = Play(pool)
    with pytest.raises(LinkRefused):
        play.run(send(play.core(grant=ANN, trusted=[POOL]), CALL))
    assert pool.asked == []


WORDS = st.text(max_size=9000)


@given(WORDS, WORDS, st.sampled_from([200, 400, 401, 500, 503]))
def test_what_is_said_of_a_refusal_fits_on_a_line(fault: str, detail: str, status: int) -> None:
    """The text of the service may have any content and any length."""
    from json import dumps

    pool = Pool(ANN.name)
    body = {"error": fault, "error_description": detail, "ms_rtc_passiveauthuri": f"https://x.example/{fault}"}
    for said in (body, {"error": fault, "error_description": detail}):
        pool.service = lambda form, said=said: json(dumps(said), status)  # type: ignore[misc]
        play = Play(pool)
        with pytest.raises(AuthenticationError) as raised:
            play.run(send(play.core(grant=ANN, trusted=[POOL]), CALL))
        assert str(raised.value).isprintable()
        assert len(str(raised.value)) < 500


@given(st.text(st.characters(min_codepoint=1, max_codepoint=255), max_size=3000))
def test_what_is_said_of_the_grants_fits_on_a_line(grants: str) -> None:
    pool = Pool(ANN.name)
    pool.challenge = f'MsRtcOAuth href="{POOL}/token",grant_type="x,{grants}"'
    play = Play(pool)
    with pytest.raises(UcwaError) as raised:
        play.run(send(play.core(grant=ANN, trusted=[POOL]), CALL))
    assert isinstance(raised.value, AuthenticationError | ApiError)
    if isinstance(raised.value, AuthenticationError):
        assert str(raised.value).isprintable()
        assert len(str(raised.value)) < 500


def test_a_page_to_sign_in_at_is_told_with_its_whole_address() -> None:
    pool = Pool(ANN.name)
    address = "https://sts.contoso.com/" + "x" * 300
    pool.service = lambda form: json(f'{{"error": "x", "ms_rtc_passiveauthuri": "{address}"}}', 400)
    play = Play(pool)
    with pytest.raises(SignInRequired) as raised:
        play.run(send(play.core(grant=ANN, trusted=[POOL]), CALL))
    assert raised.value.address == address
