"""What a client refuses before it sends anything."""

from __future__ import annotations

from typing import Any

import anyio
import httpx2
import pytest

from ucwa2 import AsyncClient, Client
from ucwa2.errors import InvalidArgument, TransportError

URL = "https://lyncdiscover.contoso.com/"
BOTH = pytest.mark.parametrize("kind", [Client, AsyncClient])


@BOTH
@pytest.mark.parametrize(("name", "value"), [("low", 4), ("medium", 1801), ("timeout", 179)])
def test_channel_is_tuned_within_the_documented_limits(kind: type[Client | AsyncClient], name: str, value: int) -> None:
    with pytest.raises(InvalidArgument, match=name):
        kind("https://lyncdiscover.contoso.com/", channel={name: value})


@BOTH
def test_channel_has_no_other_options(kind: type[Client | AsyncClient]) -> None:
    with pytest.raises(TypeError, match="hight"):
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
