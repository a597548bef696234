"""What a client refuses before it sends anything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import isawaitable
from typing import Any

import anyio
import httpx2
import pytest
from tests.protocol.hosts import Listener

from ucwa2 import (
    AnonymousMeetingGrant,
    AsyncClient,
    Client,
    PasswordGrant,
    Policy,
    TokenGrant,
    UcwaError,
    WindowsGrant,
)
from ucwa2.errors import InvalidArgument, TransportError
from ucwa2.resources.note import NoteLink

URL = "https://lyncdiscover.contoso.com/"
CONFERENCE = "sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:4QG0"
BOTH = pytest.mark.parametrize("kind", [Client, AsyncClient])


@BOTH
@pytest.mark.parametrize(("name", "value"), [("low", 4), ("medium", 1801), ("timeout", 179)])
def test_channel_is_tuned_within_the_documented_limits(kind: type[Client | AsyncClient], name: str, value: int) -> None:
    with pytest.raises(InvalidArgument, match=name):
        kind("https://lyncdiscover.contoso.com/", channel={name: value})


@BOTH
def test_channel_has_no_other_options(kind: type[Client | AsyncClient]) -> None:
    with pytest.raises(InvalidArgument, match="no option `hight`; it has low, medium, priority, timeout"):
        kind("https://lyncdiscover.contoso.com/", channel={"hight": 10})


NOTHING = [
    ("timeout", 2, "policy"),
    ("auth", ("ann", "c4n4ry"), "grant"),
    ("base_url", URL, "url"),
    ("cookies", {"a": "c4n4ry"}, "no cookies"),
    ("follow_redirects", True, "hops"),
    ("max_redirects", 3, "hops"),
    ("params", {"a": "b"}, "call"),
    ("verfy", False, "no option"),
]


@BOTH
@pytest.mark.parametrize(("name", "value", "place"), NOTHING, ids=[row[0] for row in NOTHING])
@pytest.mark.parametrize("by_domain", [False, True])
def test_option_without_effect_is_refused_with_the_right_place(
    kind: type[Client | AsyncClient], name: str, value: object, place: str, by_domain: bool
) -> None:
    make: Any = kind.discover if by_domain else kind
    with pytest.raises(InvalidArgument, match=place) as raised:
        make("contoso.com" if by_domain else URL, **{name: value})
    assert raised.value.parameter == name
    assert "c4n4ry" not in str(raised.value)


@BOTH
@pytest.mark.parametrize(("name", "value"), [("acknowledge", "never"), ("format", "yaml")])
def test_choice_that_does_not_exist_is_refused(kind: type[Client | AsyncClient], name: str, value: str) -> None:
    given: dict[str, Any] = {name: value}
    with pytest.raises(InvalidArgument, match="is none of") as raised:
        kind(URL, **given)
    assert raised.value.parameter == name


@BOTH
def test_client_of_the_library_that_would_be_used_otherwise_is_refused(kind: type[Client | AsyncClient]) -> None:
    own, other = (httpx2.Client, httpx2.AsyncClient) if kind is Client else (httpx2.AsyncClient, httpx2.Client)
    with pytest.raises(InvalidArgument, match="grant"):
        kind(URL, http=own(auth=("ann", "secret")))
    with pytest.raises(InvalidArgument, match="is no `httpx2"):
        kind(URL, http=other())
    with pytest.raises(InvalidArgument, match="beside `http`"):
        kind(URL, http=own(), verify=False)


async def _open(client: Any) -> None:
    if isinstance(client, Client):
        client.open()
    else:
        await client.open()


@BOTH
@pytest.mark.parametrize("proxy", ["ftp://ann:c4n4ry@proxy.contoso.com", "http://[::1", "http://ann:c4n4ry@p:port"])
@pytest.mark.parametrize("variable", [None, "HTTPS_PROXY", "ALL_PROXY"])
def test_proxy_that_cannot_work_is_refused_with_its_place(
    kind: type[Client | AsyncClient], proxy: str, variable: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable:
        monkeypatch.setenv(variable, proxy)
    with pytest.raises(InvalidArgument, match=variable or "proxy") as raised:
        anyio.run(_open, kind(URL) if variable else kind(URL, proxy=proxy))
    assert variable is not None or raised.value.parameter == "proxy"
    assert "c4n4ry" not in str(raised.value)


@BOTH
def test_environment_that_is_not_trusted_names_no_proxy(
    kind: type[Client | AsyncClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "ftp://proxy.contoso.com")
    with pytest.raises(TransportError):
        anyio.run(_open, kind("https://127.0.0.1:1/", trust_env=False))


@BOTH
@pytest.mark.parametrize(
    ("name", "value"), [("verify", "/no/such/file"), ("cert", "/no/such/file"), ("verify", __file__)]
)
@pytest.mark.filterwarnings("ignore:.*verify.*:DeprecationWarning", "ignore:.*cert.*:DeprecationWarning")
def test_certificates_that_cannot_be_used_are_named(kind: type[Client | AsyncClient], name: str, value: str) -> None:
    with pytest.raises(InvalidArgument, match="certificates that cannot be used") as raised:
        anyio.run(_open, kind(URL, **{name: value}))  # type: ignore[arg-type]
    assert raised.value.parameter == name


NO_TIMES: list[Any] = [float("nan"), float("inf"), 1e300, None, "5", -1, -0.001, True, False]


@pytest.mark.parametrize("name", ["timeout", "first_pause", "longest_pause", "patience"])
@pytest.mark.parametrize("value", NO_TIMES)
def test_policy_has_times_that_a_wait_can_take(name: str, value: Any) -> None:
    with pytest.raises(InvalidArgument, match=f"`{name}` is .*; give a number of seconds"):
        Policy(**{name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [("attempts", 0), ("attempts", 2.5), ("attempts", True), ("hops", -1), ("largest", -1), ("largest", None)],
)
def test_policy_has_whole_numbers(name: str, value: Any) -> None:
    with pytest.raises(InvalidArgument, match=f"`{name}` is .*; give a whole number"):
        Policy(**{name: value})


@BOTH
@pytest.mark.parametrize("value", [value for value in NO_TIMES if value is not None])
def test_deadline_that_is_no_time_is_refused(kind: type[Client | AsyncClient], value: Any) -> None:
    """A wait until NaN would never end."""
    with Listener(lambda method, target: (200, {"Content-Type": "application/json"}, ANSWERS[target])) as server:

        async def tried() -> list[str]:
            client: Any = kind(f"{server.url}/", None)
            await _open(client)
            note = NoteLink(f"{server.url}/note").get()
            found = []
            for wait in (partial(client.send, note), partial(client.batch, note), client.open):
                with pytest.raises(InvalidArgument, match="give a number of seconds") as raised:
                    await _given(wait(timeout=value))
                found.append(str(raised.value.parameter))
            await _given(client.close())
            return found

        assert anyio.run(tried) == ["timeout"] * 3


async def _given(result: Any) -> Any:
    """What a call of either client gives."""
    return await result if isawaitable(result) else result


ANSWERS = {
    "/": b'{"_links": {"user": {"href": "/user"}}}',
    "/user": b'{"rel": "user", "_links": {"applications": {"href": "/applications"}}}',
}


@BOTH
def test_credentials_that_are_no_grant_are_refused_with_what_to_give(kind: type[Client | AsyncClient]) -> None:
    given: Any = ("ann", "c4n4ry")
    with pytest.raises(InvalidArgument, match="`grant` is a value of type `tuple`; give a grant, such as") as raised:
        kind(URL, given)
    assert "c4n4ry" not in str(raised.value)


WRONG: list[tuple[str, Callable[[Any], object], str]] = [
    ("address without a scheme", lambda kind: kind("pool.contoso.com"), "begins with https://"),
    ("address that is no text", lambda kind: kind(5), "`url` is a value of type `int`; give a text such as"),
    ("no domain", lambda kind: kind.discover(None), "`domain` is None; give a text such as `example.com`"),
    ("user as domain", lambda kind: kind.discover("ann@contoso.com"), "give what follows the @: 'contoso.com'"),
    ("address as domain", lambda kind: kind.discover(URL), "give the name alone, such as `example.com`, or"),
    ("one address for many", lambda kind: kind(URL, trusted=URL), "`trusted` is a value of type `str`; give a list"),
    ("dictionary as policy", lambda kind: kind(URL, policy={"timeout": 5}), "give a policy, such as `Policy"),
    ("number as channel", lambda kind: kind(URL, channel=5), "`channel` is a value of type `int`; give a dict"),
    ("no function", lambda kind: kind(URL, on_application="x"), "`on_application` .* give a function"),
    ("word for a flag", lambda kind: kind(URL, delete_on_close="no"), "`delete_on_close` .* give True or False"),
    ("no password", lambda _: PasswordGrant("ann", None), "`password` is None; give a text"),  # type: ignore[arg-type]
    ("empty user", lambda _: PasswordGrant("", "x"), "`user` is empty; give a text such as `ann@example.com`"),
    ("empty token", lambda _: TokenGrant(""), "`token` is empty"),
    ("number as user", lambda _: WindowsGrant(5), "`user` is a value of type `int`"),  # type: ignore[arg-type]
    ("word for NTLM", lambda _: WindowsGrant(allow_ntlm="no"), "`allow_ntlm` .* give True or False"),  # type: ignore[arg-type]
    ("number as key", lambda _: AnonymousMeetingGrant(CONFERENCE, 5), "`key` is a value of type `int`"),  # type: ignore[arg-type]
    ("no meeting", lambda _: AnonymousMeetingGrant(None), "`conference_uri` is None"),  # type: ignore[arg-type]
    ("negative life of a token", lambda kind: kind(URL).accept_token("x", -1), "`lasts` is -1; give a number of"),
]


@BOTH
@pytest.mark.parametrize(("make", "words"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_error_of_a_wrong_argument_says_what_to_give(
    kind: type[Client | AsyncClient], make: Callable[[Any], object], words: str
) -> None:
    with pytest.raises(UcwaError, match=words):
        make(kind)


NO_CALLS = [
    (NoteLink(URL), "got NoteLink"),
    (NoteLink(URL).get, "`get` without its parentheses"),
    (None, "got NoneType"),
    ([NoteLink(URL).get()], r"got a list; give each call by itself, or write `\*` before it"),
]


@BOTH
@pytest.mark.parametrize(("given", "words"), NO_CALLS)
def test_what_is_no_call_is_not_started(kind: type[Client | AsyncClient], given: Any, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        kind(URL).start(given)


@BOTH
def test_closed_client_has_no_events(kind: type[Client | AsyncClient]) -> None:
    async def tried() -> None:
        client = kind(URL)
        await _given(client.close())
        with pytest.raises(UcwaError, match="was closed; enter it again"):
            client.events()

    anyio.run(tried)


@BOTH
def test_update_needs_a_link_and_a_function(kind: type[Client | AsyncClient]) -> None:
    client = kind(URL)
    for given, words in ((None, lambda state: {}), "`link` is None"), ((NoteLink(URL), {}), "`change` .* function"):
        with pytest.raises(InvalidArgument, match=words):
            anyio.run(_given, client.update(*given))
