"""The cost of requests, events and the first answer, beside bare httpx2 against the same server.

Both send the same headers and read the whole body; the client also decodes it and follows all rules of the protocol.
"""

from __future__ import annotations

import asyncio
import gc
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import perf_counter
from typing import Any

import events
import httpx2
import transports
from answering import APPLICATION, answering, page

import ucwa2
from ucwa2 import AsyncClient, Client, PasswordGrant
from ucwa2.resources.me import MeLink

USER = PasswordGrant("ann@contoso.com", "secret")
HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip, deflate",
    "Authorization": "Bearer cwt=bench",
    "User-Agent": "ucwa2",
}
AT_ONCE = 50
Seconds = tuple[float, float]
"""Seconds of the floor and of the client."""


def report(turns: int = 5, requests: int = 400) -> dict[str, float]:
    """Print all figures; returns the ratios."""
    found: dict[str, float] = {}
    with answering() as url:
        print("\nrequests, beside bare httpx2 (medians of turns taken alternately)")
        for name, target, run in (
            ("sync, one at a time", 0.9, lambda: _blocking(url, requests, 1, turns)),
            ("sync, 50 at once", 0.95, lambda: _blocking(url, requests, AT_ONCE, turns)),
            ("async, one at a time", 0.9, lambda: asyncio.run(_awaiting(url, requests, 1, turns))),
            ("async, 50 at once", 0.95, lambda: asyncio.run(_awaiting(url, requests, AT_ONCE, turns))),
        ):
            bare, ours = run()
            found[name] = bare / ours
            wanted = f"(at least {target}: {_reached(found[name] >= target)})" if target else ""
            print(
                f"  {name:24} {requests / ours:7,.0f} /s, bare {requests / bare:7,.0f} /s, {found[name]:.2f} {wanted}"
            )
        found |= {f"{name}, over pyreqwest": ratio for name, ratio in transports.report(url, turns, requests).items()}
        found |= events.report(url, turns)
        found["memory"] = _memory()
        found["first answer"] = _first_answer(url, turns)
    return found


def _reached(holds: bool) -> str:
    return "reached" if holds else "NOT reached"


def _medians(pairs: list[Seconds]) -> Seconds:
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def _blocking(url: str, requests: int, at_once: int, turns: int) -> Seconds:
    """Threads that share one client."""
    me = f"{url}{APPLICATION}/me"
    with httpx2.Client() as http, Client(f"{url}/", USER) as client, ThreadPoolExecutor(at_once) as pool:
        call = MeLink(me).get
        bare = lambda _: http.get(me, headers=HEADERS).content  # noqa: E731
        ours = lambda _: client.send(call())  # noqa: E731

        def timed(one: Callable[[int], object]) -> float:
            start = perf_counter()
            for _ in pool.map(one, range(requests)) if at_once > 1 else map(one, range(requests)):
                pass
            return perf_counter() - start

        timed(bare), timed(ours)
        return _medians([(timed(bare), timed(ours)) for _ in range(turns)])


async def _awaiting(url: str, requests: int, at_once: int, turns: int) -> Seconds:
    """Tasks that share one client."""
    me = f"{url}{APPLICATION}/me"
    async with httpx2.AsyncClient() as http, AsyncClient(f"{url}/", USER) as client:

        async def bare() -> object:
            return (await http.get(me, headers=HEADERS)).content

        async def ours() -> object:
            return await client.send(MeLink(me).get())

        async def timed(one: Callable[[], Awaitable[object]]) -> float:
            async def some() -> None:
                for _ in range(requests // at_once):
                    await one()

            start = perf_counter()
            await asyncio.gather(*(some() for _ in range(at_once)))
            return perf_counter() - start

        await timed(bare), await timed(ours)
        return _medians([(await timed(bare), await timed(ours)) for _ in range(turns)])


def _memory(pages: int = 10) -> float:
    """Memory of events that a consumer keeps, beside that of their dictionaries."""
    contents = [page(number) for number in range(pages)]
    kept = _held(lambda: [event for content in contents for event in ucwa2.decode(content, "application/json").events])
    plain = _held(lambda: [event for content in contents for event in json.loads(content)["sender"][0]["events"]])
    ratio = kept / plain
    print("\nmemory of a thousand events that are kept")
    print(
        f"  {kept / 1024:,.0f} kB, dictionaries {plain / 1024:,.0f} kB, {ratio:.2f} x"
        f"  (at most 1.3: {_reached(ratio <= 1.3)})"
    )
    return ratio


def _held(make: Callable[[], list[Any]]) -> int:
    make()
    gc.collect()
    tracemalloc.start()
    kept = make()
    gc.collect()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(kept) == 1000
    return size


OURS = """
from ucwa2 import Client, PasswordGrant
from ucwa2.resources.me import MeLink
with Client({url!r} + "/", PasswordGrant("ann@contoso.com", "secret")) as client:
    assert client.send(MeLink({url!r} + {path!r}).get()).name == "Ann Adams"
"""
BARE = """
import httpx2, json
with httpx2.Client() as http:
    http.get({url!r} + "/")
    http.get({url!r} + "/user")
    form = {{"grant_type": "password", "username": "ann@contoso.com", "password": "secret"}}
    token = http.post({url!r} + "/token", data=form).json()["access_token"]
    headers = {{"Authorization": "Bearer " + token}}
    http.get({url!r} + "/user", headers=headers)
    assert http.get({url!r} + {path!r}, headers=headers).json()["name"] == "Ann Adams"
"""


def _first_answer(url: str, turns: int) -> float:
    """Whole processes: import, discover, sign in, send, decode."""
    path = f"import sys; sys.path[:0] = {sys.path!r}\n"
    codes = [path + code.format(url=url, path=f"{APPLICATION}/me") for code in (BARE, OURS)]
    pairs = [(_process(codes[0]), _process(codes[1])) for _ in range(turns)]
    bare, ours = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
    over = (ours - bare) * 1000
    print("\nfrom the import to the first answer, whole processes")
    print(
        f"  {ours * 1000:.0f} ms, bare httpx2 {bare * 1000:.0f} ms, over {over:.0f} ms"
        f"  (at most 150: {_reached(over <= 150)})"
    )
    return over


def _process(code: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
    return perf_counter() - start


if __name__ == "__main__":
    report()
