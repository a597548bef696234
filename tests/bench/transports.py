"""The client over pyreqwest beside the client over httpx2, and beside both libraries alone, against the same server.

A figure by the wall clock depends on what else the machine does, and on the server; CPU time of the process does not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple

import httpx2
from answering import APPLICATION, answering
from pyreqwest.client import ClientBuilder, SyncClientBuilder

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
TARGETS = {"sync, 50 at once": 3.0, "async, 50 at once": 4.0}
"""Requests of the client over pyreqwest for each of bare httpx2."""


class Cost(NamedTuple):
    """Seconds of some requests."""

    wall: float
    cpu: float


Costs = Mapping[str, Cost]


def report(url: str, turns: int = 5, requests: int = 400) -> dict[str, float]:
    """Print requests a second, and CPU time of each; returns the ratios to bare httpx2."""
    found: dict[str, float] = {}
    print("\nrequests over pyreqwest (medians of turns taken alternately; CPU time of a request)")
    for name, costs in (
        ("sync, one at a time", _blocking(url, requests, 1, turns)),
        ("sync, 50 at once", _blocking(url, requests, AT_ONCE, turns)),
        ("async, one at a time", asyncio.run(_awaiting(url, requests, 1, turns))),
        ("async, 50 at once", asyncio.run(_awaiting(url, requests, AT_ONCE, turns))),
    ):
        shown = ", ".join(
            f"{kind} {requests / cost.wall:,.0f} /s {cost.cpu / requests * 1e6:.0f} us" for kind, cost in costs.items()
        )
        floor, ours = costs["httpx2"], costs["client over pyreqwest"]
        found[name] = floor.wall / ours.wall
        target = TARGETS.get(name)
        wanted = f" (at least {target}: {'reached' if found[name] >= target else 'NOT reached'})" if target else ""
        print(f"  {name}: {shown}\n    {found[name]:.1f} x httpx2{wanted}, by CPU time {floor.cpu / ours.cpu:.1f} x")
    return found


def _cost(turns: list[dict[str, Cost]]) -> Costs:
    return {
        kind: Cost(median(turn[kind].wall for turn in turns), median(turn[kind].cpu for turn in turns))
        for kind in turns[0]
    }


def plain(builder: Any) -> Any:
    """What the client asks of the library, too."""
    return builder.no_proxy().follow_redirects(False).gzip(False).deflate(False).brotli(False).zstd(False).build()


def _blocking(url: str, requests: int, at_once: int, turns: int) -> Costs:
    """Threads that share one client."""
    me = f"{url}{APPLICATION}/me"
    with (
        httpx2.Client() as http,
        plain(SyncClientBuilder()) as rust,
        Client(f"{url}/", USER) as over_httpx2,
        Client(f"{url}/", USER, transport="pyreqwest") as over_pyreqwest,
        ThreadPoolExecutor(at_once) as pool,
    ):
        kinds: dict[str, Callable[[int], object]] = {
            "httpx2": lambda _: http.get(me, headers=HEADERS).content,
            "pyreqwest": lambda _: bytes(rust.get(me).headers(HEADERS).build().send().bytes()),
            "client over httpx2": lambda _: over_httpx2.send(MeLink(me).get()),
            "client over pyreqwest": lambda _: over_pyreqwest.send(MeLink(me).get()),
        }

        def timed(one: Callable[[int], object]) -> Cost:
            wall, cpu = perf_counter(), process_time()
            for _ in pool.map(one, range(requests)) if at_once > 1 else map(one, range(requests)):
                pass
            return Cost(perf_counter() - wall, process_time() - cpu)

        rows = [{kind: timed(one) for kind, one in kinds.items()} for _ in range(turns + 1)]
    return _cost(rows[1:])


async def _awaiting(url: str, requests: int, at_once: int, turns: int) -> Costs:
    """Tasks that share one client."""
    me = f"{url}{APPLICATION}/me"
    async with (
        httpx2.AsyncClient() as http,
        plain(ClientBuilder()) as rust,
        AsyncClient(f"{url}/", USER) as over_httpx2,
        AsyncClient(f"{url}/", USER, transport="pyreqwest") as over_pyreqwest,
    ):

        async def by_httpx2() -> object:
            return (await http.get(me, headers=HEADERS)).content

        async def by_pyreqwest() -> object:
            return bytes(await (await rust.get(me).headers(HEADERS).build().send()).bytes())

        kinds: dict[str, Callable[[], Awaitable[object]]] = {
            "httpx2": by_httpx2,
            "pyreqwest": by_pyreqwest,
            "client over httpx2": lambda: over_httpx2.send(MeLink(me).get()),
            "client over pyreqwest": lambda: over_pyreqwest.send(MeLink(me).get()),
        }

        async def timed(one: Callable[[], Awaitable[object]]) -> Cost:
            async def some() -> None:
                for _ in range(requests // at_once):
                    await one()

            wall, cpu = perf_counter(), process_time()
            await asyncio.gather(*(some() for _ in range(at_once)))
            return Cost(perf_counter() - wall, process_time() - cpu)

        rows = [{kind: await timed(one) for kind, one in kinds.items()} for _ in range(turns + 1)]
    return _cost(rows[1:])


if __name__ == "__main__":
    with answering() as address:
        report(address)
