"""Contacts and groups: stored with the user, with events for the applications that have subscribed."""

from __future__ import annotations

import pytest
from tests.behaviour.persons import Person

BOB, CEM = "sip:bob@contoso.com", "sip:cem@contoso.com"
SECOND = {"X_MS_RequiresMinResourceVersion".lower(): "2"}
START = "/people/myContactsAndGroupsSubscription/startOrRefreshSubscriptionToContactsAndGroups"
STOP = "/people/myContactsAndGroupsSubscription/stopSubscriptionToContactsAndGroups"


@pytest.fixture
def ann(backend):
    """Ann subscribes to her contacts and groups."""
    person = Person(backend, "ann")
    assert person.ask("POST", f"{START}?duration=10").status == 201
    person.events()
    return person


def create(person, name="Friends"):
    """Create a group; returns its address and number."""
    assert person.ask("POST", "/groups", {"displayName": name}, **SECOND).status == 204
    groups = person.ask("GET", "/groups").body["_embedded"]["group"]
    group = next(group for group in groups if group["name"] == name)
    return group["_links"]["self"]["href"], group["id"]


def add(person, uri, number=None):
    said = {"contactUri": uri, **({"groupId": number} if number else {})}
    return person.ask("POST", "/myGroupMemberships", said, **SECOND)


def uris(person, path):
    return [one["uri"] for one in person.ask("GET", path).body["_embedded"]["contact"]]


def test_all_other_users_are_contacts_at_first(ann):
    groups = ann.ask("GET", "/groups")

    assert uris(ann, "/contacts") == uris(ann, f"{groups.href('defaultGroup')}/groupContacts") == [BOB, CEM]
    assert uris(ann, f"{groups.href('pinnedGroup')}/groupContacts") == []


def test_group_is_made_renamed_and_deleted(ann, backend):
    other = Person(backend, "ann")
    path, number = create(ann)
    assert ann.told() == ["group added in myGroups"]
    assert ann.ask("POST", "/groups", {"displayName": "Friends"}, **SECOND).code == ("Conflict", "AlreadyExists")
    group = ann.ask("GET", path, **SECOND)
    assert ann.ask("PUT", path, {"name": "Team"}, **SECOND).status == 428
    assert ann.ask("PUT", path, {"name": "Team"}, **SECOND, if_match=group.headers["etag"]).status == 400
    changed = {**group.body, "name": "Team"}
    assert ann.ask("PUT", path, changed, **SECOND, if_match=group.headers["etag"]).status == 200
    assert ann.told() == ["group updated"]
    names = [one["name"] for one in other.ask("GET", "/groups").body["_embedded"]["group"]]
    assert names == ["Team"]
    assert ann.ask("PUT", path, changed, **SECOND, if_match=group.headers["etag"]).status == 412
    assert ann.ask("DELETE", path, **SECOND).status == 204
    assert ann.told() == ["group deleted in myGroups"]
    assert ann.ask("GET", path).status == ann.ask("DELETE", path, **SECOND).status == 404
    assert number


def test_contact_is_added_to_a_group_and_taken_out(ann):
    path, number = create(ann)
    ann.events()
    made = add(ann, BOB, number)

    assert made.status == 201
    assert made.href("group") == path
    assert ann.told() == ["contact added in group"]
    assert uris(ann, f"{path}/groupContacts") == [BOB]
    assert add(ann, BOB, number).code == ("Conflict", "AlreadyExists")
    for place in (f"{path}/groupMemberships", f"/myGroupMemberships?groupId={number}"):
        members = ann.ask("GET", place).body["_embedded"]["myGroupMembership"]
        assert [one["_links"]["self"]["href"] for one in members] == [made.href("self")]
    assert ann.ask("DELETE", made.href("self"), **SECOND).status == 204
    assert ann.told() == ["contact deleted in group"]
    assert ann.ask("DELETE", made.href("self"), **SECOND).status == 404
    assert uris(ann, f"{path}/groupContacts") == []


def test_contact_that_is_in_no_group_is_no_contact(ann):
    assert ann.ask("POST", f"/myGroupMemberships/removeContactFromAllGroups?contactUri={BOB}", **SECOND).status == 204
    assert ann.told() == ["contact deleted in defaultGroup", "contact deleted in myContacts"]
    assert uris(ann, "/contacts") == [CEM]
    pinned = ann.ask("GET", ann.ask("GET", "/groups").href("pinnedGroup")).body["id"]
    assert add(ann, BOB, pinned).status == 201
    assert ann.told() == ["contact added in myContacts", "contact added in pinnedGroup"]
    assert sorted(uris(ann, "/contacts")) == [BOB, CEM]


def test_last_contact_may_go(ann):
    for uri in (BOB, CEM):
        ann.ask("POST", f"/myGroupMemberships/removeContactFromAllGroups?contactUri={uri}", **SECOND)

    assert uris(ann, "/contacts") == []


def test_deleted_group_takes_its_contacts_along(ann):
    path, number = create(ann)
    add(ann, BOB, number)
    default = ann.ask("GET", "/myGroupMemberships?groupId=1").body["_embedded"]["myGroupMembership"]
    for one in default:
        ann.ask("DELETE", one["_links"]["self"]["href"], **SECOND)
    ann.events()
    ann.ask("DELETE", path, **SECOND)

    assert ann.told() == ["group deleted in myGroups", "contact deleted in myContacts"]


def test_distribution_group_comes_onto_the_list_and_goes(ann):
    said = {"displayName": "Everybody", "smtpAddress": "all@contoso.com"}
    assert ann.ask("POST", "/groups/addToContactList", said).status == 204
    assert ann.told() == ["distributionGroup added in myGroups"]
    (group,) = ann.ask("GET", "/groups").body["_embedded"]["distributionGroup"]
    found = ann.ask("GET", group["_links"]["expandDistributionGroup"]["href"]).body
    assert [one["uri"] for one in found["_embedded"]["contact"]] == [BOB, CEM]
    assert ann.ask("POST", group["_links"]["removeFromContactList"]["href"]).status == 204
    assert ann.told() == ["distributionGroup deleted in myGroups"]
    assert ann.ask("GET", group["_links"]["self"]["href"]).status == 404


def test_only_who_has_subscribed_hears(ann, backend, clock):
    other = Person(backend, "ann")
    other.events()
    create(ann, "One")
    assert other.told() == []
    ann.events()
    assert ann.ask("GET", "/people/myContactsAndGroupsSubscription").body["state"] == "Connected"
    assert ann.ask("POST", STOP).status == 204
    create(ann, "Two")
    assert ann.told() == []
    ann.ask("POST", f"{START}?duration=10")
    clock.now += 9.5 * 60
    assert ann.told() == ["myContactsAndGroupsSubscription updated"]
    clock.now += 31
    create(ann, "Three")
    assert ann.told() == []
    assert ann.ask("GET", "/people/myContactsAndGroupsSubscription").body["state"] == "Disconnected"


def test_links_alone_where_they_are_wanted(ann):
    create(ann)

    assert "_embedded" not in ann.ask("GET", "/groups?expand=false").body
    contacts = ann.ask("GET", "/contacts?expand=false").body
    assert "_embedded" not in contacts
    assert len(contacts["_links"]["contact"]) == 2


def test_search_has_a_limit_and_finds_others_only(ann, backend):
    backend.settings.meetings = ["sip:bob@contoso.com;id:X"]
    form = b"grant_type=urn:microsoft.rtc:anonmeeting&password=X&ms_rtc_conferenceuri=sip:bob@contoso.com;id:X"
    ann._ask("POST", "/webticket/oauthtoken", form, {})
    assert any(user.is_guest for user in backend.users.values())

    everybody = ann.ask("GET", "/search?query=s").body
    assert [one["uri"] for one in everybody["_embedded"]["contact"]] == [BOB, CEM]
    assert everybody["moreResultsAvailable"] is False
    one = ann.ask("GET", "/search?query=s&limit=1").body
    assert [found["uri"] for found in one["_embedded"]["contact"]] == [BOB]
    assert one["moreResultsAvailable"] is True
