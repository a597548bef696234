"""Waiting: every wait ends in time, and shared work goes on when one of its callers gives up."""

from __future__ import annotations

import threading
from time import monotonic, sleep

import anyio
import httpx2
import pytest
from tests.protocol.test_applications import paths, until
from tests.protocol.test_events import happen, number
from tests.protocol.ways import ANN

from ucwa2 import AsyncClient, Client, Policy, Reset, TokenGrant
from ucwa2.errors import TransportError, UcwaError

pytestmark = pytest.mark.anyio


def started(sandbox) -> int:
    return paths(sandbox, "POST").count(f"{_application(sandbox).path}/communication/startPhoneAudio")


def _application(sandbox):
    return next(iter(sandbox.backend.applications.values()))


def dial(app):
    return app.embedded.communication.links.start_phone_audio.post(to="tel:+14255550100")


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
        sandbox.backend.lose(_application(sandbox))
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
        sandbox.backend.lose(_application(sandbox))
        await client.send(app.links.self.get())

        assert (await events.next(timeout=2)).cause == "application"


async def test_operation_begins_once_for_all_callers(way, sandbox):
    async with way.application(sandbox) as (client, app):
        operation = client.start(dial(app))
        results = []

        async def ask() -> None:
            results.append(await operation.result(timeout=10))

        async with anyio.create_task_group() as group:
            for _ in range(3):
                group.start_soon(ask)

        assert len(results) == 3
        assert started(sandbox) == 1


async def test_operation_goes_on_when_its_first_caller_gives_up(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "late", "seconds": 0.8, "path": "startPhoneAudio"}])
        operation = client.start(dial(app))
        with pytest.raises(TimeoutError):
            await operation.result(timeout=0.2)

        assert (await operation.result(timeout=10)).rel == "phoneAudioInvitation"
        assert started(sandbox) == 1


async def test_operation_whose_answer_was_lost_is_not_begun_again(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "drop-before", "path": "startPhoneAudio"}])
        operation = client.start(dial(app))
        for _ in range(2):
            with pytest.raises(TransportError):
                await operation.result(timeout=10)

        assert started(sandbox) == 1


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


async def test_closing_a_listener_ends_what_waits_for_it(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        ended: list[float] = []

        async def listen() -> None:
            async for _ in events:
                pass
            ended.append(monotonic())

        async with anyio.create_task_group() as group:
            group.start_soon(listen)
            await until(lambda: _application(sandbox).channel.waiting is not None)
            events.close()
            with anyio.fail_after(3):
                await until(lambda: bool(ended))


async def test_throttled_channel_waits_and_goes_on(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        sandbox.backend.faults.add([{"kind": "status", "status": 429, "path": "/events", "times": 6}])
        events = client.events()
        happen(sandbox, 1)

        assert number(await events.next(timeout=20)) == 1


async def test_closed_client_does_nothing_until_it_is_entered_again(way, sandbox):
    client = way.client(f"{sandbox.url}/")
    async with client:
        app = await client.create_application(user_agent="Tests/1.0", culture="en-US")
    asked = len(sandbox.backend.requests)
    with pytest.raises(UcwaError, match="closed"):
        await client.send(app.links.self.get())
    assert len(sandbox.backend.requests) == asked

    async with client:
        assert (await client.send(app.links.self.get())).rel == "application"


async def test_deleting_that_hangs_does_not_hide_what_went_wrong(way, sandbox):
    policy = Policy(timeout=0.5, attempts=1)
    sandbox.backend.faults.add([{"kind": "latency", "seconds": 3, "method": "DELETE"}])
    with pytest.raises(ZeroDivisionError):
        async with way.application(sandbox, delete_on_close=True, policy=policy):
            raise ZeroDivisionError


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


async def test_application_is_deleted_though_the_block_was_cancelled(sandbox):
    with anyio.move_on_after(0.3):
        async with AsyncClient(f"{sandbox.url}/", ANN, delete_on_close=True) as client:
            await client.create_application(user_agent="Tests/1.0", culture="en-US")
            await anyio.sleep(10)

    assert sandbox.backend.applications == {}


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


async def test_operation_that_may_have_begun_is_not_begun_again(way, sandbox):
    """A timeout of a gateway does not tell whether the server has carried out the request."""
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "status", "status": 504, "path": "startPhoneAudio", "times": None}])
        operation = client.start(dial(app))
        for _ in range(2):
            with pytest.raises(UcwaError):
                await operation.result(timeout=10)

        assert started(sandbox) == 1


async def test_batch_that_comes_late_makes_no_further_application(way, sandbox):
    """Its application was lost, and another task has created it again meanwhile."""
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "late", "seconds": 1, "path": "/batch"}])
        sandbox.backend.lose(_application(sandbox))
        outcomes = []

        async def send() -> None:
            outcomes.extend(await client.batch(app.links.self.get()))

        async with anyio.create_task_group() as group:
            group.start_soon(send)
            await anyio.sleep(0.2)
            await client.send(app.links.self.get())

        assert [outcome.error for outcome in outcomes] == [None]
        assert paths(sandbox, "POST").count("/ucwa/v1/applications") == 2


def test_client_that_is_entered_while_it_is_being_closed(sandbox):
    client = Client(f"{sandbox.url}/", ANN, delete_on_close=True)
    client.open().create_application(user_agent="Tests/1.0", culture="en-US")
    sandbox.backend.faults.add([{"kind": "latency", "seconds": 0.6, "method": "DELETE"}])
    closing = threading.Thread(target=client.close)
    closing.start()
    sleep(0.2)
    client.open()
    closing.join(10)
    app = client.create_application(user_agent="Tests/1.0", culture="en-US")

    assert client.send(app.links.self.get()).rel == "application"
    client.close()


def test_transport_of_ones_own_serves_others_afterwards(sandbox):
    transport = httpx2.HTTPTransport()
    for _ in range(2):
        with Client(f"{sandbox.url}/", ANN, transport=transport) as client:
            client.create_application(user_agent="Tests/1.0", culture="en-US")
    with httpx2.Client(transport=transport, timeout=None) as http:
        assert http.get(f"{sandbox.url}/").status_code == 200


def test_blocking_client_shares_no_connection_between_calls(sandbox):
    with pytest.raises(UcwaError, match=r"HTTP/1\.1"):
        Client(f"{sandbox.url}/", ANN, http2=True).open()


async def test_client_of_another_process_is_left_alone(way, sandbox):
    """After a fork, the child may use neither the connections nor the application."""
    async with way.application(sandbox, delete_on_close=True) as (client, app):
        inner = getattr(client, "inner", client)
        inner._process, mine = -1, inner._process
        with pytest.raises(UcwaError, match="process"):
            await client.send(app.links.self.get())
        driver, http = inner._driver, inner._http
        await client.close()
        assert len(sandbox.backend.applications) == 1
        inner._process, inner._driver, inner._http = mine, driver, http


async def test_operation_that_never_left_the_client_can_still_begin(way, sandbox):
    async with way.application(sandbox) as (_, app):
        (good,) = sandbox.backend.tokens
        faults: list[OSError] = []

        def token() -> str:
            if faults:
                raise faults.pop()
            return good

        async with way.client(f"{sandbox.url}/", TokenGrant(token)) as client:
            await client.attach(f"{sandbox.url}{app.links.self.href}")
            sandbox.backend.faults.add(
                [{"kind": "status", "status": 401, "code": "Unauthorized", "path": "startPhoneAudio"}]
            )
            faults.append(OSError("no network"))
            operation = client.start(dial(app))
            with pytest.raises(OSError, match="network"):
                await operation.result(timeout=10)

            assert (await operation.result(timeout=10)).rel == "phoneAudioInvitation"


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
