"""Options of the HTTP library of a wrong kind are refused when a client is made, by name and with what to give."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from ucwa2 import AsyncClient, Client
from ucwa2.errors import InvalidArgument
from ucwa2.sandbox import running
from ucwa2.testing.local_sandbox import LocalSandbox

URL = "https://lyncdiscover.contoso.com/"
CANARY = "c4n4ry"
BOTH = pytest.mark.parametrize("kind", [Client, AsyncClient])
LIMITS: Any = httpx2.Limits(max_connections="10")  # type: ignore[arg-type]

WRONG: list[tuple[str, Any, str]] = [
    ("headers", 1, "is a value of type `int`; give a dictionary, or a list of pairs"),
    ("headers", f"X: {CANARY}", "is a value of type `str`; give a dictionary, or a list of pairs"),
    ("headers", {"X": 1}, "has a value of type `int`; give each name and each value as a text"),
    ("headers", {1: CANARY}, "has a value of type `int`; give each name and each value as a text"),
    ("headers", [CANARY], "has an item that is no pair"),
    ("headers", iter([("X", CANARY)]), "is a value of type `list_iterator`; give a dictionary"),
    ("headers", {"X": f"{CANARY}é"}, "not ASCII; give that as bytes"),
    ("headers", {"X": f"{CANARY}\r\nY: z"}, "has a value with a line break"),
    ("headers", {f"X {CANARY}": "1"}, "has a name that no header can have"),
    ("limits", 1, r"is a value of type `int`; give `httpx2\.Limits"),
    ("limits", LIMITS, "has a value of type `str`; give a number as `max_connections`"),
    ("proxy", 1, "is a value of type `int`; give an address as a text, or"),
    ("verify", 1, "is a value of type `int`; give True, False, the path"),
    ("cert", 1, "is a value of type `int`; give a path as a text, or a tuple"),
    ("cert", ("cert.pem", 1), "is a value of type `tuple`; give a path as a text, or a tuple"),
    ("trust_env", "no", "is a value of type `str`; give True or False"),
    ("http1", "no", "is a value of type `str`; give True or False"),
    ("http2", "no", "is a value of type `str`; give True or False"),
    ("event_hooks", [print], "is a value of type `list`; give a dictionary of lists of functions"),
    ("event_hooks", {"request": print}, "give a list of functions for `request`"),
    ("event_hooks", {"request": [1]}, "has a value of type `int`; give functions"),
    ("event_hooks", {"requests": [print]}, "has no effect for `requests`; give `request` and `response`"),
    ("transport", 1, r"is a value of type `int`; give an `httpx2\.(Async)?BaseTransport`"),
    ("mounts", 1, "is a value of type `int`; give a dictionary of transports by address"),
    ("mounts", {1: None}, "has a value of type `int`; give each address as a text"),
    ("mounts", {"all": None}, "has a text that is no address"),
    ("mounts", {"all://": 1}, r"has a value of type `int`; give an `httpx2\.(Async)?BaseTransport`"),
]
NAMES = [f"{name}-{number}" for number, (name, *_) in enumerate(WRONG)]


@BOTH
@pytest.mark.parametrize("by_domain", [False, True], ids=["by address", "by domain"])
@pytest.mark.parametrize(("name", "value", "words"), WRONG, ids=NAMES)
def test_option_of_a_wrong_kind_is_refused_by_name(
    kind: type[Client | AsyncClient], by_domain: bool, name: str, value: Any, words: str
) -> None:
    make: Callable[..., object] = kind.discover if by_domain else kind
    with pytest.raises(InvalidArgument, match=f"^`{name}` {words}|^`{name}` .*{words}") as raised:
        make("contoso.com" if by_domain else URL, **{name: value})
    assert raised.value.parameter == name
    assert CANARY not in str(raised.value)


NAMED: list[tuple[str, Any, str]] = [
    ("headers", [("X", CANARY)], "is a value of type `list`; give a dictionary of texts"),
    ("headers", {b"X": CANARY}, "has a value of type `bytes`; give each name and each value as a text"),
    ("headers", {"X": f"{CANARY}\n"}, "has a value with a line break"),
    ("headers", {"X": f"{CANARY}é"}, "has a name or a value that is not ASCII$"),
    ("proxy", 1, "is a value of type `int`; give the address as a text"),
    ("verify", 1.5, "is a value of type `float`; give True, False or a file of certificates"),
    ("trust_env", 1, "is a value of type `int`; give True or False"),
]


@BOTH
@pytest.mark.parametrize(("name", "value", "words"), NAMED, ids=[f"{row[0]}-{n}" for n, row in enumerate(NAMED)])
def test_option_of_the_other_library_is_refused_by_name(
    kind: type[Client | AsyncClient], name: str, value: Any, words: str
) -> None:
    pytest.importorskip("pyreqwest")
    with pytest.raises(InvalidArgument, match=f"`{name}` {words}") as raised:
        kind(URL, transport="pyreqwest", **{name: value})
    assert raised.value.parameter == name
    assert CANARY not in str(raised.value)


@BOTH
def test_transport_of_the_other_client_is_refused(kind: type[Client | AsyncClient]) -> None:
    other: Any = httpx2.AsyncHTTPTransport() if kind is Client else httpx2.HTTPTransport()
    for given in ({"transport": other}, {"mounts": {"all://": other}}):
        with pytest.raises(InvalidArgument, match=f"`{type(other).__name__}`; give an `httpx2"):
            kind(URL, **given)


@BOTH
def test_path_of_certificates_beside_a_certificate_is_refused(kind: type[Client | AsyncClient]) -> None:
    with pytest.raises(InvalidArgument, match=r"`verify` is a path beside `cert`; give an `ssl\.SSLContext`"):
        kind(URL, verify="ca.pem", cert="own.pem")


@BOTH
def test_http2_is_refused_where_it_cannot_be_spoken(
    kind: type[Client | AsyncClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "h2", None)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    words = "speaks HTTP/1.1" if kind is Client else "needs h2; install"
    with pytest.raises(InvalidArgument, match=f"`http2` .*{words}"):
        kind(URL, http2=True)


RIGHT: list[dict[str, Any]] = [
    {"headers": {"X-Team": "blue", b"X-Other": "é".encode()}},
    {"headers": [("X-Team", "blue"), ["X-Team", "red"]]},
    {"headers": httpx2.Headers({"X-Team": "blue"})},
    {"limits": httpx2.Limits(max_connections=2), "trust_env": False, "http1": True, "http2": False},
    {"proxy": None, "verify": False, "mounts": {"all://contoso.com": None, "": None, "https://": None}},
    {"event_hooks": {"request": [], "response": ()}},
    {"transport": httpx2.MockTransport(lambda _: httpx2.Response(500))},
    dict.fromkeys(["headers", "limits", "proxy", "verify", "cert", "event_hooks", "mounts", "trust_env", "transport"]),
]


@BOTH
@pytest.mark.parametrize("given", RIGHT)
def test_what_the_library_takes_is_taken(kind: type[Client | AsyncClient], given: dict[str, Any]) -> None:
    kind(URL, **given)


def test_helpers_of_tests_refuse_the_same() -> None:
    with running() as server:
        helper = LocalSandbox(server.url, server.backend)
        for make in (helper.client, helper.async_client):
            with pytest.raises(InvalidArgument, match="`limits` is a value of type `int`"):
                make(limits=1)
