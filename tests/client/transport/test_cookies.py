"""Cookies of servers are never kept, not even by an httpx2 client that the user passed in."""

from __future__ import annotations

from collections.abc import Callable
from http.cookiejar import CookieJar

import anyio
import httpx2
import pytest

from ucwa2 import AsyncClient, Client, Link

POOL = "https://pool.contoso.com"
CALL = Link(f"{POOL}/x").call("GET")
SETS = [
    ("Set-Cookie", "sid=c4n4ry; Path=/"),
    ("Set-Cookie", "own=other; Path=/"),
    ("Set-Cookie", "old=x; Max-Age=0; Path=/"),
]


def answer(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, headers=[*SETS, ("Content-Type", "application/json")], content=b"{}")


def cookies(jar: CookieJar) -> set[tuple[str, str | None]]:
    return {(cookie.name, cookie.value) for cookie in jar}


OWN = {("own", "mine"), ("old", "mine")}


@pytest.fixture
def jar() -> CookieJar:
    """The cookies set by the user."""
    found = httpx2.Cookies()
    for name in ("own", "old"):
        found.set(name, "mine", domain="pool.contoso.com", path="/")
    return found.jar


def test_a_users_client_keeps_its_cookies_and_gets_no_others(jar: CookieJar) -> None:
    http = httpx2.Client(transport=httpx2.MockTransport(answer), cookies=jar)
    before = http.cookies
    Client(f"{POOL}/", None, http=http, trusted=[POOL]).send(CALL)
    assert cookies(http.cookies.jar) == OWN
    assert http.cookies is before
    assert http.cookies.jar is jar


def test_an_async_one_too(jar: CookieJar) -> None:
    http = httpx2.AsyncClient(transport=httpx2.MockTransport(answer), cookies=jar)
    anyio.run(AsyncClient(f"{POOL}/", None, http=http, trusted=[POOL]).send, CALL)
    assert cookies(http.cookies.jar) == OWN


@pytest.mark.parametrize(
    "ask", [lambda http: http.get(f"{POOL}/y"), lambda http: http.send(http.build_request("GET", f"{POOL}/y"))]
)
def test_the_users_own_requests_are_answered_as_ever(jar: CookieJar, ask: Callable[[httpx2.Client], object]) -> None:
    http = httpx2.Client(transport=httpx2.MockTransport(answer), cookies=jar)
    client = Client(f"{POOL}/", None, http=http, trusted=[POOL])
    client.send(CALL)
    ask(http)
    assert cookies(http.cookies.jar) == {("sid", "c4n4ry"), ("own", "other")}
    client.send(CALL)
    assert cookies(http.cookies.jar) == {("sid", "c4n4ry"), ("own", "other")}


def test_cookies_that_are_put_in_their_place_are_kept_too(jar: CookieJar) -> None:
    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = Client(f"{POOL}/", None, http=http, trusted=[POOL])
    client.send(CALL)
    http.cookies = jar
    client.send(CALL)
    assert cookies(http.cookies.jar) == OWN


def test_they_can_be_copied_as_before(jar: CookieJar) -> None:
    http = httpx2.Client(transport=httpx2.MockTransport(answer), cookies=jar)
    Client(f"{POOL}/", None, http=http, trusted=[POOL]).send(CALL)
    assert isinstance(http.cookies, httpx2.Cookies)
    assert cookies(httpx2.Cookies(http.cookies).jar) == OWN
