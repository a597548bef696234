"""What a program finds that schedules meetings, talks in them, and searches: times, links and messages."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest
from tests.sandbox.foreign.bare import Line, link

MEETINGS = "~/onlineMeetings/myOnlineMeetings"


def seconds_left(meeting: dict[str, Any]) -> float:
    found = re.fullmatch(r"/Date\((\d+)\)/", meeting["expirationTime"])
    assert found
    return int(found[1]) / 1000 - time.time()


@pytest.mark.parametrize("said", ["{}", '{"expirationTime":null}'])
def test_meeting_expires_after_eight_hours_unless_a_time_is_given(ann_line, said):
    made = ann_line.send(f"POST {MEETINGS}", said).json

    assert seconds_left(made) == pytest.approx(8 * 3600, abs=60)


def test_time_of_a_meeting_is_kept_and_a_change_without_one_gives_eight_hours(ann_line):
    made = ann_line.send(f"POST {MEETINGS}", '{"expirationTime":"/Date(1900000000000)/"}')
    body = made.json
    assert body["expirationTime"] == "/Date(1900000000000)/"
    del body["expirationTime"]

    changed = ann_line.send(f"PUT {link(body, 'self')}", json.dumps(body), {"If-Match": made["ETag"]})

    assert seconds_left(changed.json) == pytest.approx(8 * 3600, abs=60)


def test_assigned_meeting_has_not_expired(ann_line):
    (assigned,) = ann_line.send(f"GET {MEETINGS}").json["_embedded"]["myAssignedOnlineMeeting"]

    assert seconds_left(assigned) > 0


def test_search_can_be_repeated_by_its_own_link(ann_line):
    found = ann_line.send("GET ~/people/search?query=bob@contoso.com&limit=3").json

    assert link(found, "self") == f"{ann_line.home}/people/search?query=bob@contoso.com&limit=3"
    assert ann_line.send(f"GET {link(found, 'self')}").json == found


def connected(line: Line, rel: str, path: str, content: str) -> dict[str, Any]:
    """Begin an invitation, and wait until it is over: how it ended."""
    made = line.send(f"POST {path}", content)
    assert made.status == 201, made.content
    for _ in range(40):
        for event in line.events(rel):
            if event["type"] == "completed" and event["link"]["href"] == made["Location"]:
                return event
    raise AssertionError("the invitation did not end")


def test_messages_are_sent_in_a_meeting_that_was_joined_alone(ann_line, bob_line):
    uri = ann_line.send(f"POST {MEETINGS}", "{}").json["onlineMeetingUri"]
    said = json.dumps({"onlineMeetingUri": uri, "operationId": "1"})
    joined = connected(bob_line, "onlineMeetingInvitation", "~/communication/onlineMeetingInvitations", said)
    assert joined["status"] == "Success"
    conversation = bob_line.send(f"GET {link(joined['_embedded']['onlineMeetingInvitation'], 'conversation')}").json
    messaging = bob_line.send(f"GET {link(conversation, 'messaging')}").json

    added = connected(bob_line, "messagingInvitation", link(messaging, "addMessaging"), '{"operationId":"2"}')

    assert (added["status"], added.get("reason")) == ("Success", None)
    messaging = bob_line.send(f"GET {link(conversation, 'messaging')}").json
    assert messaging["state"] == "Connected"
    sent = bob_line.send(f"POST {link(messaging, 'sendMessage')}", "hello", {"Content-Type": "text/plain"})
    assert sent.status == 201


def test_two_users_who_join_one_meeting_meet(ann_line, bob_line):
    uri = ann_line.send(f"POST {MEETINGS}", "{}").json["onlineMeetingUri"]
    said = json.dumps({"onlineMeetingUri": uri, "operationId": "1"})
    conversations = []
    for line in (ann_line, bob_line):
        joined = connected(line, "onlineMeetingInvitation", "~/communication/onlineMeetingInvitations", said)
        assert joined["status"] == "Success"
        conversations.append(link(joined["_embedded"]["onlineMeetingInvitation"], "conversation"))
    assert names_of_others(ann_line, conversations[0]) == ["Bob Berg"]
    assert names_of_others(bob_line, conversations[1]) == ["Ann Adams"]
    assert [event["type"] for event in ann_line.events("participant")] == ["added"]

    messaging = ann_line.send(f"GET {link(ann_line.send(f'GET {conversations[0]}').json, 'messaging')}").json
    added = connected(ann_line, "messagingInvitation", link(messaging, "addMessaging"), '{"operationId":"2"}')
    assert added["status"] == "Success"
    messaging = ann_line.send(f"GET {link(messaging, 'self')}").json
    assert (
        ann_line.send(f"POST {link(messaging, 'sendMessage')}", "hello", {"Content-Type": "text/plain"}).status == 201
    )

    assert [event["type"] for event in bob_line.events("message")] == ["completed"]


def names_of_others(line, conversation: str) -> list[str]:
    """The names of the others in a conversation."""
    people = line.send(f"GET {link(line.send(f'GET {conversation}').json, 'participants')}").json
    return [line.send(f"GET {one['href']}").json["name"] for one in people["_links"]["participant"]]
