"""Calls and meetings: connecting, then connected or failed as configured."""

from __future__ import annotations

import pytest

from ucwa2.enums import ErrorSubcode

OFFER = {"mediaOffer": "data:application/sdp,v=0", "sessionContext": "s"}


def call(person, operation="startPhoneAudio", **said):
    person.events()
    made = person.ask("POST", f"/communication/{operation}", {"to": "tel:+1", "operationId": "op", **said})
    assert made.status == 201, made
    return made.headers["location"]


def test_call_is_connecting_then_connected(ann, clock):
    path = call(ann)
    assert ann.told() == [
        "phoneAudioInvitation started",
        "conversation added",
        "localParticipant added",
        "phoneAudio updated",
    ]
    assert ann.ask("GET", path).body["state"] == "Connecting"
    clock.now += 1
    events = ann.events()
    assert [event.short for event in events] == [
        "participant added",
        "conversation updated",
        "phoneAudio updated",
        "phoneAudioInvitation completed",
    ]
    assert (events[-1].status, events[-1].body["state"], events[-1].body["operationId"]) == (
        "Success",
        "Connected",
        "op",
    )


def test_connected_call_is_listed_read_and_stopped(ann, clock):
    path = call(ann)
    clock.now += 1
    ann.events()
    conversation = ann.ask("GET", path).href("conversation")

    listed = ann.ask("GET", "/communication/conversations").body["_links"]["conversation"]
    assert listed == [{"href": conversation}]
    assert ann.ask("GET", conversation).body["activeModalities"] == ["PhoneAudio"]
    phone = ann.ask("GET", f"{conversation}/phoneAudio")
    assert phone.body["state"] == "Connected"
    assert ann.ask("POST", phone.href("stopPhoneAudio")).status == 204
    told = ann.told()
    assert told[0] == "phoneAudio updated"
    assert told[-1] == "conversation deleted"
    assert ann.ask("GET", conversation).status == 404


def test_call_is_called_off_while_it_is_connecting(ann, clock):
    path = call(ann)
    ann.events()
    assert ann.ask("POST", ann.ask("GET", path).href("cancel")).status == 204
    clock.now += 1

    done = [event for event in ann.events() if event.type == "completed"]
    assert [(event.status, event.reason) for event in done] == [("Failure", ("LocalFailure", "Canceled"))]
    assert ann.ask("POST", f"{path}/cancel").status == 409


def test_moment_is_set(ann, backend, clock):
    backend.settings.call_states["tel:+1"] = {"state": "Connected", "after": 20}
    path = call(ann)
    clock.now += 19
    assert ann.ask("GET", path).body["state"] == "Connecting"
    clock.now += 2
    assert ann.ask("GET", path).body["state"] == "Connected"


@pytest.mark.parametrize("subcode", [*ErrorSubcode][::8])
def test_call_fails_as_told(ann, backend, clock, subcode):
    backend.settings.call_states["tel:+1"] = {"state": "Failed", "code": "LocalFailure", "subcode": subcode.value}
    call(ann)
    clock.now += 1

    done = ann.one("phoneAudioInvitation", "completed")
    assert (done.status, done.reason, done.body["state"]) == ("Failure", ("LocalFailure", subcode.value), "Failed")
    assert ann.ask("GET", "/communication/conversations").body["_links"]["conversation"] == []


def test_plain_state_still_works(ann, backend, clock):
    backend.settings.call_states["tel:+1"] = "Failed"
    call(ann)
    clock.now += 1

    assert ann.one("phoneAudioInvitation", "completed").status == "Failure"


@pytest.mark.parametrize(
    ("operation", "rel", "active"),
    [
        ("startAudio", "audioVideoInvitation", ["Audio"]),
        ("startVideo", "audioVideoInvitation", ["Video"]),
        ("startAudioVideo", "audioVideoInvitation", ["Audio", "Video"]),
        ("startEmergencyCall", "audioVideoInvitation", ["Audio"]),
        ("startOnlineMeeting", "onlineMeetingInvitation", []),
        ("joinOnlineMeeting", "onlineMeetingInvitation", []),
    ],
)
def test_every_invitation_completes(ann, clock, operation, rel, active):
    path = call(ann, operation, **OFFER)
    assert ann.one(rel, "started").body["operationId"] == "op"
    clock.now += 1

    assert ann.one(rel, "completed").status == "Success"
    found = ann.ask("GET", path).body
    assert (found["rel"], found["state"]) == (rel, "Connected")
    assert ann.ask("GET", found["_links"]["conversation"]["href"]).body["activeModalities"] == active


def test_unscheduled_meeting_is_not_joined(ann):
    uri = "sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:NOWHERE"
    refused = ann.ask("POST", "/communication/joinOnlineMeeting", {"onlineMeetingUri": uri})
    made = ann.ask("POST", "/onlineMeetings/myOnlineMeetings", {"subject": "Plans"}).body

    assert (refused.status, *refused.code) == (404, "NotFound", "DestinationNotFound")
    known = {"onlineMeetingUri": made["onlineMeetingUri"]}
    assert ann.ask("POST", "/communication/joinOnlineMeeting", known).status == 201


def test_messaging_is_added_to_a_call(ann, bob, clock):
    """No other user is in a call to a number; the request fails and the call goes on."""
    path = call(ann)
    clock.now += 1
    ann.events()
    conversation = ann.ask("GET", path).href("conversation")
    made = ann.ask("POST", f"{conversation}/messaging/addMessaging", {"operationId": "more"})

    assert made.status == 201
    kinds = [(event.type, event.reason) for event in ann.events() if event.rel == "messagingInvitation"]
    assert kinds == [("started", None), ("completed", ("RemoteFailure", "Unreachable"))]
    assert ann.ask("GET", conversation).body["activeModalities"] == ["PhoneAudio"]


@pytest.mark.parametrize("operation", ["addParticipant", "audioVideo/addAudio", "phoneAudio/addPhoneAudio"])
def test_more_is_added_to_a_conversation(ann, clock, operation):
    conversation = ann.ask("GET", call(ann, "startOnlineMeeting")).href("conversation")
    clock.now += 1
    ann.events()
    said = {"operationId": "more", "to": "tel:+1", **OFFER}
    made = ann.ask("POST", f"{conversation}/{operation}", said)
    assert made.status == 201
    clock.now += 1

    (done,) = [event for event in ann.events() if event.type == "completed"]
    assert (done.href, done.status, done.body["operationId"]) == (made.headers["location"], "Success", "more")
    assert done.body["_links"]["conversation"]["href"] == conversation
    assert ann.ask("POST", f"/communication/conversations/4711/{operation}", said).status == 404
