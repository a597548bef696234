"""Presence subscriptions: which contacts they watch, for how long, and what ends them."""

from __future__ import annotations

import pytest
from tests.behaviour.persons import Person

BOB, CEM = "sip:bob@contoso.com", "sip:cem@contoso.com"
WATCHED = ["contactPresence updated in contact", "contactNote updated in contact"]


def watch(person, *uris, minutes=10):
    made = person.ask("POST", "/presenceSubscriptions", {"duration": minutes, "uris": [*uris]})
    assert made.status == 201
    return made.headers["location"]


def change(person, text="Busy now"):
    assert person.ask("POST", "/me/note", {"message": text}).status == 204


def test_subscription_is_announced_listed_and_read(ann, bob):
    ann.events()
    path = watch(ann, BOB)

    assert ann.told() == ["contact added in subscribedContacts", "presenceSubscription added", *WATCHED]
    listed = ann.ask("GET", "/presenceSubscriptions").body["_embedded"]["presenceSubscription"]
    assert [one["_links"]["self"]["href"] for one in listed] == [path]
    assert ann.ask("GET", path).body["id"] == path.rpartition("/")[2]
    contacts = ann.ask("GET", "/subscribedContacts").body["_embedded"]["contact"]
    assert [one["uri"] for one in contacts] == [BOB]
    assert ann.ask("GET", "/presenceSubscriptions/4711").status == 404
    assert ann.ask("DELETE", "/presenceSubscriptions/4711").status == 404


def test_changes_are_told_until_the_subscription_is_deleted(ann, bob):
    path = watch(ann, BOB)
    ann.events()
    change(bob)
    assert ann.told() == ["contactNote updated in contact"]
    assert ann.ask("DELETE", path).status == 204

    assert ann.told() == ["contact deleted in subscribedContacts", "presenceSubscription deleted"]
    change(bob)
    assert ann.told() == []
    assert ann.ask("GET", path).status == 404


def test_subscription_ends_after_its_duration(ann, bob, clock):
    path = watch(ann, BOB)
    ann.events()
    clock.now += 9.5 * 60
    assert ann.told() == ["presenceSubscription updated"]
    clock.now += 31

    assert ann.told() == ["contact deleted in subscribedContacts", "presenceSubscription deleted"]
    change(bob)
    assert ann.told() == []
    assert ann.ask("GET", path).status == 404


def test_extended_up_to_half_an_hour(ann, bob, clock):
    path = watch(ann, BOB, minutes=25)
    assert ann.ask("POST", f"{path}?duration=30").status == 201
    clock.now += 29.9 * 60
    assert ann.ask("GET", path).status == 200
    clock.now += 10
    assert ann.ask("GET", path).status == 404


@pytest.mark.parametrize("minutes", [9, 31])
def test_duration_has_limits(ann, minutes):
    found = ann.ask("POST", "/presenceSubscriptions", {"duration": minutes, "uris": [BOB]})

    assert (found.status, *found.code) == (400, "BadRequest", "ParameterValidationFailure")
    assert [row["name"] for row in found.body["parameters"]] == ["duration"]


def test_members_are_added_listed_and_taken_out(ann, bob, backend):
    cem = Person(backend, "cem")
    path = watch(ann, BOB)
    ann.events()
    added = ann.ask("POST", f"{path}/addToPresenceSubscription", {"contactUris": [CEM]})

    assert added.status == 201
    assert ann.told() == ["contact added in subscribedContacts", *WATCHED]
    members = ann.ask("GET", f"{path}/memberships").body["_embedded"]["presenceSubscriptionMembership"]
    everybody = ann.ask("GET", "/presenceSubscriptionMemberships").body["_embedded"]["presenceSubscriptionMembership"]
    assert members == everybody
    assert len(members) == 2
    gone = members[1]["_links"]["self"]["href"]
    assert ann.ask("GET", gone).body["_links"]["presenceSubscription"]["href"] == path
    assert ann.ask("DELETE", gone).status == 204
    assert ann.ask("DELETE", gone).status == 404
    ann.events()
    change(cem)
    change(bob)
    assert ann.told() == ["contactNote updated in contact"]


def test_two_subscriptions_of_one_contact_tell_once(ann, bob):
    first, _ = watch(ann, BOB), watch(ann, BOB)
    ann.events()
    change(bob)
    assert ann.told() == ["contactNote updated in contact"]
    ann.ask("DELETE", first)
    assert ann.told() == ["presenceSubscription deleted"]
    change(bob)
    assert ann.told() == ["contactNote updated in contact"]


def test_group_is_watched_as_it_is_now(ann, bob):
    group = ann.ask("GET", "/groups").href("defaultGroup")
    link = ann.ask("GET", group).href("subscribeToGroupPresence")
    made = ann.ask("POST", f"{link}&duration=10")

    assert made.status == 201
    ann.events()
    change(bob)
    assert ann.told() == ["contactNote updated in contact"]
    assert ann.ask("POST", "/groups/4711/subscribeToGroupPresence?groupId=4711&duration=10").status == 404


def test_lost_channel_forgets_subscriptions(ann, bob):
    watch(ann, BOB)
    ann.application.channel.lose()
    ann.events()
    change(bob)

    assert ann.told() == []
    assert ann.ask("GET", "/presenceSubscriptions").body["_embedded"]["presenceSubscription"] == []


@pytest.mark.parametrize("how", ["deleted", "lost"])
def test_user_whose_last_application_ends_is_offline(ann, bob, backend, how):
    second = Person(backend, "bob")
    watch(ann, BOB)
    ann.events()
    backend.lose(second.application)
    assert ann.told() == []
    if how == "deleted":
        bob.ask("DELETE", bob.path)
    else:
        backend.lose(bob.application)

    assert ann.told() == ["contactPresence updated in contact"]
    assert ann.ask("GET", "/people/bob@contoso.com/contactPresence").body["availability"] == "Offline"
    Person(backend, "bob")
    assert ann.told() == ["contactPresence updated in contact"]
    assert ann.ask("GET", "/people/bob@contoso.com/contactPresence").body["availability"] == "Online"
