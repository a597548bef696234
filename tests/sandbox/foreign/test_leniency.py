"""What a server refuses is refused: guests of no meeting, people and numbers that do not exist, formats, settings."""

from __future__ import annotations

import json

import pytest
from tests.sandbox.foreign.bare import Line, link, ready

HTML = {"Content-Type": "text/html"}
MESSAGING = '{"SupportedModalities":["Messaging"]%s}'
BOTH = MESSAGING % ',"SupportedMessageFormats":["Plain","Html"]'
GUEST = "urn:microsoft.rtc:anonmeeting"


def guest(sandbox, uri: str) -> tuple[int, str | None]:
    form = f"grant_type={GUEST}&password={uri.rpartition(':')[2]}&ms_rtc_conferenceuri={uri}"
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    found = Line(sandbox.url).send("POST /webticket/oauthtoken", form, kind)
    return found.status, found.json.get("error")


def test_guest_of_a_meeting_is_let_in(ann_line, sandbox):
    made = ann_line.send("POST ~/onlineMeetings/myOnlineMeetings", "{}").json

    assert guest(sandbox, made["onlineMeetingUri"]) == (200, None)


@pytest.mark.parametrize("who", ["ann@contoso.com", "unknown@contoso.com"])
def test_guest_of_no_meeting_is_refused(sandbox, who):
    assert guest(sandbox, f"sip:{who};gruu;opaque=app:conf:focus:id:4711") == (400, "invalid_grant")


def test_guest_of_a_meeting_that_is_over_is_refused(ann_line, sandbox):
    made = ann_line.send("POST ~/onlineMeetings/myOnlineMeetings", "{}")
    ann_line.send(f"DELETE {made['Location']}")

    assert guest(sandbox, made.json["onlineMeetingUri"]) == (400, "invalid_grant")


def test_meeting_of_an_organizer_elsewhere_can_be_named(sandbox):
    uri = "sip:zoe@fabrikam.com;gruu;opaque=app:conf:focus:id:4711"
    sandbox.backend.settings.meetings = [uri]

    assert guest(sandbox, uri) == (200, None)


@pytest.mark.parametrize("uri", ["sip:zoe@fabrikam.com;gruu;opaque=app:conf:focus:id:1", "x", "sip:ann@contoso.com"])
def test_meeting_that_does_not_exist_is_not_joined(ann_line, uri):
    found = ann_line.send("POST ~/communication/joinOnlineMeeting", json.dumps({"onlineMeetingUri": uri}))

    assert found.error == (404, "NotFound", "DestinationNotFound")


def outcome(line: Line, operation: str, to: str, rel: str) -> tuple[str | None, str | None, str | None]:
    """How an invitation ended: its status, and the code and subcode of its reason."""
    made = line.send(f"POST ~/communication/{operation}", json.dumps({"to": to, "operationId": "1"}))
    assert made.status == 201, made.content
    ended = [event for _ in range(5) for event in line.events(rel) if event["type"] == "completed"]
    reason = ended[0].get("reason", {})
    return ended[0]["status"], reason.get("code"), reason.get("subcode")


NOT_FOUND = ("Failure", "NotFound", "DestinationNotFound")
INVITATIONS = [
    ("startMessaging", "messagingInvitation"),
    ("startPhoneAudio", "phoneAudioInvitation"),
    ("startAudio", "audioVideoInvitation"),
    ("startAudioVideo", "audioVideoInvitation"),
]


@pytest.mark.parametrize(("operation", "rel"), INVITATIONS)
@pytest.mark.parametrize(
    "to", ["sip:unknown@contoso.com", "sip:", "tel:", "tel:12ab", "tel:911", "mailto:bob@contoso.com"]
)
def test_address_that_does_not_exist_cannot_be_reached(ann_line, operation, rel, to):
    if operation != "startMessaging":
        operation_said = operation
        made = ann_line.send(
            f"POST ~/communication/{operation_said}",
            json.dumps(
                {"to": to, "operationId": "1", "sessionContext": "s", "_links": {"mediaOffer": {"href": "data:,v=0"}}}
            ),
        )
        assert made.status == 201, made.content
        (ended,) = [event for event in ann_line.events(rel) if event["type"] == "completed"]
        assert (ended["status"], ended["reason"]["code"], ended["reason"]["subcode"]) == NOT_FOUND
    else:
        assert outcome(ann_line, operation, to, rel) == NOT_FOUND


@pytest.mark.parametrize(("operation", "_rel"), INVITATIONS)
@pytest.mark.parametrize("to", ['"to":"",', '"to":"  ",', ""])
def test_invitation_to_a_blank_address_is_refused(ann_line, operation, _rel, to):
    offer = '"sessionContext":"s","_links":{"mediaOffer":{"href":"data:,v=0"}}'
    found = ann_line.send(f"POST ~/communication/{operation}", f'{{{to}"operationId":"1",{offer}}}')

    assert found.error == (400, "BadRequest", "ParameterValidationFailure")


def test_number_that_exists_is_reached(ann_line):
    assert outcome(ann_line, "startPhoneAudio", "tel:+14255550100", "phoneAudioInvitation")[0] == "Success"


def test_numbers_that_exist_are_a_setting(ann_line, sandbox):
    sandbox.backend.settings.numbers = ["tel:+1425*"]

    assert outcome(ann_line, "startPhoneAudio", "tel:+4930123456", "phoneAudioInvitation") == NOT_FOUND
    assert outcome(ann_line, "startPhoneAudio", "tel:+14255550100", "phoneAudioInvitation")[0] == "Success"


def talk(sandbox, ann_says: str, bob_says: str) -> tuple[Line, Line, dict, str]:
    """A conversation between two applications that said this of themselves; messaging as Ann sees it."""
    ann, bob = ready(sandbox.url, "ann@contoso.com", ann_says), ready(sandbox.url, "bob@contoso.com", bob_says)
    ann.send("POST ~/communication/startMessaging", '{"to":"sip:bob@contoso.com","operationId":"1"}')
    started, updated = bob.events("messagingInvitation")
    assert (started["type"], updated["type"]) == ("started", "updated")
    bob.send(f"POST {link(updated['_embedded']['messagingInvitation'], 'accept')}")
    messaging = ann.events("messaging")[-1]["_embedded"]["messaging"]
    return ann, bob, messaging, link(messaging, "sendMessage")


@pytest.mark.parametrize(
    ("ann_says", "bob_says", "formats", "status"),
    [
        (BOTH, BOTH, ["Plain", "Html"], 201),
        (BOTH, MESSAGING % "", ["Plain"], 415),
        (MESSAGING % ',"SupportedMessageFormats":["Plain"]', BOTH, ["Plain"], 415),
    ],
)
def test_only_formats_that_both_sides_take_are_sent(sandbox, ann_says, bob_says, formats, status):
    ann, bob, messaging, send = talk(sandbox, ann_says, bob_says)

    assert messaging["negotiatedMessageFormats"] == formats
    assert ann.send(f"POST {send}", "<b>x</b>", HTML).status == status
    assert len(bob.events("message")) == (status == 201)
    assert ann.send(f"POST {send}", "x", {"Content-Type": "text/plain"}).status == 201


@pytest.mark.parametrize(
    "values",
    [
        {"call_states": {"tel:+1": "Bogus"}},
        {"call_states": {"tel:+1": {"state": "Bogus"}}},
        {"call_states": {"tel:+1": {"state": "Failed", "subcod": "Busy"}}},
        {"call_states": {"tel:+1": {"after": -1}}},
        {"call_states": {"tel:+1": 5}},
        {"call_seconds": -1},
        {"application_life": -1},
        {"expired_status": 402},
        {"empty_status": 204},
        {"channel_timeout": 0},
        {"batch_limit": 0},
        {"most_applications": 0},
        {"token_life": -1},
        {"guest_life": "long"},
        {"redirect": 5},
        {"failover": ["x"]},
        {"meetings": "x"},
        {"numbers": [5]},
        {"no_such_setting": 1},
    ],
    ids=str,
)
def test_setting_that_is_wrong_is_refused_by_name(sandbox, values):
    found = Line(sandbox.url).send("POST /sandbox/settings", json.dumps(values))

    assert found.status == 400
    assert next(iter(values)) in found.json["message"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("call_states", {"tel:+1": "Bogus"}), ("expired_status", 402), ("call_seconds", -1), ("batch_limit", "x")],
)
def test_setting_that_is_wrong_cannot_be_given_in_a_program(sandbox, name, value):
    with pytest.raises(ValueError, match=name):
        setattr(sandbox.backend.settings, name, value)


def test_outcome_that_is_wrong_is_named_when_it_is_due(ann_line, sandbox):
    sandbox.backend.settings.call_states["tel:+14255550100"] = {"state": "Bogus"}
    found = ann_line.send("POST ~/communication/startPhoneAudio", '{"to":"tel:+14255550100"}')

    assert found.status == 500
    assert "call_states" in found.json["message"]
