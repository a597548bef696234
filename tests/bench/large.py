"""Large messages: how long the event loop stands still while a batch answer of 30 MB is read, in two shapes, and what one
contact of a page costs. Run as a program, it is the server of the batch answers, or the process that reads them.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from contextlib import suppress
from time import perf_counter
from typing import Any

import data
import msgspec
from timing import best

from ucwa2 import AsyncClient, State
from ucwa2.resources.my_contacts import MyContacts, MyContactsLink

SIZE = 30_000_000
SHAPES = {"100 parts": 100, "one part": 1}
MOST_GAP, MOST_PARTIAL = 50.0, 0.25
TICK = 0.001
HEAD = b"--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"


def report(size: int = SIZE, turns: int = 5) -> dict[str, float]:
    """Print the milliseconds of the longest gap of the loop, and the costs of a partial read beside untyped decoding."""
    found: dict[str, float] = {}
    print(f"\na batch answer of {size / 1e6:.0f} MB is read beside the event loop (best of {turns} turns)")
    for shape, parts in SHAPES.items():
        gap, whole = _in_a_process(size, parts, turns)
        found[f"gap, {shape}"] = gap
        print(
            f"  {shape:12} longest gap {gap:7.1f} ms of {whole:7.1f} ms  (at most {MOST_GAP:.0f}: {_reached(gap, MOST_GAP)})"
        )
    found["partial"] = _partial(turns)
    return found


def _reached(value: float, most: float) -> str:
    return "reached" if value <= most else "NOT reached"


def _partial(turns: int) -> float:
    """One contact of a page, beside a full untyped decode."""
    page, _ = data.contacts()
    name = MyContacts.from_json(page).embedded.contact[500].name
    assert name == json.loads(page)["_embedded"]["contact"][500]["name"]
    runs = {
        "one contact": lambda: MyContacts.from_json(page).embedded.contact[500].name,
        "untyped": lambda: msgspec.json.decode(page),
        "scan": lambda: msgspec.json.decode(page, type=msgspec.Raw),
    }
    costs = best(runs, turns)
    ratio, scan = costs["one contact"] / costs["untyped"], costs["scan"] / costs["untyped"]
    print(f"\none contact of a page of {data.CONTACTS:,}, beside decoding all of it untyped")
    print(
        f"  {costs['one contact']:,.0f} us, {ratio:.2f} x  (at most {MOST_PARTIAL}: {_reached(ratio, MOST_PARTIAL)});"
        f" a scan of the syntax alone {scan:.2f} x"
    )
    return ratio


def answer(size: int, parts: int) -> bytes:
    """A batch answer: pages of contacts, together of about this size."""
    page, _ = data.contacts()
    tree = json.loads(page)
    people = [json.dumps(person, ensure_ascii=False).encode() for person in tree["_embedded"]["contact"]]
    each = max(1, round(size / parts / (len(page) / len(people))))
    inner = b", ".join((people * (each // len(people) + 1))[:each])
    body = b'{"rel": "myContacts", "_links": {"self": {"href": "/c"}}, "_embedded": {"contact": [%b]}}' % inner
    return (HEAD + body + b"\r\n") * parts + b"--b--\r\n"


def _in_a_process(size: int, parts: int, turns: int) -> tuple[float, float]:
    """Milliseconds of the longest gap and of the whole batch, in a process without other objects."""
    arguments = [str(size), str(parts)]
    with subprocess.Popen([sys.executable, __file__, "serve", *arguments], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            url = server.stdout.readline().strip()
            command = [sys.executable, __file__, "read", url, str(parts), str(turns)]
            gap, whole = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        finally:
            server.kill()
    return gap, whole


async def read(url: str, parts: int, turns: int) -> tuple[float, float]:
    """The best turn."""
    client = AsyncClient(f"{url}/")
    client._session.entry = State.from_json('{"_links": {"batch": {"href": "/batch"}}}', base=url)
    found = [await _turn(client, url, parts) for _ in range(turns)]
    await client.close()
    return min(gap for gap, _ in found), min(whole for _, whole in found)


async def _turn(client: AsyncClient, url: str, parts: int) -> tuple[float, float]:
    calls = [MyContactsLink(f"{url}/{number}").get() for number in range(parts)]
    longest: list[float] = [0.0]
    ticking = asyncio.create_task(_ticks(longest))
    await asyncio.sleep(10 * TICK)
    longest[:] = [0.0]
    start = perf_counter()
    outcomes = await client.batch(*calls)
    whole = perf_counter() - start
    await asyncio.sleep(2 * TICK)
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking
    assert all(outcome.value.rel == "myContacts" for outcome in outcomes)
    assert outcomes[0].value.embedded.contact[-1].name
    return max(longest) * 1000, whole * 1000


async def _ticks(longest: list[float]) -> None:
    """Keep the longest time between two turns of the loop."""
    last = perf_counter()
    while True:
        await asyncio.sleep(TICK)
        now = perf_counter()
        longest.append(now - last - TICK)
        last = now


async def serve(size: int, parts: int) -> None:
    """Send the same answer to each request."""
    body = answer(size, parts)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: multipart/batching; boundary=b\r\nContent-Length: %d\r\n\r\n" % len(body)

    async def answered(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                lines = (await reader.readuntil(b"\r\n\r\n")).lower()
                await reader.readexactly(int(lines.partition(b"content-length:")[2].split(b"\r\n")[0]))
                writer.write(head)
                writer.write(body)
                await writer.drain()

    server = await asyncio.start_server(answered, "127.0.0.1", 0, limit=1 << 20)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


def main() -> None:
    part, *arguments = sys.argv[1:]
    if part == "serve":
        asyncio.run(serve(*map(int, arguments)))
    else:
        found: Any = asyncio.run(read(arguments[0], *map(int, arguments[1:])))
        print(json.dumps(found))


if __name__ == "__main__":
    main()
