"""The event channel: events in order and once, without a busy loop, and a reset where the server lost state."""

from __future__ import annotations

import anyio
import pytest
from tests.protocol.watching import until
from tests.protocol.ways import BOB

from ucwa2 import Policy, Reset
from ucwa2.errors import ApiError, OperationFailed

pytestmark = pytest.mark.anyio


def application(sandbox):
    """The server's side of the only application."""
    (found,) = sandbox.backend.applications.values()
    return found


def happen(sandbox, number: int = 0, *, priority: str = "high") -> None:
    """Raise an event of a resource with a number."""
    owner = application(sandbox)
    event = {"link": {"rel": "note", "href": f"{owner.path}/me/note/{number}"}, "type": "updated"}
    owner.channel.add(("me", f"{owner.path}/me"), event, priority)
    sandbox.backend.notify()


def number(item) -> int:
    return int(item.link.href.rsplit("/", 1)[1])


def asked(sandbox) -> list[str]:
    """Targets of the channel's requests."""
    return [one.target for one in sandbox.backend.requests if one.path.endswith("/events")]


async def take(events, count: int) -> list[int]:
    return [number(await events.next(timeout=10)) for _ in range(count)]


async def test_events_come_in_order_and_once(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        for at in range(50):
            happen(sandbox, at)
        first = await take(events, 50)
        for at in range(50, 60):
            happen(sandbox, at)

        assert first + await take(events, 10) == list(range(60))


async def test_next_link_is_followed_as_it_came(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        for at in range(3):
            happen(sandbox, at)
            await take(events, 1)

        path = application(sandbox).channel.path
        assert asked(sandbox)[:3] == [f"{path}?ack={ack}" for ack in (1, 2, 3)]


async def test_only_one_request_is_pending(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        listeners = [client.events() for _ in range(4)]
        seen: list[int] = []

        async def listen(events) -> None:
            seen.append(number(await events.next(timeout=10)))

        async with anyio.create_task_group() as group:
            for events in listeners:
                group.start_soon(listen, events)
            await until(lambda: asked(sandbox))
            await anyio.sleep(0.2)
            assert len(asked(sandbox)) == 1
            happen(sandbox, 7)

        assert seen == [7] * 4


async def test_every_listener_hears_all_from_when_it_began(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        early = client.events()
        happen(sandbox, 1)
        await take(early, 1)
        late = client.events()
        happen(sandbox, 2)

        assert await take(early, 1) == await take(late, 1) == [2]


async def test_resync_is_told_once_and_the_channel_goes_on(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        happen(sandbox, 1)
        await take(events, 1)
        application(sandbox).channel.slip()
        first = await events.next(timeout=10)
        happen(sandbox, 2)

        assert (type(first), first.cause) == (Reset, "resync")
        assert await take(events, 1) == [2]


async def test_resume_sends_the_tuning_again(way, sandbox):
    async with way.application(sandbox, available=False, channel={"low": 20, "medium": 7, "timeout": 200}) as (
        client,
        _,
    ):
        events = client.events()
        happen(sandbox, 1)
        await take(events, 1)
        application(sandbox).channel.lose()
        first = await events.next(timeout=10)
        happen(sandbox, 2)
        await take(events, 1)

        assert (type(first), first.cause) == (Reset, "resume")
        tuned = ["medium=7" in target for target in asked(sandbox)]
        assert tuned == [True, False, True][: len(tuned)] or (tuned[0] and tuned[-1])
        assert application(sandbox).channel.delays["medium"] == 7


async def test_replaced_request_is_an_error_when_another_client_did_it(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        raised: list[ApiError] = []

        async def listen() -> None:
            try:
                await events.next(timeout=10)
            except ApiError as fault:
                raised.append(fault)

        async with anyio.create_task_group() as group:
            group.start_soon(listen)
            await until(lambda: application(sandbox).channel.waiting)
            other = way.client(f"{sandbox.url}/")
            await other.open()
            await other.attach(f"{sandbox.url}{application(sandbox).path}")
            group.start_soon(swallow, other.events())
            await until(lambda: raised)
            group.cancel_scope.cancel()
        await other.close()

        assert [fault.subcode for fault in raised] == ["PGetReplaced"]


async def swallow(events) -> None:
    with pytest.raises((TimeoutError, StopAsyncIteration)):
        await events.next(timeout=5)


@pytest.mark.parametrize("status", [200, 408])
async def test_nothing_happening_is_no_error(way, sandbox, status):
    sandbox.backend.settings.empty_status = status
    async with way.application(sandbox, available=False) as (client, _):
        application(sandbox).channel.tune({"timeout": 0.1})
        events = client.events()
        with pytest.raises(TimeoutError):
            await events.next(timeout=0.5)
        happen(sandbox, 1)

        assert await take(events, 1) == [1]
        assert len(asked(sandbox)) <= 4


async def test_answers_that_lead_nowhere_are_asked_for_ever_more_slowly(way, sandbox):
    sandbox.backend.faults.add(
        [{"kind": "status", "path": "/events", "status": 408, "code": "ClientTimeout", "times": None}]
    )
    async with way.application(sandbox, available=False) as (client, _):
        with pytest.raises(TimeoutError):
            await client.events().next(timeout=1.5)

        assert len(asked(sandbox)) <= 3


async def test_server_that_fails_for_too_long_is_given_up(way, sandbox):
    policy = Policy(timeout=5.0, first_pause=0.01, patience=0.2)
    async with way.application(sandbox, available=False, policy=policy) as (client, _):
        sandbox.backend.faults.add([{"kind": "html", "path": "/events", "status": 502, "times": None}])
        with pytest.raises(Exception, match="502") as raised:
            await client.events().next(timeout=20)

        assert type(raised.value).__name__ == "TransportError"


async def test_faulty_answers_lose_and_double_nothing(way, sandbox):
    """Each event is seen once, even if its answer was truncated, dropped or late."""
    kinds = ("drop-before", "drop-after", "truncate", "reset", "html")
    rows = [{"kind": kind, "path": "/events", "after": 1, "times": 1} for kind in kinds]
    async with way.application(sandbox, available=False) as (client, _):
        sandbox.backend.faults.add(rows)
        events = client.events()
        seen: list[int] = []
        for at in range(3):
            happen(sandbox, at)
            seen += await take(events, 1)

        assert seen == [0, 1, 2]


async def test_acknowledged_at_once_the_server_forgets_when_the_next_request_is_made(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        happen(sandbox, 1)
        happen(sandbox, 2)
        assert await take(events, 1) == [1]

        assert client.position.endswith("ack=2")


async def test_acknowledged_after_handling_a_new_process_sees_the_last_answer_again(way, sandbox):
    async with way.application(sandbox, available=False, acknowledge="after handling") as (client, _):
        events = client.events()
        happen(sandbox, 1)
        happen(sandbox, 2)
        assert await take(events, 2) == [1, 2]
        position, place = client.position, f"{sandbox.url}{application(sandbox).path}"
        assert position.endswith("ack=1")

        async with way.client(f"{sandbox.url}/", acknowledge="after handling") as other:
            await other.attach(place, position)
            again = other.events()
            assert await take(again, 2) == [1, 2]
            happen(sandbox, 3)
            assert await take(again, 1) == [3]


async def test_position_after_the_last_event_was_handled_acknowledges_it(way, sandbox):
    async with way.application(sandbox, available=False, acknowledge="after handling") as (client, _):
        events = client.events()
        happen(sandbox, 1)
        happen(sandbox, 2)
        for ack in (1, 2):
            await take(events, 1)
            events.handled()
            assert client.position.endswith(f"ack={ack}")


async def test_position_goes_on_in_a_new_process(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        happen(sandbox, 1)
        assert await take(events, 1) == [1]
        position, place = client.position, f"{sandbox.url}{application(sandbox).path}"
    happen(sandbox, 2)
    async with way.client(f"{sandbox.url}/") as other:
        await other.attach(place, position)

        assert await take(other.events(), 1) == [2]


async def test_operation_is_followed_by_its_id_though_its_events_come_first(way, sandbox):
    """The answer that announces it is late, and another task fetches its events meanwhile."""
    async with way.application(sandbox) as (client, app):
        everything = client.events()
        heard: list[tuple[str, str]] = []

        async def listen() -> None:
            while True:
                event = await everything.next()
                heard.append((event.type, event.rel))

        sandbox.backend.faults.add([{"kind": "late", "path": "startPhoneAudio", "seconds": 0.5}])
        dial = app.embedded.communication.links.start_phone_audio.post(to="tel:+14255550100")
        async with anyio.create_task_group() as group:
            group.start_soon(listen)
            async with client.start(dial) as operation:
                assert ("completed", "phoneAudioInvitation") in heard
                kinds = [event.type async for event in operation]
                invitation = await operation.result(timeout=10)
            group.cancel_scope.cancel()

        assert kinds == ["started", "completed"]
        assert invitation.operation_id == dial.operation_id == operation.id


async def test_operation_that_fails_raises_its_reason(way, sandbox):
    sandbox.backend.settings.call_states["sip:nobody@contoso.com"] = "Failed"
    async with way.application(sandbox) as (client, app):
        dial = app.embedded.communication.links.start_phone_audio.post(to="sip:nobody@contoso.com")
        async with client.start(dial) as operation:
            with pytest.raises(OperationFailed) as raised:
                await operation.result(timeout=10)

        assert raised.value.reason.code
        assert raised.value.reason.subcode


async def test_operation_ends_where_the_server_loses_its_state(way, sandbox):
    async with way.application(sandbox) as (client, app):
        invite = app.embedded.communication.links.start_messaging.post(to="sip:bob@contoso.com")
        async with way.application(sandbox, BOB) as _, client.start(invite) as operation:
            assert (await operation.next(timeout=10)).type == "started"
            owner = next(one for one in sandbox.backend.applications.values() if one.user.name.startswith("ann"))
            owner.channel.lose()
            sandbox.backend.notify()
            with pytest.raises(OperationFailed, match="lost"):
                await operation.result(timeout=10)


async def test_message_between_two_users_is_fetched(way, sandbox):
    async with way.application(sandbox) as (ann, app), way.application(sandbox, BOB) as (bob, _):
        incoming = bob.events()
        invite = app.embedded.communication.links.start_messaging.post(to="sip:bob@contoso.com")
        async with ann.start(invite) as operation:
            event = await first(incoming, "messagingInvitation", "started")
            await bob.send(event.state.links.accept.post())
            invitation = await operation.result(timeout=10)
        conversation = await ann.send(invitation.links.conversation.get())
        messaging = await ann.send(conversation.links.messaging.get())
        await ann.send(messaging.links.send_message.post("Hello, Bob", content_type="text/plain"))
        message = await first(incoming, "message", "completed")

        assert message.state.plain_message.text == "Hello, Bob"


async def first(events, rel: str, kind: str):
    """The next event of a kind."""
    while True:
        event = await events.next(timeout=10)
        if (getattr(event, "rel", None), getattr(event, "type", None)) == (rel, kind):
            return event
