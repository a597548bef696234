"""Waiting: every wait ends in time, and shared work goes on when one of its callers gives up."""

from __future__ import annotations

import threading
from time import monotonic, sleep

import anyio
import pytest
from tests.protocol.channel.test_events import happen, number
from tests.protocol.watching import application_of, paths
from tests.protocol.ways import ANN

from ucwa2 import AsyncClient, Client, Reset, TokenGrant
from ucwa2.errors import TransportError, UcwaError

pytestmark = pytest.mark.anyio


async def test_call_ends_in_time_while_another_renews_the_token(way, sandbox):
    """The token function is slow; its late result serves later calls."""
    async with way.application(sandbox) as (_, app):
        (good,) = sandbox.backend.tokens
        asked: list[float] = []

        def token() -> str:
            asked.append(monotonic())
            if len(asked) > 1:
                sleep(1.5)
            return good

        async with way.client(f"{sandbox.url}/", TokenGrant(token)) as client:
            call = app.links.self.get()
            sandbox.backend.faults.add([{"kind": "status", "status": 401, "code": "Unauthorized", "path": "101$"}])
            began = monotonic()
            with pytest.raises(TransportError, match="in time"):
                await client.send(call, timeout=0.4)
            assert monotonic() - began < 1.2

            assert (await client.send(call)).rel == "application"
            assert len(asked) == 2


async def test_application_is_made_once_when_all_callers_give_up(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        sandbox.backend.faults.add([{"kind": "latency", "seconds": 1, "method": "POST", "path": "applications$"}])
        sandbox.backend.lose(application_of(sandbox))
        found = None
        while found is None:
            try:
                found = await events.next(timeout=0.2)
            except TimeoutError:
                continue

        assert isinstance(found, Reset)
        assert paths(sandbox, "POST").count("/ucwa/v1/applications") == 2


async def test_loss_that_a_call_finds_is_heard_at_once(way, sandbox):
    """This holds even while the channel's request still waits for the lost application."""
    async with way.application(sandbox, available=False) as (client, app):
        sandbox.backend.faults.add([{"kind": "latency", "seconds": 4, "path": "/events"}])
        events = client.events()
        with pytest.raises(TimeoutError):
            await events.next(timeout=0.1)
        sandbox.backend.lose(application_of(sandbox))
        await client.send(app.links.self.get())

        assert (await events.next(timeout=2)).cause == "application"


async def test_listener_that_says_handled_lets_the_others_go_on(way, sandbox):
    async with way.application(sandbox, available=False, acknowledge="after handling") as (client, _):
        one, other = client.events(), client.events()
        happen(sandbox, 1)
        assert [number(await one.next(timeout=5)), number(await other.next(timeout=5))] == [1, 1]

        async def handle() -> None:
            await anyio.sleep(0.3)
            happen(sandbox, 2)
            other.handled()

        async with anyio.create_task_group() as group:
            group.start_soon(handle)
            assert number(await one.next(timeout=5)) == 2


async def test_throttled_channel_waits_and_goes_on(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        sandbox.backend.faults.add([{"kind": "status", "status": 429, "path": "/events", "times": 6}])
        events = client.events()
        happen(sandbox, 1)

        assert number(await events.next(timeout=20)) == 1


def test_change_may_wait_for_others_that_use_the_client(sandbox):
    """A slow function of the user does not block other calls."""
    with Client(f"{sandbox.url}/", ANN) as client:
        app = client.create_application(user_agent="Tests/1.0", culture="en-US")
        meetings = client.send(app.embedded.online_meetings.links.my_online_meetings.get())
        meeting = client.send(meetings.links.self.post(subject="Plans"))
        found: list[str] = []

        def change(base):
            other = threading.Thread(target=lambda: found.append(client.send(app.links.self.get()).rel))
            other.start()
            other.join(5)
            return {"subject": f"{base.subject}!"}

        assert client.update(meeting.links.self, change).subject == "Plans!"
        assert found == ["application"]


async def test_listener_that_gives_up_again_and_again_hears_what_comes(sandbox):
    """Each time the request of the channel is stopped; the next one starts again."""
    async with AsyncClient(f"{sandbox.url}/", ANN) as client:
        await client.create_application(user_agent="Tests/1.0", culture="en-US")
        events, heard = client.events(), []
        for at in range(8):
            if at == 6:
                happen(sandbox, 1)
            with anyio.move_on_after(2 if at >= 6 else 0.05):
                heard.append(number(await events.next()))
                break

        assert heard == [1]


async def test_dropped_listener_delays_no_other(way, sandbox):
    async with way.application(sandbox, available=False, acknowledge="after handling") as (client, _):
        one, other = client.events(), client.events()
        happen(sandbox, 1)
        assert [number(await one.next(timeout=5)), number(await other.next(timeout=5))] == [1, 1]

        async def drop() -> None:
            nonlocal other
            await anyio.sleep(0.3)
            happen(sandbox, 2)
            del other

        async with anyio.create_task_group() as group:
            group.start_soon(drop)
            assert number(await one.next(timeout=6)) == 2


async def test_batch_that_comes_late_makes_no_further_application(way, sandbox):
    """Its application was lost, and another task has created it again meanwhile."""
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "late", "seconds": 1, "path": "/batch"}])
        sandbox.backend.lose(application_of(sandbox))
        outcomes = []

        async def send() -> None:
            outcomes.extend(await client.batch(app.links.self.get()))

        async with anyio.create_task_group() as group:
            group.start_soon(send)
            await anyio.sleep(0.2)
            await client.send(app.links.self.get())

        assert [outcome.error for outcome in outcomes] == [None]
        assert paths(sandbox, "POST").count("/ucwa/v1/applications") == 2


def test_blocking_client_shares_no_connection_between_calls(sandbox):
    with pytest.raises(UcwaError, match=r"HTTP/1\.1"):
        Client(f"{sandbox.url}/", ANN, http2=True)


async def test_batch_tells_what_ran_though_the_application_is_gone_meanwhile(way, sandbox):
    async with way.application(sandbox) as (client, app):
        calls = [app.links.self.get() for _ in range(150)]
        core = getattr(client, "inner", client)._session
        sandbox.backend.faults.add([{"kind": "late", "seconds": 0.5, "path": "/batch"}])

        async def close() -> None:
            await anyio.sleep(0.2)
            core.application = None

        async with anyio.create_task_group() as group:
            group.start_soon(close)
            outcomes = await client.batch(*calls)

        assert [outcome.error is None for outcome in outcomes] == [True] * 100 + [False] * 50
