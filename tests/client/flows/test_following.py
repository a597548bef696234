"""Events that cannot be read completely stop neither the channel nor an operation."""

from __future__ import annotations

import json

import pytest

import ucwa2
from ucwa2._runtime.client.flows.operation_tracking import TrackedOperation, failure
from ucwa2._runtime.client.session.channel import Channel
from ucwa2.errors import DecodeError
from ucwa2.resources.events import EventsLink
from ucwa2.resources.messaging_invitation import MessagingInvitationLink
from ucwa2.resources.start_messaging import StartMessagingLink

HOME = "https://pool.contoso.com/ucwa/"


def event(kind: str, href: str, state: object, **more: object) -> dict[str, object]:
    rel = "messagingInvitation"
    return {"link": {"rel": rel, "href": href}, "type": kind, "_embedded": {rel: state}, **more}


def page(*events: dict[str, object]) -> ucwa2.EventPage:
    body = {"_links": {"next": {"href": "2"}}, "sender": [{"rel": "communication", "href": "/c", "events": events}]}
    found = ucwa2.decode(json.dumps(body), "application/json", base=HOME)
    assert isinstance(found, ucwa2.EventPage)
    return found


def test_unreadable_state_stops_no_operation():
    channel = Channel(EventsLink("1", base=HOME))
    everything = channel.listen()
    following = TrackedOperation(channel, StartMessagingLink("start", base=HOME).post(operation_id="7", to="sip:a"))
    following.started(MessagingInvitationLink("mine", base=HOME), anew=False)
    reason = {"code": "RemoteFailure", "subcode": "Declined"}

    channel.answer(
        page(
            event("started", "other", 5),
            event("started", "mine", {"operationId": "7", "_links": 1}),
            event("completed", "mine", [5], reason=reason, status="Failure"),
        )
    )

    assert len(everything) == 3
    started, completed = (following.see(following._consumer.take()) for _ in range(2))
    assert (started.type, started.state["operationId"], completed.type) == ("started", "7", "completed")
    assert following.last is completed
    assert failure(completed).reason.subcode == "Declined"
    with pytest.raises(
        DecodeError, match=r"\$\.sender\[0\]\.events\[2\]\._embedded\.messagingInvitation\[0\]: expected"
    ):
        completed.state  # noqa: B018
