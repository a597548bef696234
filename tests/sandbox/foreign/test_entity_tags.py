"""Bodies have their entity tag, as in UpdateAnOnlineMeeting.md and CreateAnApplication.md."""

from __future__ import annotations

import json

import pytest
from tests.sandbox.foreign.bare import SPACE

RANDOM = "please pass this in a PUT request"
XML = {"Accept": "application/xml"}


def random_property(body) -> str:
    return next(name for name, value in body.items() if value == RANDOM)


def test_meeting_is_changed_by_the_tag_of_its_body(ann_line):
    made = ann_line.send("POST ~/onlineMeetings/myOnlineMeetings", '{"subject":"holiday party"}').json
    path = made["_links"]["self"]["href"]
    sent = json.dumps({**made, "subject": "Important details"})

    found = ann_line.send(f"PUT {path}", sent, {"If-Match": f'"{made["etag"]}"'})

    assert found.status == 200
    assert (found.json["subject"], found.json["etag"]) == ("Important details", found["ETag"].strip('"'))
    assert found.json["etag"] != made["etag"]
    assert ann_line.send(f"PUT {path}", sent, {"If-Match": f'"{made["etag"]}"'}).status == 412


def test_tag_is_a_number_as_in_the_guides(ann_line):
    made = ann_line.send("POST ~/onlineMeetings/myOnlineMeetings", '{"subject":"a"}').json

    assert made["etag"].isdecimal()


def test_communication_is_changed_by_what_the_application_shows(line):
    body = line.begin().json["_embedded"]["communication"]
    assert random_property(body)

    sent = json.dumps({**body, "supportedMessageFormats": ["Plain"]})
    found = line.send("PUT ~/communication", sent, {"If-Match": f'"{body["etag"]}"'})

    assert found.status == 200
    assert line.send("GET ~/communication").json["supportedMessageFormats"] == ["Plain"]


def test_tag_of_what_is_embedded_is_that_of_the_resource(line):
    line.begin()
    embedded = line.send("GET ~").json["_embedded"]["communication"]
    found = line.send("GET ~/communication")

    assert embedded["etag"] == found.json["etag"] == found["ETag"].strip('"')


def test_event_about_communication_has_tag_and_random_property(line):
    line.begin()
    line.send("POST ~/me/makeMeAvailable", '{"SupportedModalities":["Messaging"]}')
    body = line.events("communication")[0]["_embedded"]["communication"]

    assert body["etag"] == line.send("GET ~/communication").json["etag"]
    assert random_property(body) == random_property(line.send("GET ~/communication").json)


def test_contacts_of_a_list_have_their_tags(ann_line):
    (contact,) = ann_line.send("GET ~/people/contacts").json["_embedded"]["contact"]

    assert contact["etag"] == ann_line.send(f"GET {contact['_links']['self']['href']}").json["etag"]


@pytest.mark.parametrize("path", ["~/me", "~/me/note", "~/onlineMeetings"])
def test_body_that_no_guide_shows_with_a_tag_has_none(ann_line, path):
    found = ann_line.send(f"GET {path}")

    assert "etag" not in found.json
    assert found["ETag"]


def test_tag_in_xml_is_a_property(ann_line):
    found = ann_line.send("GET ~/communication", headers=XML)

    assert found.xml.find(f"{SPACE}property[@name='etag']").text == found["ETag"].strip('"')


def test_tag_that_comes_back_is_not_kept(ann_line):
    made = ann_line.send("POST ~/onlineMeetings/myOnlineMeetings", '{"subject":"a"}').json
    path = made["_links"]["self"]["href"]
    sent = json.dumps({**made, "etag": "1"})

    found = ann_line.send(f"PUT {path}", sent, {"If-Match": f'"{made["etag"]}"'}).json

    assert found["etag"] == made["etag"]
