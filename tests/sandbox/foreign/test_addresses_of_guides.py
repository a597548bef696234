"""Links have the addresses of the transcripts in the guides; requests may use these, those of the samples, and //."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.sandbox.foreign.bare import Line, link, ready

from support import ROOT

GUIDES = ROOT / "specs/examples/guides"
TRANSCRIPTS = (
    "BatchingRequests", "CreateAnApplication", "DeleteAPresenceSubscription", "ExtendAPresenceSubscription",
    "GetAContactData", "GetMyNoteInformation", "GetMyPresenceInformation", "GetPresenceDataOfAContact",
    "GetUsersContactList", "ReceiveAnIM", "ScheduleAnOnlineMeeting", "SearchForUsersContact", "SendAnIM",
    "SubscribeToThePresenceOfAGroupOfContacts", "SubscribeToThePresenceOfSelectedContacts", "UpdateAnOnlineMeeting",
)  # fmt: skip
"""Guides that hold whole exchanges with a server."""
OWN = {"self", "next", "resync"}
"""Links whose address depends on the resource."""
OTHERWISE = {
    "photo": "the link of a person's own photo keeps the address of the reference, which one guide has too",
    "myAssignedOnlineMeeting": "its number is a name in the guides",
}
_LINK = re.compile(r'"(\w+)"\s*:\s*\[?\s*\{\s*"href"\s*:\s*"(/[^"]+)"')
_HOME = re.compile(r"/applications/[\d.]+(/[^\s?]*)")


def form(href: str) -> str | None:
    """An address below the application, in which a star stands for a number or a name."""
    found = _HOME.search(href)
    if found is None:
        return None
    steps = found[1].split("/")
    after = {"conversations", "participants", "messagingInvitations", "people", "photos", "presenceSubscriptions",
             "groups", "myOnlineMeetings", "messages"}  # fmt: skip
    kept = {"contacts", "groups", "search", "subscribedContacts", "presenceSubscriptions", "groupMemberships",
            "privacyRelationships", "contactsAndGroupsSubscription", "presenceSubscriptionMemberships"}  # fmt: skip
    return "/".join(
        "*" if at and steps[at - 1] in after and step not in kept else step for at, step in enumerate(steps)
    )


def shown_by_guides() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in TRANSCRIPTS:
        for rel, href in _LINK.findall((GUIDES / f"{name}.http").read_text()):
            if rel not in OWN and (known := form(href)) is not None:
                found.setdefault(rel, set()).add(known)
    return found


def links(value: Any) -> Iterator[tuple[str, str]]:
    """All links within a body, with their rels."""
    if isinstance(value, list):
        for item in value:
            yield from links(item)
    elif isinstance(value, dict):
        for rel, found in value.get("_links", {}).items():
            yield from ((rel, one["href"]) for one in (found if isinstance(found, list) else [found]))
        for item in value.values():
            yield from links(item)


def conversation(ann: Line, bob: Line) -> list[Any]:
    """All that both sides read while they begin a conversation and exchange a message."""
    ann.send("POST ~/communication/messagingInvitations", '{"to":"sip:bob@contoso.com","operationId":"1"}')
    found: list[Any] = [ann.pages(), bob.pages()]
    accept = next(href for rel, href in links(found) if rel == "accept")
    bob.send(f"POST {accept}")
    found += [ann.pages(), bob.pages()]
    send = next(href for rel, href in links(found) if rel == "sendMessage")
    ann.send(f"POST {send}", "hello", {"Content-Type": "text/plain"})
    return [*found, bob.pages(), ann.pages()]


def bodies_of_a_session(url: str) -> list[Any]:
    """The bodies that a client of the guides meets."""
    ann, bob = ready(url, "ann@contoso.com"), ready(url, "bob@contoso.com")
    found = [bob.made, ann.made, ann.send("GET ~").json]
    found += [ann.send(f"GET ~/people/{rest}").json for rest in ("contacts", "groups", "search?query=bob")]
    watched = ann.send("POST ~/people/presenceSubscriptions", '{"duration":11,"Uris":["sip:bob@contoso.com"]}')
    meeting = ann.send("POST ~/onlineMeetings/myOnlineMeetings", '{"subject":"x"}')
    return [*found, watched.json, meeting.json, *conversation(ann, bob)]


def test_links_have_the_addresses_of_the_transcripts(sandbox):
    expected = shown_by_guides()
    found: dict[str, set[str]] = {}
    for rel, href in links(bodies_of_a_session(sandbox.url)):
        if (known := form(href)) is not None:
            found.setdefault(rel, set()).add(known)

    both = (expected.keys() & found.keys()) - OTHERWISE.keys()
    differing = {rel: (found[rel], expected[rel]) for rel in both if not found[rel] & expected[rel]}
    assert differing == {}
    assert len(both) >= 40


@pytest.mark.parametrize(
    "path",
    [
        "people/contacts", "people/groups", "people/search?query=bob", "people/subscribedContacts",
        "people/groupMemberships", "people/privacyRelationships", "people/contactsAndGroupsSubscription",
        "people/presenceSubscriptions", "people/presenceSubscriptionMemberships", "people/bob@contoso.com/presence",
        "people/bob@contoso.com/note", "people/bob@contoso.com/location", "people/bob@contoso.com/supportedMedia",
        "people/bob@contoso.com/privacyRelationship", "photos/bob@contoso.com", "photos/ann@contoso.com",
        "onlineMeetings/defaultValues", "onlineMeetings/eligibleValues", "onlineMeetings/customInvitation",
        "onlineMeetings/policies", "communication/conversations?filter=active", "people/contacts?groupId=1",
    ],
)  # fmt: skip
@pytest.mark.parametrize("root", ["/ucwa/oauth/v1", "/ucwa/v1", "//ucwa/v1", "//ucwa//oauth/v1"])
def test_addresses_of_the_guides_are_answered(ann_line, root, path):
    number = ann_line.home.rpartition("/")[2]

    assert ann_line.send(f"GET {root}/applications/{number}/{path}").status == 200


@pytest.mark.parametrize("path", ["//me", "/people//contacts", "//people/contacts?x=//", "///me/note"])
def test_doubled_slashes_are_single_ones(ann_line, path):
    assert ann_line.send(f"GET /{ann_line.home}{path}").status == 200


def test_application_is_made_at_a_doubled_slash(line):
    body = '{"userAgent":"x","endpointId":"1","culture":"en-US"}'

    assert line.send("POST //ucwa/v1/applications", body).status == 201


def test_addresses_of_the_samples_are_answered_too(ann_line):
    for path in ("contacts", "groups", "search?query=bob", "people/bob@contoso.com/contactPresence", "photo"):
        assert ann_line.send(f"GET ~/{path}").status == 200, path


def test_group_is_watched_by_its_link(ann_line):
    groups = ann_line.send("GET ~/people/groups").json["_embedded"]
    href = link(groups["defaultGroup"], "subscribeToGroupPresence")

    assert re.fullmatch(r".*/people/presenceSubscriptions\?groupId=\w+", href)
    made = ann_line.send(f"POST {href}&duration=11")
    assert made.status == 201
    members = ann_line.send(f"GET {link(made.json, 'memberships')}").json
    assert "presenceSubscriptionId=" in link(made.json, "memberships")
    assert len(members["_embedded"]["presenceSubscriptionMembership"]) == 1
    added = ann_line.send(
        f"POST {link(made.json, 'addToPresenceSubscription')}", '{"contactUris":["sip:bob@contoso.com"]}'
    )
    assert added.status == 201


def test_fault_hits_an_address_in_either_form(ann_line, sandbox):
    sandbox.backend.faults.add([{"kind": "status", "path": "startMessaging", "status": 503, "times": 2}])
    for path in ("communication/messagingInvitations", "communication/startMessaging"):
        assert ann_line.send(f"POST ~/{path}", '{"to":"sip:bob@contoso.com"}').status == 503


def test_location_has_the_form_of_the_guides(ann_line):
    made = ann_line.send("POST ~/presenceSubscriptions", '{"duration":11,"uris":["sip:bob@contoso.com"]}')

    assert "/people/presenceSubscriptions/" in made["Location"]
