"""The same endpoint gives the same application, with events for each instance; one endpoint too many is refused."""

from __future__ import annotations

import json

import pytest
from tests.sandbox.foreign.bare import APPLICATIONS, Line, link

NOTE = '{"message":"Heads down"}'


def about(**more: str) -> str:
    return json.dumps({"culture": "en-us", "endpointId": "123", "type": "Browser", "userAgent": "foo", **more})


def make(line: Line, **more: str):
    found = line.send(f"POST {APPLICATIONS}", about(**more), {"X-MS-RequiresMinResourceVersion": "1"})
    return found.status, found.json


def place(body) -> str:
    return link(body, "self").partition("?")[0]


def polled(line: Line, body) -> list[str]:
    """The rels of the events that are due, by the link of an application's body."""
    page = line.send(f"GET {link(body, 'events')}").json
    return [event["link"]["rel"] for sender in page.get("sender", ()) for event in sender["events"]]


def test_same_body_gives_the_same_application(line):
    first, second = make(line), make(line)

    assert (first[0], second[0]) == (201, 200)
    assert link(first[1], "self") == link(second[1], "self")
    assert link(second[1], "events") == link(first[1], "events")


def test_same_body_by_other_names_gives_the_same_application(line):
    body = '{"UserAgent":"foo","EndpointId":"123","Culture":"en-US","Type":"Browser"}'

    assert make(line)[0] == 201
    assert line.send(f"POST {APPLICATIONS}", body).status == 200


@pytest.mark.parametrize("other", [{"endpointId": "4"}, {"userAgent": "bar"}, {"culture": "de-de"}, {"type": "Phone"}])
def test_another_endpoint_is_another_application(line, other):
    first, second = make(line), make(line, **other)

    assert second[0] == 201
    assert link(first[1], "self") != link(second[1], "self")


def test_instances_share_an_application_and_have_their_own_events(line):
    status, first = make(line, instanceId="abc")
    other_status, second = make(line, instanceId="def")

    assert (status, other_status, make(line, instanceId="abc")[0]) == (201, 201, 200)
    assert place(first) == place(second)
    assert link(first, "self") == f"{place(first)}?instanceId=abc"
    assert link(first, "events").endswith("ack=1&instanceId=abc")
    assert (first["instanceId"], second["instanceId"]) == ("abc", "def")
    line.send(f"POST {place(first)}/communication/makeMeAvailable", "{}")
    assert polled(line, first) == polled(line, second) != []


def test_links_within_the_events_of_an_instance_keep_it(line):
    _, body = make(line, instanceId="abc")
    line.send(f"POST {place(body)}/communication/makeMeAvailable", "{}")

    page = line.send(f"GET {link(body, 'events')}").json

    assert link(page, "next").endswith("ack=2&instanceId=abc")


def test_instance_that_comes_back_goes_on_where_it_was(line):
    _, body = make(line, instanceId="abc")
    line.send(f"POST {place(body)}/communication/makeMeAvailable", "{}")
    page = line.send(f"GET {link(body, 'events')}").json
    line.send(f"GET {link(page, 'next')}")

    assert link(make(line, instanceId="abc")[1], "events").endswith("ack=2&instanceId=abc")


def test_deleting_an_instance_leaves_the_others(line):
    first, second = make(line, instanceId="abc")[1], make(line, instanceId="def")[1]

    assert line.send(f"DELETE {link(first, 'self')}").status == 204
    assert line.send(f"GET {link(first, 'events')}").status == 404
    assert line.send(f"GET {link(second, 'self')}").json["instanceId"] == "def"
    line.send(f"POST {place(second)}/communication/makeMeAvailable", "{}")
    assert polled(line, second) != []
    assert line.send(f"DELETE {link(second, 'self')}").status == 204
    assert line.send(f"GET {link(second, 'self')}").error == (404, "NotFound", "ApplicationNotFound")


def test_message_that_the_second_instance_fetched_has_arrived(line, bob_line):
    first, second = make(line, instanceId="abc")[1], make(line, instanceId="def")[1]
    line.send(f"DELETE {link(first, 'self')}")
    line.send(f"POST {place(second)}/communication/makeMeAvailable", '{"SupportedModalities":["Messaging"]}')
    polled(line, second)
    bob_line.send("POST ~/communication/startMessaging", '{"to":"sip:ann@contoso.com","operationId":"1"}')
    page = line.send(f"GET {link(make(line, instanceId='def')[1], 'events')}").json
    page = line.send(f"GET {link(page, 'next')}").json

    assert "messagingInvitation" in {event["link"]["rel"] for sender in page["sender"] for event in sender["events"]}


def test_thirteenth_endpoint_is_refused(line):
    assert [make(line, endpointId=str(number))[0] for number in range(12)] == [201] * 12
    refused = line.send(f"POST {APPLICATIONS}", about(endpointId="13"))

    assert refused.error == (409, "Conflict", "TooManyApplications")
    status, body = make(line, endpointId="3")
    assert status == 200
    line.send(f"DELETE {link(body, 'self')}")
    assert make(line, endpointId="13")[0] == 201


def test_number_of_endpoints_is_a_setting(line, sandbox):
    sandbox.backend.settings.most_applications = 1

    assert [make(line, endpointId=str(number))[0] for number in range(2)] == [201, 409]


@pytest.mark.parametrize("method", ["GET", "DELETE"])
@pytest.mark.parametrize("instance", ["def", "abc/me", ""])
def test_instance_that_does_not_exist_is_not_found(line, method, instance):
    _, first = make(line, instanceId="abc")

    found = line.send(f"{method} {place(first)}?instanceId={instance}")

    assert found.error == (404, "NotFound", "ApplicationNotFound")
    assert line.send(f"GET {link(first, 'self')}").status == 200


def test_instance_that_has_ended_is_not_found(line):
    _, first = make(line, instanceId="abc")
    make(line, instanceId="def")
    assert line.send(f"DELETE {link(first, 'self')}").status == 204

    for method in ("GET", "DELETE"):
        assert line.send(f"{method} {link(first, 'self')}").error == (404, "NotFound", "ApplicationNotFound")
