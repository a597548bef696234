"""A thousand signed-in clients in one process, each with a pending request for events, beside bare httpx2 clients that send
the same. Run as a program, it is one contestant and prints its costs.
"""

from __future__ import annotations

import asyncio
import gc
import json
import resource
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple

import httpx2
from answering import answering

COUNT = 1000
AT_ONCE = 50
IDLE = 5.0
"""Seconds for which all wait for events."""

MOST_CPU, MOST_MEMORY = 8.0, 100.0
NAMES = {"ours": "ucwa2", "shared": "bare httpx2, one TLS context", "bare": "bare httpx2, a TLS context each"}
Close = Callable[[], Awaitable[object]]


class Cost(NamedTuple):
    """Costs of one client: milliseconds of CPU and kB to sign in and listen; and of all: CPU while idle, seconds to close."""

    cpu: float
    memory: float
    idle: float
    close: float


def report(count: int = COUNT, idle: float = IDLE) -> dict[str, float]:
    """Print the costs beside their limits; returns those of this package."""
    with answering("hold") as url:
        costs = {contestant: _cost(contestant, url, count, idle) for contestant in NAMES}
    print(f"\n{count:,} signed-in clients in one process that listen")
    for contestant, cost in costs.items():
        print(
            f"  {NAMES[contestant]:32} {cost.cpu:6.2f} ms CPU, {cost.memory:6.0f} kB each, idle {cost.idle:.4f} of a core,"
            f" closed in {cost.close:.2f} s"
        )
    ours = costs["ours"]
    print(
        f"  limits: {MOST_CPU:.0f} ms ({_reached(ours.cpu <= MOST_CPU)}), {MOST_MEMORY:.0f} kB"
        f" ({_reached(ours.memory <= MOST_MEMORY)}), idle 0 ({_reached(ours.idle < 0.001)})"
    )
    return {f"{name} of each" if name in ("cpu", "memory") else name: value for name, value in ours._asdict().items()}


def _reached(holds: bool) -> str:
    return "reached" if holds else "NOT reached"


def _cost(contestant: str, url: str, count: int, idle: float) -> Cost:
    """In a process of its own, so that no memory is used again."""
    command = [sys.executable, __file__, contestant, url, str(count), str(idle)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return Cost(*json.loads(done.stdout))


async def ours(url: str, _: Any) -> tuple[Awaitable[object], Close]:
    """Sign in with this package; gives the wait for the first event, and how to close."""
    from ucwa2 import AsyncClient, PasswordGrant

    client = await AsyncClient(f"{url}/", PasswordGrant("ann@contoso.com", "secret")).open()
    await client.create_application(user_agent="Bench/1.0", culture="en-US")
    return client.events().next(), client.close


async def bare(url: str, verify: Any) -> tuple[Awaitable[object], Close]:
    """The same requests with httpx2 alone."""
    http = httpx2.AsyncClient(timeout=None, verify=verify)
    await http.get(f"{url}/")
    await http.get(f"{url}/user")
    form = {"grant_type": "password", "username": "ann@contoso.com", "password": "secret"}
    token = (await http.post(f"{url}/token", data=form)).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    await http.get(f"{url}/user", headers=headers)
    settings = {"UserAgent": "Bench/1.0", "Culture": "en-US"}
    application = (await http.post(f"{url}/applications", json=settings, headers=headers)).json()
    events = application["_links"]["events"]["href"]
    return http.get(f"{url}{events}", headers=headers), http.aclose


async def contest(contestant: str, url: str, count: int, idle: float) -> Cost:
    """Sign in all clients, let them wait, and close them."""
    start = ours if contestant == "ours" else bare
    verify = httpx2.create_ssl_context() if contestant == "shared" else True
    first = await _listening(start, url, verify, 1)
    before, spent = _memory(), process_time()
    found = await _listening(start, url, verify, count)
    spent = process_time() - spent
    grown = _memory() - before
    idling = process_time()
    await asyncio.sleep(idle)
    idling = process_time() - idling
    closing = perf_counter()
    await asyncio.gather(*(close() for _, close in found))
    closing = perf_counter() - closing
    for task, close in (*first, *found):
        await close()
        task.cancel()
    await asyncio.gather(*(task for task, _ in (*first, *found)), return_exceptions=True)
    return Cost(spent / count * 1000, grown / count, idling / idle, closing)


async def _listening(
    start: Callable[..., Awaitable[tuple[Any, Close]]], url: str, verify: Any, count: int
) -> list[tuple[asyncio.Task[object], Close]]:
    """Signed-in clients whose requests for events have all reached the server."""
    limit, found = asyncio.Semaphore(AT_ONCE), []

    async def one() -> None:
        async with limit:
            waiting, close = await start(url, verify)
            found.append((asyncio.ensure_future(waiting), close))

    known = await _pending(url)
    await asyncio.gather(*(one() for _ in range(count)))
    while await _pending(url) < known + count:
        await asyncio.sleep(0.05)
    return found


async def _pending(url: str) -> int:
    """How many requests for events the server holds; asked without a library, at little cost."""
    reader, writer = await asyncio.open_connection(*url.removeprefix("http://").split(":"))
    writer.write(b"GET /pending HTTP/1.1\r\n\r\n")
    head = await reader.readuntil(b"\r\n\r\n")
    size = int(head.lower().partition(b"content-length: ")[2].partition(b"\r")[0])
    body = await reader.readexactly(size)
    writer.close()
    return int(body)


def _memory() -> float:
    """The memory of this process in kB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1024


def main() -> None:
    contestant, url, count, idle = sys.argv[1:]
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    print(json.dumps(asyncio.run(contest(contestant, url, int(count), float(idle)))))


if __name__ == "__main__":
    main()
