"""The documented resource of an address, and addresses without one."""

from __future__ import annotations

import httpx2
import pytest
from tests.sandbox.asking import ABOUT, APPLICATIONS, ROOT, V2, VERSION

from ucwa2 import AsyncClient, PasswordGrant
from ucwa2.resources.my_groups2 import MyGroups2Link
from ucwa2.sandbox import app

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("address", "rel"),
    [
        ("~/contacts", "myContacts"),
        ("~/people/bob@contoso.com", "contact"),
        ("~/people/bob%40contoso.com", "contact"),
        ("~/communication/conversations/137/participants/196", "participant"),
        ("~/communication/conversations/137/participants/55", "participant"),
        ("~/communication/conversations/137/participants/831", "from"),
        ("~/communication/invitations/602", "messagingInvitation"),
        ("~/communication/invitations/711", "onlineMeetingInvitation"),
        ("~/communication/invitations/303", "participantInvitation"),
        ("~/communication/invitations/146", "phoneAudioInvitation"),
        ("~/communication/invitations/507", "audioVideoInvitation"),
        ("~/onlineMeetings/myOnlineMeetings/943", "myOnlineMeeting"),
        ("~/onlineMeetings/myOnlineMeetings/600", "myAssignedOnlineMeeting"),
    ],
)
async def test_page_that_an_address_means(ann, address, rel):
    found = await ann.ask("GET", address)

    assert (found.status_code, found.json()["rel"]) == (200, rel)


async def test_what_was_made_is_what_it_says(ann):
    made = await ann.ask("POST", "~/onlineMeetings/myOnlineMeetings", {"subject": "Plans"})

    found = await ann.ask("GET", made.headers["location"])

    assert (found.json()["rel"], found.json()["subject"]) == ("myOnlineMeeting", "Plans")


async def test_other_user_is_shown_as_they_are(ann):
    assert (await ann.ask("GET", "~/people/bob@contoso.com")).json()["name"] == "Bob Berg"


async def test_unknown_person_is_not_there(ann):
    assert (await ann.ask("GET", "~/people/nobody@contoso.com")).status_code == 404


@pytest.mark.parametrize("xml", [False, True])
@pytest.mark.parametrize(
    "address",
    [
        "~/communication/conversations/137/participants",
        "~/communication/conversations/137/messaging/typingParticipants",
        "~/communication/conversations/137/userAcknowledged",
        "~/communication/conversations/137/audioVideo/videoFreeze",
    ],
)
async def test_links_of_samples_lead_somewhere_though_no_page_shows_it(ann, address, xml):
    found = await ann.ask("GET", address, xml=xml)

    assert found.status_code == 200
    assert address.replace("~", ann.path) in found.text


@pytest.mark.parametrize("address", [ROOT, f"{ROOT}/user/redirect", f"{ROOT}/xframe", "/"])
async def test_discovery_is_open_to_all(ann, address):
    ann.token = "none"

    assert (await ann.ask("GET", address)).status_code == 200


async def test_links_of_discovery_lead_somewhere(ann):
    links = (await ann.ask("GET", ROOT)).json()["_links"]

    assert {(await ann.ask("GET", link["href"])).status_code for link in links.values()} == {200}


async def test_applications_of_a_user_are_listed(ann, bob):
    found = (await ann.ask("GET", APPLICATIONS, headers=V2)).json()["_embedded"]["application"]

    assert [one["_links"]["self"]["href"] for one in found] == [ann.path]


async def test_application_says_what_was_said_of_it(ann):
    made = await ann.ask("POST", APPLICATIONS, {**ABOUT, "instanceId": "tab"})

    assert ABOUT.items() <= made.json().items()
    assert made.json()["instanceId"] == "tab"


async def test_what_was_deleted_is_not_there_any_more(ann):
    address = "~/onlineMeetings/myOnlineMeetings/943"

    assert [(await ann.ask(method, address)).status_code for method in ("DELETE", "GET", "DELETE")] == [204, 404, 404]


@pytest.mark.parametrize("form", ["json", "xml"])
async def test_client_reaches_the_newest_revision_by_its_link(backend, form):
    transport = httpx2.ASGITransport(app=app(backend))
    async with httpx2.AsyncClient(transport=transport) as http:
        grant = PasswordGrant("ann@contoso.com", "secret")
        async with AsyncClient("http://sandbox/", grant, http=http, format=form) as client:
            made = await client.create_application(user_agent="Tests/1.0", culture="en-US")
            link = made.embedded.people.links.my_groups.at_least(MyGroups2Link)

            assert (await client.send(link.get())).rel == "myGroups"
            assert backend.requests[-1].headers[VERSION.lower()] == "2"


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("GET", APPLICATIONS, "OPTIONS, POST"),
        ("PUT", APPLICATIONS, "OPTIONS, POST"),
        ("DELETE", "/", "GET"),
        ("DELETE", "~/groups/group", "GET"),
        ("POST", "~/events", "GET"),
    ],
)
async def test_what_cannot_be_done_with_a_resource(ann, method, address, allowed):
    found = await ann.ask(method, address)

    assert (found.status_code, found.headers["allow"]) == (405, allowed)


@pytest.mark.parametrize("xml", [False, True])
@pytest.mark.parametrize(
    ("method", "address"),
    [("GET", "~/me"), ("GET", "~/events"), ("POST", APPLICATIONS), ("GET", ROOT), ("GET", f"{ROOT}/user")],
)
async def test_unknown_version(ann, method, address, xml):
    found = await ann.ask(method, address, ABOUT if method == "POST" else None, headers={VERSION: "9"}, xml=xml)

    assert found.status_code == 404
    assert "APIVersionNotSupported" in found.text


@pytest.mark.parametrize("version", ["nan", "inf", "-inf", "abc", ""])
async def test_version_that_is_no_number(ann, version):
    assert (await ann.ask("GET", "~/groups", headers={VERSION: version})).status_code == 400


@pytest.mark.parametrize(
    ("version", "served"), [({}, "1"), ({VERSION: "1.0"}, "1"), ({VERSION: "1.5"}, "2"), ({VERSION: "2.0"}, "2")]
)
async def test_revision_that_was_served_is_told(ann, version, served):
    assert (await ann.ask("GET", "~/groups", headers=version)).headers["x-ms-ucwaversion"] == served


async def test_resource_that_began_with_its_second_revision_needs_no_version(ann):
    address = "~/myGroupMemberships/removeContactFromAllGroups?contactUri=sip:bob@contoso.com"

    assert (await ann.ask("POST", address)).status_code == 204


async def test_links_have_their_revision_in_both_formats(ann):
    in_json = await ann.ask("GET", "~/people")
    in_xml = await ann.ask("GET", "~/people", xml=True)

    assert in_json.json()["_links"]["myGroups"]["revision"] == 2
    assert "revision" not in in_json.json()["_links"]["myContacts"]
    assert '<link rel="myGroups" href="' in in_xml.text
    assert in_xml.text.partition('<link rel="myGroups"')[2].partition("/>")[0].endswith('revision="2"')
