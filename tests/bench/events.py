"""Events from the socket to their consumer, beside decoding their bytes, and beside fetching these with the library alone.

A figure by the wall clock depends on what else the machine does, and on the server; CPU time of the process does not. It is more
where the thread of a blocking client's requests runs on another core than its caller.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

import httpx2
from answering import APPLICATION, PER_PAGE, answering, page
from pyreqwest.client import ClientBuilder, SyncClientBuilder
from transports import HEADERS, USER, Cost, plain

import ucwa2
from ucwa2 import AsyncClient, Client

TARGET = 1.5
"""Times of decoding their bytes that events may take."""
CONTENT = page(1)
LIBRARIES = ("httpx2", "pyreqwest")
Turn = dict[str, Cost]


class Figures(NamedTuple):
    """Costs of the events of a turn: of decoding alone, after fetching with the library, and of the client."""

    floor: Cost
    bare: Cost
    ours: Cost


def report(url: str, turns: int = 5, pages: int = 50) -> dict[str, float]:
    """Print the costs of an event; returns the ratios to decoding by the wall clock."""
    count = pages * PER_PAGE
    print(f"\nevents, {PER_PAGE} an answer, from socket to consumer (medians of turns taken alternately; of an event)")
    found: dict[str, float] = {}
    for kind, rows in (("sync", _blocking(url, turns, pages)), ("async", asyncio.run(_awaiting(url, turns, pages)))):
        for library in LIBRARIES:
            floor, bare, ours = _figures(rows, library)
            name = f"events, {kind}" if library == "httpx2" else f"events, {kind}, over {library}"
            found[name] = ours.wall / floor.wall
            reached = "reached" if found[name] <= TARGET else "NOT reached"
            print(
                f"  {name:30} {count / ours.wall:7,.0f} /s, {_shown(ours, count)}, {found[name]:.2f} x decoding its bytes"
                f" (at most {TARGET}: {reached}), by CPU time {ours.cpu / floor.cpu:.2f} x\n"
                f"    {f'bare {library} and decoding':28} {_shown(bare, count)}, {bare.wall / floor.wall:.2f} x,"
                f" by CPU time {bare.cpu / floor.cpu:.2f} x; decoding {_shown(floor, count)}"
            )
    return found


def _shown(cost: Cost, count: int) -> str:
    return f"{cost.wall / count * 1e6:.1f} us, CPU {cost.cpu / count * 1e6:.1f} us"


def _figures(rows: list[Turn], library: str) -> Figures:
    return Figures(*(_median(rows, kind) for kind in ("decoding", f"bare {library}", library)))


def _median(rows: list[Turn], kind: str) -> Cost:
    return Cost(median(row[kind].wall for row in rows), median(row[kind].cpu for row in rows))


def _decode(content: bytes) -> None:
    for event in ucwa2.decode(content, "application/json").events:
        _ = event.type


def _blocking(url: str, turns: int, pages: int) -> list[Turn]:
    address = f"{url}{APPLICATION}/events?ack=1"
    with (
        httpx2.Client() as http,
        plain(SyncClientBuilder()) as rust,
        Client(f"{url}/", USER) as over_httpx2,
        Client(f"{url}/", USER, transport="pyreqwest") as over_pyreqwest,
    ):

        def of(client: Client) -> Callable[[], None]:
            client.create_application(user_agent="Bench/1.0", culture="en-US")
            events = client.events()

            def some() -> None:
                for _ in range(PER_PAGE):
                    events.next()

            return some

        kinds: dict[str, Callable[[], object]] = {
            "decoding": lambda: _decode(CONTENT),
            "bare httpx2": lambda: _decode(http.get(address, headers=HEADERS).content),
            "bare pyreqwest": lambda: _decode(bytes(rust.get(address).headers(HEADERS).build().send().bytes())),
            "httpx2": of(over_httpx2),
            "pyreqwest": of(over_pyreqwest),
        }

        def timed(some: Callable[[], object]) -> Cost:
            wall, cpu = perf_counter(), process_time()
            for _ in range(pages):
                some()
            return Cost(perf_counter() - wall, process_time() - cpu)

        return [{kind: timed(some) for kind, some in kinds.items()} for _ in range(turns + 1)][1:]


async def _awaiting(url: str, turns: int, pages: int) -> list[Turn]:
    address = f"{url}{APPLICATION}/events?ack=1"
    async with (
        httpx2.AsyncClient() as http,
        plain(ClientBuilder()) as rust,
        AsyncClient(f"{url}/", USER) as over_httpx2,
        AsyncClient(f"{url}/", USER, transport="pyreqwest") as over_pyreqwest,
    ):

        async def of(client: AsyncClient) -> Callable[[], Awaitable[None]]:
            await client.create_application(user_agent="Bench/1.0", culture="en-US")
            events = client.events()

            async def some() -> None:
                for _ in range(PER_PAGE):
                    await events.next()

            return some

        async def decoding() -> None:
            _decode(CONTENT)

        async def by_httpx2() -> None:
            _decode((await http.get(address, headers=HEADERS)).content)

        async def by_pyreqwest() -> None:
            _decode(bytes(await (await rust.get(address).headers(HEADERS).build().send()).bytes()))

        kinds: dict[str, Callable[[], Awaitable[None]]] = {
            "decoding": decoding,
            "bare httpx2": by_httpx2,
            "bare pyreqwest": by_pyreqwest,
            "httpx2": await of(over_httpx2),
            "pyreqwest": await of(over_pyreqwest),
        }

        async def timed(some: Callable[[], Awaitable[None]]) -> Cost:
            wall, cpu = perf_counter(), process_time()
            for _ in range(pages):
                await some()
            return Cost(perf_counter() - wall, process_time() - cpu)

        return [{kind: await timed(some) for kind, some in kinds.items()} for _ in range(turns + 1)][1:]


if __name__ == "__main__":
    with answering() as address:
        report(address)
