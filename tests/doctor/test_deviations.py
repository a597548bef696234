"""Deviations made on purpose are named, each at its place; what specs could learn of them is in the evidence."""

from __future__ import annotations

import pytest
from tests.doctor.servers import CANARY, Deviation, examined, of


def member_missing(body):
    body.pop("name")


def unknown_member(body):
    body["shoeSize"] = 43
    body["lastSeen"] = "2031-08-14T10:00:00Z"
    body["nickNames"] = [CANARY, f"{CANARY} two"]


def unknown_value(body):
    body["availability"] = "Sleeping"


def private_value(body):
    body["availability"] = f"in bed with a {CANARY}"


def wrong_type(body):
    body["name"] = [CANARY]


def unknown_rel(body):
    body["_links"]["carrierPigeon"] = {"href": "/ucwa/v1/applications/101/pigeon"}


def link_of_another(body):
    body["_links"]["mediaRelay"] = {"href": "/ucwa/v1/applications/101/phones"}


def link_missing(body):
    body["_links"].pop("phones")


def list_of_links(body):
    body["_links"]["phones"] = [body["_links"]["phones"]]


def unknown_embedded(body):
    body["_embedded"] = {"carrierPigeon": {"rel": "carrierPigeon", "name": CANARY}}


def name_that_is_data(body):
    body[f"{CANARY}@contoso.com"] = CANARY


def wrong_media_type(method, path, reply):
    if path.endswith("/phones"):
        reply.headers["content-type"] = "text/plain"


def wrong_charset(method, path, reply):
    if path.endswith("/phones"):
        reply.headers["content-type"] = "application/json; charset=iso-8859-1"


def broken_json(method, path, reply):
    if path.endswith("/phones"):
        reply.content = b'{"rel": "phones", "' + CANARY.encode()


def no_tag(method, path, reply):
    if "/myOnlineMeetings/" in path and reply.headers.get("content-type", "").startswith("application/json"):
        reply.headers = {name: value for name, value in reply.headers.items() if name.lower() != "etag"}
        reply.body = {name: value for name, value in reply.body.items() if name != "etag"}


def wrong_status(method, path, reply):
    if method == "POST" and path.endswith("/applications"):
        reply.status = 200


def wrong_location(method, path, reply):
    if method == "POST" and path.endswith("/applications"):
        reply.headers["location"] = f"https://evil.example/{CANARY}"


def no_channel(body):
    body["_links"].pop("events")


def behind(method, path, reply):
    reply.headers = {name: value for name, value in reply.headers.items() if name.lower() != "date"}
    reply.headers["Date"] = "Mon, 05 Jan 2015 10:00:00 GMT"


def events_page(*kinds):
    """An answer of the event channel with an event of each of these types."""

    def change(method, path, reply):
        if "/events" in path:
            link = {"rel": "me", "href": "/ucwa/v1/applications/101/me"}
            events = [{"link": {**link, "rel": rel}, "type": kind} for kind, rel in kinds]
            reply.status, reply.headers = 200, {"content-type": "application/json"}
            sender = [{"rel": "me", "href": link["href"], "events": events}]
            reply.body = {"_links": {"self": {"href": path}, "next": {"href": f"{path}&x=1"}}, "sender": sender}

    return change


DEVIATIONS = {
    "unknown member": (of("/me", unknown_member), ["me.shoeSize", "came a whole number"]),
    "unknown member that is a time": (of("/me", unknown_member), ["me.lastSeen", "came a time"]),
    "unknown list": (of("/me", unknown_member), ["me.nickNames", "a list of 2: one word, several words"]),
    "unknown value": (of("/presence", unknown_value), ["contactPresence.availability", "came Sleeping"]),
    "unknown value that is data": (of("/presence", private_value), ["availability", "came several words"]),
    "wrong type": (of("/defaultGroup", wrong_type), ["defaultGroup.name", "expected string; came a list of 1"]),
    "unknown rel": (of("/me", unknown_rel), ["me.carrierPigeon", "came a link of a rel that no spec has"]),
    "link of another resource": (of("/me", link_of_another), ["me.mediaRelay", "came a link;"]),
    "list of links": (of("/me", list_of_links), ["me.phones", "expected one link; came a list of links"]),
    "unknown embedded resource": (of("/me", unknown_embedded), ["me.carrierPigeon", "came an embedded resource"]),
    "name that is data": (of("/me", name_that_is_data), ["me.a name that is data", "came one word"]),
    "wrong media type": (wrong_media_type, ["GET phones", "expected the media type application/json; came text/plain"]),
    "wrong charset": (wrong_charset, ["GET phones", "expected the charset UTF-8; came iso-8859-1"]),
    "broken JSON": (broken_json, ["GET phones", "content that cannot be read"]),
    "no entity tag": (no_tag, ["GET myAssignedOnlineMeeting", "expected an entity tag; came none"]),
    "status of a creation": (wrong_status, ["POST applications", "expected status 201; came status 200"]),
    "address of a creation": (wrong_location, ["POST applications", "as Location"]),
    "no event channel": (of("/applications", no_channel, "POST"), ["link events", "to the event channel; came none"]),
    "unknown type of an event": (events_page(("vanished", "me")), ["event of me", "came the type vanished"]),
    "type of an event that the resource has not": (
        events_page(("deleted", "me")),
        ["event of me", "expected one of updated; came the type deleted"],
    ),
    "event of an unknown rel": (events_page(("added", "carrierPigeon")), ["event of carrierPigeon", "came another"]),
    "clock": (behind, ["expected a clock like that of this computer", "s behind"]),
}  # fmt: skip
ABSENT = {"member missing": (member_missing, "name"), "link missing": (link_missing, "link phones")}


def wherever_me_stands(change):
    """A change of each body of `me`, alone or embedded."""

    def everywhere(method, path, reply):
        if reply.status < 300 and reply.content.startswith(b"{"):
            body = reply.body
            for found in (body, body.get("_embedded", {}).get("me")):
                if found and found.get("rel") == "me":
                    change(found)
            reply.body = body

    return everywhere


def both(*changes):
    def change(method, path, reply):
        for one in changes:
            one(method, path, reply)

    return change


@pytest.mark.parametrize("name", DEVIATIONS)
def test_deviation_is_named(sandbox, name):
    change, words = DEVIATIONS[name]
    alone = "/events" if "event" in name and "channel" not in name else None
    with Deviation(sandbox.url, change, alone).serving() as url:
        found = examined(url, max_requests=100)

    found.named(*words)
    assert found.report.code == 1
    found.check_secrets(*sandbox.backend.tokens)


@pytest.mark.parametrize("name", ABSENT)
def test_what_is_missing_is_listed_as_never_seen(sandbox, name):
    change, absent = ABSENT[name]
    healthy = examined(f"{sandbox.url}/").report.never
    with Deviation(sandbox.url, wherever_me_stands(change)).serving() as url:
        found = examined(url)

    assert absent not in healthy["me"]
    assert absent in found.report.never["me"]
    assert all(absent in text for text in found.texts[:3])
    found.check_secrets()


def test_server_without_deviations_behind_the_same_proxy_is_healthy(sandbox):
    with Deviation(sandbox.url, lambda method, path, reply: None).serving() as url:
        found = examined(url, max_requests=100)

    assert found.findings() == [] or found.report.code == 0
    assert found.report.evidence == {"resources": {}, "enumerations": {}}


def test_evidence_has_names_and_types_alone(sandbox):
    changes = both(of("/me", unknown_member), of("/presence", unknown_value), of("/me", unknown_rel))
    with Deviation(sandbox.url, changes).serving() as url:
        found = examined(url, max_requests=100)

    assert found.report.evidence == {
        "resources": {
            "me": {
                "links": {"carrierPigeon": {"many": False}},
                "properties": {
                    "lastSeen": {"type": "datetime", "many": False},
                    "nickNames": {"type": "string", "many": True},
                    "shoeSize": {"type": "integer", "many": False},
                },
            }
        },
        "enumerations": {"Availability": ["Sleeping"]},
    }


@pytest.mark.parametrize("name", ["unknown value that is data", "name that is data"])
def test_evidence_has_no_data(sandbox, name):
    with Deviation(sandbox.url, DEVIATIONS[name][0]).serving() as url:
        found = examined(url, max_requests=100)

    assert found.report.evidence == {"resources": {}, "enumerations": {}}
