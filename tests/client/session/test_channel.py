"""The state machine of the event channel, without a driver: the next address, the events, and what it skips."""

from __future__ import annotations

import json
from collections import deque
from typing import Any

import ucwa2
from ucwa2 import Reset
from ucwa2._runtime.client.flows.operation_tracking import TrackedOperation
from ucwa2._runtime.client.session.channel import Channel
from ucwa2.resources.application import Application
from ucwa2.resources.events import EventsLink
from ucwa2.resources.start_phone_audio import StartPhoneAudioLink

BASE = "https://pool.contoso.com/ucwa/v1/applications/1"


def page(*hrefs: str, ack: int | None = 2, **links: str) -> Any:
    events = [{"link": {"rel": "note", "href": href}, "type": "updated"} for href in hrefs]
    pointers = {rel: {"href": href} for rel, href in links.items()}
    if ack is not None:
        pointers["next"] = {"href": f"{BASE}/events?ack={ack}"}
    sender = [{"rel": "me", "href": "/me", "events": events}] if events else []
    return ucwa2.decode(json.dumps({"_links": pointers, "sender": sender}), "application/json", base=BASE)


def application(number: int) -> Application:
    links = {"self": {"href": f"/a/{number}"}, "events": {"href": f"/a/{number}/events?ack=1"}}
    return Application.from_json(json.dumps({"rel": "application", "_links": links}), base=BASE)


def channel(**options: int) -> Channel:
    return Channel(EventsLink(f"{BASE}/events?ack=1"), BASE, options=options)


def test_answer_of_a_channel_that_is_gone_leads_nowhere():
    """An answer that comes after the application was created again is dropped: its links lead to the old one."""
    found = channel()
    consumer = found.listen()
    asked = found.asked
    found.lost("application", application(2), "/a/2")
    found.answer(page("/note"), asked)

    assert found.position == "https://pool.contoso.com/a/2/events?ack=1"
    assert isinstance(consumer.take(), Reset)
    assert consumer.take() is None


def test_tuning_is_told_again_after_a_loss_that_the_channel_found_itself():
    found = channel(low=20)
    asked = found.asked
    found.answer(page(), asked)
    assert "low=20" not in found.request().href
    asked = found.asked
    found.lost("application", application(2), "/a/2")
    found.answer(None, asked)

    assert "low=20" in found.request().href


def test_next_address_that_leads_back_is_asked_ever_more_slowly():
    found = channel()

    assert not found.answer(page("/note", ack=1), found.asked)
    assert found.answer(page("/note", "/other", ack=2), found.asked)


def test_invalid_address_does_not_stop_other_events():
    """The server may write anything into an href, which an operation compares with its own."""
    found = channel()
    consumer = found.listen()
    operation = TrackedOperation(found, StartPhoneAudioLink("/call").post(to="sip:bob@contoso.com"))
    operation.started(None, anew=False)
    found.answer(page("/a b", "/note"), found.asked)

    assert [consumer.take().link.href, consumer.take().link.href] == ["/a b", "/note"]
    assert found.position.endswith("ack=2")


def test_events_that_overtake_the_answer_are_kept_until_it_is_there():
    """Events without an embedded resource count too."""
    found = channel()
    call = StartPhoneAudioLink("/call", base=BASE).post(to="sip:bob@contoso.com")
    operation = TrackedOperation(found, call)
    found.answer(page("/invitations/7", "/note"), found.asked)
    operation.started(StartPhoneAudioLink("/invitations/7", base=BASE), anew=False)

    assert [event.link.href for event in operation._consumer._items] == ["/invitations/7"]


def test_event_that_leaves_the_queue_does_not_look_handled_in_between():
    """A listener takes events without the lock, while the thread of a request looks whether it may acknowledge them."""
    found = Channel(EventsLink(f"{BASE}/events?ack=1"), BASE, acknowledge="after handling")
    consumer = found.listen()
    seen = []

    class Queue(deque[Any]):
        def popleft(self) -> Any:
            item = super().popleft()
            seen.append(found.may_go_on)
            return item

    consumer._items = Queue()
    found.answer(page("/note", "/note/2"), found.asked)
    hrefs = [item.link.href for item in (consumer.ready(), consumer.ready()) if item]

    assert (hrefs, seen) == (["/note", "/note/2"], [False, False])
    assert consumer.ready() is None
    assert consumer.take() is None
    assert found.may_go_on


def test_listener_without_references_delays_no_other():
    found = Channel(EventsLink(f"{BASE}/events?ack=1"), BASE, acknowledge="after handling")
    consumer = found.listen()
    found.answer(page("/note"), found.asked)
    assert not found.may_go_on
    del consumer

    assert found.may_go_on


def test_pauses_grow_to_an_end_and_stay_there():
    """A server that is silent for days must not end the channel."""
    found = channel()
    pauses = [found.pause(fruitless=True) for _ in range(5000)]

    assert pauses[:4] == [0, 1, 2, 4]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 30
    assert found.pause(fruitless=False) == 0


def test_application_without_a_channel_is_announced_before_listening_ends():
    found = channel()
    consumer = found.listen()
    plain = Application.from_json('{"rel": "application", "_links": {"self": {"href": "/a/2"}}}', base=BASE)

    assert not found.lost("application", plain, "/a/2")
    assert consumer.take().application is plain
    assert consumer.take() is None
    assert consumer.closed
