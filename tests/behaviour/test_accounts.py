"""The resources of an available user, and the user's meetings."""

from __future__ import annotations

import pytest
from tests.behaviour.persons import Person

MEETINGS = "/onlineMeetings/myOnlineMeetings"
REQUIRED = ("Conflict", "MakeMeAvailableRequired")


@pytest.mark.parametrize("what", ["presence", "note", "location"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_presence_is_there_once_the_user_is_available(backend, what, method):
    ann = Person(backend, "ann", available=False)
    said = {"availability": "Busy", "message": "x", "location": "x"}

    assert ann.ask(method, f"/me/{what}", said if method == "POST" else None).code == REQUIRED
    ann.ask("POST", "/communication/makeMeAvailable", {})
    assert ann.ask(method, f"/me/{what}", said if method == "POST" else None).status in (200, 204)


def test_user_is_made_available_once(ann):
    assert ann.ask("POST", "/communication/makeMeAvailable", {}).code == ("Conflict", "AlreadyExists")


def test_second_revision_says_what_was_accepted(backend):
    ann = Person(backend, "ann", available=False)
    said = {"signInAs": "Busy", "supportedModalities": ["Messaging"]}
    done = ann.ask("POST", "/communication/makeMeAvailable", said, x_ms_requiresminresourceversion="2")

    assert (done.status, sorted(done.body["operations"])) == (201, ["signInAs", "supportedModalities"])
    assert ann.ask("GET", "/me/presence").body["availability"] == "Busy"


def test_meetings_belong_to_the_user(ann, bob, backend):
    made = ann.ask("POST", MEETINGS, {"subject": "Plans"})
    other = Person(backend, "ann")

    for person, number in ((ann, 1), (other, 1), (bob, 0)):
        listed = person.ask("GET", MEETINGS).body["_embedded"]
        assert len(listed["myOnlineMeeting"]) == number
        assert len(listed["myAssignedOnlineMeeting"]) == 1
    there = made.headers["location"].replace(ann.path, other.path)
    found = other.ask("GET", there)
    assert found.body["subject"] == "Plans"
    changed = other.ask("PUT", there, {**found.body, "subject": "More"}, if_match=found.headers["etag"])
    assert changed.body["subject"] == "More"
    assert changed.body["onlineMeetingId"] == made.body["onlineMeetingId"]
    assert ann.ask("PUT", made.headers["location"], made.body, if_match=made.headers["etag"]).status == 412


def test_meeting_that_is_gone_or_never_was_is_not_found(ann):
    path = ann.ask("POST", MEETINGS, {"subject": "Plans"}).headers["location"]

    assert ann.ask("GET", f"{MEETINGS}/4711").status == ann.ask("DELETE", f"{MEETINGS}/4711").status == 404
    assert ann.ask("DELETE", path).status == 204
    assert ann.ask("GET", path).status == ann.ask("DELETE", path).status == 404
    assert ann.ask("GET", MEETINGS).body["_embedded"]["myOnlineMeeting"] == []
    assert ann.ask("POST", MEETINGS, {"subject": "Others"}).headers["location"] != path


def test_own_meeting_of_every_user_is_read(ann):
    path = ann.ask("GET", "/onlineMeetings").href("myAssignedOnlineMeeting")

    assert ann.ask("GET", path).body["rel"] == "myAssignedOnlineMeeting"
    assert ann.ask("GET", path).body["organizerUri"] == "sip:ann@contoso.com"
    assert [ann.ask(method, path).status for method in ("DELETE", "GET", "DELETE")] == [204, 404, 404]


def test_extensions_of_a_meeting_are_kept(ann):
    path = ann.ask("POST", MEETINGS, {"subject": "Plans"}).headers["location"]
    place = ann.ask("GET", path).href("onlineMeetingExtensions")
    made = ann.ask("POST", place, {"id": "e1", "type": "RoamedParticipantData", "room": "12"})
    assert (made.status, made.body["id"], made.body["room"]) == (201, "e1", "12")

    own = ann.ask("GET", made.headers["location"])
    assert own.body["room"] == "12"
    changed = ann.ask("PUT", made.headers["location"], {**own.body, "room": "13"}, if_match=own.headers["etag"])
    assert changed.body["room"] == "13"
    for where in (place, path):
        (listed,) = ann.ask("GET", where).body["_embedded"]["onlineMeetingExtension"]
        assert listed["room"] == "13"
    assert ann.ask("DELETE", made.headers["location"]).status == 204
    assert ann.ask("GET", made.headers["location"]).status == 404
    assert ann.ask("GET", place).body["_embedded"]["onlineMeetingExtension"] == []
