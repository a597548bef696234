"""``WWW-Authenticate``: the token service that a server names, in every notation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucwa2._runtime.client.session.challenge import Challenge, challenge, challenges
from ucwa2._runtime.http.header_words import _ITEM, LONGEST, compiled

HREF = "https://pool.contoso.com/WebTicket/oauthtoken"
TRUSTED = 'Bearer trusted_issuers="0002@contoso.com,0001@*", client_id="0004"'
FOUND = Challenge(HREF, ("password", "urn:microsoft.rtc:windows"))
SERVICE = f'MsRtcOAuth href="{HREF}",grant_type="password,urn:microsoft.rtc:windows"'


@pytest.mark.parametrize(
    "header",
    [
        SERVICE,
        f"{TRUSTED}, {SERVICE}",
        f"{SERVICE}, {TRUSTED}",
        f"Negotiate, NTLM, {SERVICE}",
        f"{SERVICE}, Negotiate, NTLM",
        f"Negotiate TlRMTVNTUAAB==, {SERVICE}",
        f'Basic realm="a, MsRtcOAuth href=x", {SERVICE}',
        f"Basic, , ,{SERVICE},",
        f"{TRUSTED},{SERVICE}",
        f'msrtcoauth grant_type = "password,urn:microsoft.rtc:windows" , HREF = "{HREF}"',
        f'MSRTCOAUTH\thref={HREF},grant_type=" password , ,urn:microsoft.rtc:windows "',
        f'MsRtcOAuth href="{HREF}" grant_type="password,urn:microsoft.rtc:windows"',
    ],
)
def test_the_service_is_found_beside_whatever_else_is_there(header: str) -> None:
    assert challenge(header) == FOUND


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        ",",
        "Negotiate",
        TRUSTED,
        "MsRtcOAuth",
        'MsRtcOAuth grant_type="password"',
        'MsRtcOAuth href="",grant_type="password"',
        f'Bearer href="{HREF}",grant_type="password"',
        f'Basic realm="MsRtcOAuth href={HREF}"',
        f'Basic realm="x", error="MsRtcOAuth", href="{HREF}"',
        f'XMsRtcOAuth href="{HREF}"',
        f'MsRtcOAuth-2 href="{HREF}"',
    ],
)
def test_nothing_else_is_taken_for_the_service(header: str | None) -> None:
    assert challenge(header) is None


def test_a_parameter_that_is_said_twice_keeps_its_first_value() -> None:
    assert challenge(f'MsRtcOAuth href="{HREF}", href="https://evil.example/", grant_type="password"') == Challenge(
        HREF, ("password",)
    )


def test_a_service_that_names_no_grants_takes_none() -> None:
    assert challenge(f'MsRtcOAuth href="{HREF}"') == Challenge(HREF, ())


WORD = st.text("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789!#$%&'*+-.^_`|~", min_size=1, max_size=8)
VALUE = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)
PARAMETERS = st.dictionaries(WORD.map(str.lower), VALUE, max_size=4)
CHALLENGES = st.lists(st.tuples(WORD, PARAMETERS), max_size=4)
GLUE = st.sampled_from([", ", ",", " ,\t", ", ,"])


def _quoted(value: str) -> str:
    return '"' + "".join(f"\\{sign}" if sign in '"\\' else sign for sign in value) + '"'


@given(CHALLENGES, GLUE, st.sampled_from([" ", "  ", "\t"]), st.sampled_from(["=", " = ", "= "]))
def test_what_is_written_is_read_again(
    written: list[tuple[str, dict[str, str]]], glue: str, gap: str, equals: str
) -> None:
    text = glue.join(
        scheme
        + (gap if parameters else "")
        + glue.join(f"{name}{equals}{_quoted(value)}" for name, value in parameters.items())
        for scheme, parameters in written
    )
    assert challenges(text) == [(scheme.lower(), parameters) for scheme, parameters in written]


@given(st.lists(st.sampled_from([*'",=\\ \tab', "MsRtcOAuth", "href=", SERVICE]), max_size=40).map("".join))
def test_no_header_is_too_broken_to_be_read(header: str) -> None:
    found = challenge(header)
    assert found is None or found.href


def test_a_long_header_is_read_in_time_in_proportion_to_it() -> None:
    """Ten thousand characters that start a thousand items must not cause backtracking."""
    for piece in ('"', '\\"', "a ", "a=", 'a="', "a,", "=", " ", "\t,", 'a="\\'):
        assert challenge(piece * 10_000) is None
    assert challenge('a="' * 10_000 + f'", {SERVICE}') in (FOUND, None)


@pytest.mark.parametrize("end", ["(", "=", "/", '="'])
def test_a_word_that_is_nothing_is_looked_at_once(end: str) -> None:
    """A long word is read once, and not once for each of its letters."""
    looked = [item.group() for item in compiled(_ITEM).finditer("a" * 8000 + end)]
    assert looked == ["a" * 8000]


def test_a_header_that_is_too_long_is_no_challenge() -> None:
    assert challenge(SERVICE + " " * (LONGEST - len(SERVICE))) == FOUND
    assert challenge(SERVICE + " " * (LONGEST - len(SERVICE) + 1)) is None


def test_the_grants_are_told_on_one_line() -> None:
    assert FOUND.offered == "password, urn:microsoft.rtc:windows"
    assert Challenge(HREF, ()).offered == "none"
    words = Challenge(HREF, ("a\nb", "c" * 5000)).offered
    assert words.isprintable()
    assert len(words) <= 200
