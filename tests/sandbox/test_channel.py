"""The event channel: which events are delayed and aggregated, and which of several requests wins."""

from __future__ import annotations

import anyio
import pytest

from ucwa2.sandbox import SandboxBackend, Settings
from ucwa2.sandbox.handlers.events import raise_event
from ucwa2.sandbox.pages.catalogue import catalogue
from ucwa2.sandbox.state.bounded_log import BYTES, ENTRIES
from ucwa2.sandbox.state.event_channel import EventChannel

ME = ("me", "/me")


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def channel(clock) -> EventChannel:
    return EventChannel("/events", clock)


def event(kind: str = "updated", name: str = "note", **more: object) -> dict[str, object]:
    return {"link": {"rel": name, "href": f"/me/{name}"}, "type": kind, **more}


def told(channel: EventChannel) -> list[dict[str, object]]:
    answer = channel.page(channel._next, at_last=True)
    assert answer is not None
    return [one for sender in answer["sender"] for one in sender["events"]]


def test_updates_of_one_thing_become_the_last_of_them(channel):
    for state in ("first", "second", "last"):
        channel.add(ME, event(status=state))
        channel.add(ME, event(name="presence"))

    assert [(one["link"]["rel"], one.get("status")) for one in told(channel)] == [("note", "last"), ("presence", None)]


def test_update_is_not_told_before_what_came_between(channel):
    for kind in ("updated", "deleted", "added", "updated", "updated"):
        channel.add(ME, event(kind))

    assert [one["type"] for one in told(channel)] == ["updated", "deleted", "added", "updated"]


def test_event_is_sent_again_when_its_resource_changes(channel):
    channel.add(ME, event())
    assert len(told(channel)) == 1
    channel.add(ME, event())
    assert len(told(channel)) == 1


def test_update_waits_no_longer_than_the_first_of_them(channel, clock):
    channel.add(ME, event(), "medium")
    clock.now += 4
    channel.add(ME, event(), "medium")

    assert channel.due_at() == 1005


def test_more_urgent_update_hurries_the_one_before(channel):
    channel.add(ME, event(), "low")
    channel.add(ME, event(), "high")

    assert channel.due_at() == 1000


def test_tuning_holds_for_what_is_pending(channel, clock):
    channel.add(ME, event(), "medium")
    channel.tune({"medium": 100})
    assert channel.due_at() == 1100

    channel.tune({"medium": 5})
    assert channel.due_at() == 1005


@pytest.mark.parametrize(
    ("kind", "rel", "priority"),
    [
        ("updated", "presence", "medium"),
        ("added", "conversation", "high"),
        ("updated", "me", "medium"),
        ("updated", "nobody", "high"),
    ],
)
def test_priority_is_that_of_the_page(kind, rel, priority):
    assert catalogue().priority(kind, rel) == priority


def test_event_is_as_urgent_as_its_page_says():
    clock = Clock()
    backend = SandboxBackend(clock=clock)
    application = backend.new_application(backend.users["ann@contoso.com"], {})

    raise_event(backend, application, "updated", "presence", "/presence", "me")
    assert application.channel.due_at() == 1005

    raise_event(backend, application, "updated", "note", "/note", "me", priority="high")
    assert application.channel.due_at() == 1000


def test_settings_may_shorten_the_wait():
    backend = SandboxBackend()
    channels = [backend.new_application(backend.users["ann@contoso.com"], {}).channel, backend.common.channel]
    backend.settings = Settings(channel_timeout=0.5)

    assert [channel.timeout for channel in channels] == [0.5, 0.5]

    channels[0].tune({"timeout": 200})
    assert [channel.timeout for channel in channels] == [200, 0.5]

    channels[0].lose()
    assert [channel.timeout for channel in channels] == [0.5, 0.5]


@pytest.mark.parametrize("priority", ["high", "medium", "low"])
def test_no_event_waits_where_the_settings_say_so(priority):
    backend = SandboxBackend(clock=Clock())
    application = backend.new_application(backend.users["ann@contoso.com"], {})
    backend.settings = Settings(prompt_events=True)

    raise_event(backend, application, "updated", "note", "/note", "me", priority=priority)

    assert application.channel.due_at() == 1000


@pytest.mark.anyio
@pytest.mark.parametrize(
    "query", ["low=4", "low=1801", "medium=x", "medium=nan", "timeout=1", "timeout=1801", "priority=x", "ack=x"]
)
async def test_parameter_beyond_its_limits(ann, query):
    found = await ann.ask("GET", f"~/events?{query}")

    assert (found.status_code, found.json()["subcode"]) == (400, "ParameterValidationFailure")
    assert query.partition("=")[0] in found.text


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("first", "second", "replaced"), [(0, 0, "first"), (1, 2, "first"), (2, 1, "second"), (1, 1, "first")]
)
async def test_request_of_a_lower_priority_replaces_none(ann, first, second, replaced):
    statuses: dict[str, int] = {}
    ack = ann.application.channel._next

    async def ask(name: str, priority: int) -> None:
        found = await ann.ask("GET", f"~/events?ack={ack}&priority={priority}&medium={10 + priority}")
        statuses[name] = found.status_code
        ann.application.channel.add(ME, event())
        ann.backend.notify()

    async with anyio.create_task_group() as group:
        group.start_soon(ask, "first", first)
        while ann.application.channel.waiting is None:
            await anyio.sleep(0.001)
        group.start_soon(ask, "second", second)

    assert statuses == {"first": 200, "second": 200, replaced: 409}
    assert ann.application.channel.delays["medium"] == 10 + max(first, second)


def test_log_of_pages_is_bounded(channel):
    for _ in range(ENTRIES + 50):
        channel.add(ME, event())
        told(channel)

    assert len(channel.log) == ENTRIES
    assert channel.log[-1] == (ENTRIES + 50, (ENTRIES + 50,))


def test_log_of_large_pages_is_bounded_in_bytes(channel):
    for _ in range(300):
        for number in range(50):
            channel.add(ME, event("added", f"n{number}"))
        channel._pending = channel._pending * 100
        told(channel)

    assert sum(len(numbers) for _, numbers in channel.log) * 8 <= BYTES
    assert 1 < len(channel.log) < 300
