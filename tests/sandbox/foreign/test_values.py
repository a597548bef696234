"""Values are those of the user and of what was said, not those of the samples."""

from __future__ import annotations

import pytest
from tests.sandbox.foreign.bare import Line

MEETINGS = "POST ~/onlineMeetings/myOnlineMeetings"


def texts(value):
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    return [text for item in value for text in texts(item)] if isinstance(value, list) else [value]


def test_application_shows_no_value_of_the_samples(line):
    body = line.begin().json

    assert "samplevalue" not in [text for name in ("id", "instanceId", "endpointId") for text in texts(body.get(name))]
    assert body["id"] == line.home.rpartition("/")[2]
    assert "instanceId" not in body


def test_address_that_is_built_of_the_id_leads_to_the_application(line):
    number = line.begin().json["id"]

    assert line.send(f"GET /ucwa/v1/applications/{number}/me").status == 200


def test_endpoint_of_a_user_is_their_own(line):
    me = line.begin().json["_embedded"]["me"]

    assert me["endpointUri"].startswith("sip:ann@contoso.com;opaque=user:epid:")
    assert me["endpointUri"].endswith(";gruu")
    assert "johndoe" not in str(me)


def test_two_applications_of_a_user_have_two_endpoints(line):
    first = line.begin().json["_embedded"]["me"]["endpointUri"]
    other = line.begin('{"userAgent":"x","endpointId":"other","culture":"en-US"}').json["_embedded"]["me"][
        "endpointUri"
    ]

    assert first != other


def test_modalities_are_empty_until_the_user_is_available(line):
    body = line.begin().json["_embedded"]["communication"]

    assert (body["supportedModalities"], body["supportedMessageFormats"]) == ([], ["Plain"])
    line.send("POST ~/me/makeMeAvailable", '{"SupportedModalities":["Messaging"]}')
    body = line.send("GET ~").json["_embedded"]["communication"]
    assert (body["supportedModalities"], body["supportedMessageFormats"]) == (["Messaging"], ["Plain"])


def test_what_was_said_of_the_phone_and_the_formats_is_shown(line):
    line.begin()
    said = '{"phoneNumber":"tel:+14255550199","SupportedMessageFormats":["Plain","Html"],"audioPreference":"VoipAudio"}'
    line.send("POST ~/me/makeMeAvailable", said)
    body = line.send("GET ~/communication").json

    assert (body["phoneNumber"], body["audioPreference"]) == ("tel:+14255550199", "VoipAudio")
    assert body["supportedMessageFormats"] == ["Plain", "Html"]


@pytest.mark.parametrize("said", ['{"subject":"","description":""}', "{}", ""])
def test_meeting_has_only_what_was_said(ann_line: Line, said: str):
    made = ann_line.send(MEETINGS, said or "{}").json

    assert (made.get("subject", ""), made.get("description", "")) == ("", "")
    assert (made["attendees"], made["leaders"]) == ([], [])
    assert "bmauldin" not in str(made)
    assert made["onlineMeetingId"] in made["legacyOnlineMeetingUri"]


def test_text_that_is_empty_replaces_the_old_one(ann_line):
    made = ann_line.send(MEETINGS, '{"subject":"a","description":"b"}')
    sent = made.content.decode().replace('"subject": "a"', '"subject": ""')

    found = ann_line.send(f"PUT {made['Location']}", sent, {"If-Match": made["ETag"]}).json

    assert (found["subject"], found["description"]) == ("", "b")


def test_two_meetings_have_two_conference_numbers(ann_line):
    assert len({ann_line.send(MEETINGS, "{}").json["conferenceId"] for _ in range(2)}) == 2
