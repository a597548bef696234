"""Good conduct: when requests are retried, how long anything may take, and what is never shown."""

from __future__ import annotations

import gzip
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from time import monotonic, sleep

import anyio
import httpx2
import pytest
from tests.protocol.watching import until
from tests.protocol.ways import ANN

from ucwa2 import AsyncClient, Client, Policy
from ucwa2.errors import ApiError, TransportError
from ucwa2.resources.me import MeLink

pytestmark = pytest.mark.anyio


def count(sandbox, method: str, ending: str) -> int:
    return sum(asked.method == method and asked.path.endswith(ending) for asked in sandbox.backend.requests)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("form", ["seconds", "date"])
async def test_retry_after_is_obeyed(way, sandbox, status, form):
    async with way.application(sandbox) as (client, app):
        date = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
        wait = "1" if form == "seconds" else date
        sandbox.backend.faults.add([{"kind": "status", "path": "/me$", "status": status, "retry_after": wait}])
        began = monotonic()
        await client.send(app.embedded.me.links.self.get())

        assert 0.9 <= monotonic() - began < 5
        assert count(sandbox, "GET", "/me") == 2


async def test_retry_after_has_a_cap(way, sandbox):
    policy = Policy(timeout=10.0, longest_pause=0.2)
    async with way.application(sandbox, policy=policy) as (client, app):
        sandbox.backend.faults.add([{"kind": "status", "path": "/me$", "status": 503, "retry_after": "86400"}])
        began = monotonic()
        await client.send(app.embedded.me.links.self.get())

        assert monotonic() - began < 3


async def test_post_that_was_refused_for_now_is_sent_again(way, sandbox):
    async with way.application(sandbox) as (client, app):
        me = await client.send(app.embedded.me.links.self.get())
        sandbox.backend.faults.add(
            [{"kind": "status", "method": "POST", "path": "/note", "status": 429, "retry_after": "0"}]
        )
        await client.send(me.links.note.post(message="x"))

        assert count(sandbox, "POST", "/note") == 2


@pytest.mark.parametrize("kind", ["drop-before", "drop-after", "reset", "truncate"])
async def test_post_that_may_have_run_is_not_repeated(way, sandbox, kind):
    async with way.application(sandbox) as (client, app):
        meetings = await client.send(app.embedded.online_meetings.links.my_online_meetings.get())
        sandbox.backend.faults.add([{"kind": kind, "method": "POST", "path": "myOnlineMeetings"}])
        with pytest.raises(TransportError):
            await client.send(meetings.links.self.post(subject="Plans"))

        assert count(sandbox, "POST", "/myOnlineMeetings") == 1


@pytest.mark.parametrize("kind", ["drop-before", "drop-after", "reset"])
async def test_reading_is_repeated(way, sandbox, kind):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": kind, "path": "/me$", "times": 2}])

        assert (await client.send(app.embedded.me.links.self.get())).rel == "me"
        assert count(sandbox, "GET", "/me") == 3


async def test_attempts_end(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "drop-before", "path": "/me$", "times": None}])
        with pytest.raises(TransportError):
            await client.send(app.embedded.me.links.self.get())

        assert count(sandbox, "GET", "/me") == 4


async def test_server_in_trouble_is_not_asked_over_and_over(way, sandbox):
    """Concurrent calls share a budget of attempts."""
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "drop-before", "path": "/me$", "times": None}])
        before = count(sandbox, "GET", "/me")

        async def fail() -> None:
            with pytest.raises(TransportError):
                await client.send(app.embedded.me.links.self.get())

        async with anyio.create_task_group() as group:
            for _ in range(40):
                group.start_soon(fail)

        assert count(sandbox, "GET", "/me") - before <= 40 + 25


async def test_every_call_has_an_end(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "latency", "path": "/me$", "seconds": 5.0, "times": None}])
        began = monotonic()
        with pytest.raises(TransportError, match="time"):
            await client.send(app.embedded.me.links.self.get(), timeout=0.3)

        assert monotonic() - began < 2


BEGINNINGS = {
    "body": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n",
    "headers": b"HTTP/1.1 200 OK\r\nX: ",
    "first line": b"HTTP/1.1 200 ",
}


@pytest.mark.parametrize("where", BEGINNINGS)
async def test_slow_drip_ends_in_time(way, where):
    """A server that sends single bytes slowly cannot hold a call beyond its deadline."""
    async with await anyio.create_tcp_listener(local_host="127.0.0.1") as listener:

        async def drip(stream) -> None:
            async with stream:
                await stream.receive()
                await stream.send(BEGINNINGS[where])
                with suppress(anyio.BrokenResourceError):
                    for _ in range(200):
                        await stream.send(b" ")
                        await anyio.sleep(0.05)

        async with anyio.create_task_group() as group:
            group.start_soon(listener.serve, drip)
            port = listener.extra(anyio.abc.SocketAttribute.local_port)
            client = way.client(f"http://127.0.0.1:{port}/", None)
            began = monotonic()
            with pytest.raises(TransportError, match="in time"):
                await client.send(MeLink(f"http://127.0.0.1:{port}/me").get(), timeout=0.5)
            assert monotonic() - began < 3
            await client.close()
            group.cancel_scope.cancel()


async def test_cancelling_frees_the_connection_at_once(sandbox):
    async with AsyncClient(f"{sandbox.url}/", ANN, policy=Policy(timeout=60)) as client:
        app = await client.create_application(user_agent="Tests/1.0", culture="en-US")
        events = client.events()
        with anyio.move_on_after(0.3):
            await events.next()
        (server,) = sandbox.backend.applications.values()
        await until(lambda: server.channel.waiting is None)

        assert (await client.send(app.embedded.me.links.self.get())).rel == "me"


def test_closing_wakes_waiting_callers(sandbox):
    from threading import Thread

    client = Client(f"{sandbox.url}/", ANN, policy=Policy(timeout=60))
    client.open()
    client.create_application(user_agent="Tests/1.0", culture="en-US")
    ended: list[object] = []

    def listen() -> None:
        try:
            ended.append(list(client.events()))
        except Exception as fault:
            ended.append(fault)

    thread = Thread(target=listen)
    thread.start()
    (server,) = sandbox.backend.applications.values()
    deadline = monotonic() + 10
    while server.channel.waiting is None and monotonic() < deadline:
        sleep(0.01)
    client.close()
    thread.join(10)

    assert not thread.is_alive()
    assert ended


@pytest.mark.parametrize("packed", [False, True])
async def test_bodies_are_bounded(way, stranger, packed):
    """The limits hold before and after decompression, for answers and for errors."""
    content = gzip.compress(b"x" * 30_000_000) if packed else b"x" * 3_000_000
    headers = {"Content-Type": "application/json", **({"Content-Encoding": "gzip"} if packed else {})}
    client = way.client(f"{stranger.url}/", None, policy=Policy(largest=1_000_000, attempts=1))
    for status in (200, 500):
        stranger.reply = lambda method, target, status=status: (status, headers, content)
        with pytest.raises(TransportError, match="larger"):
            await client.send(MeLink(f"{stranger.url}/me").get())
    await client.close()


async def test_error_on_demand_is_its_generated_class(way, sandbox):
    async with way.application(sandbox) as (client, app):
        rows = [{"kind": "error", "path": "/me$", "status": 403, "code": "Forbidden", "subcode": "LimitExceeded"}]
        sandbox.backend.faults.add(rows)
        with pytest.raises(ApiError) as raised:
            await client.send(app.embedded.me.links.self.get())

        assert type(raised.value).__name__ == "ForbiddenLimitExceeded"


async def test_client_of_ones_own_is_used_and_stays_open(sandbox):
    seen: list[str] = []
    hooks = {"request": [lambda request: seen.append(request.url.path)]}
    with httpx2.Client(event_hooks=hooks, headers={"X-Mine": "yes"}) as http:
        with Client(f"{sandbox.url}/", ANN, http=http) as client:
            client.create_application(user_agent="Tests/1.0", culture="en-US")
        assert not http.is_closed

    assert "/ucwa/v1/applications" in seen
    assert sandbox.backend.requests[-1].headers["x-mine"] == "yes"
