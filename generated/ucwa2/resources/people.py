# Made by ucwagen from specs/resources/people.yaml. Do not edit: change the spec and build again.
"""`people`: Where the user finds and groups people and watches their presence.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/people_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .my_contacts import MyContactsLink
    from .my_contacts_and_groups_subscription import MyContactsAndGroupsSubscriptionLink
    from .my_group_memberships import MyGroupMembershipsLink
    from .my_groups import MyGroupsLink
    from .my_privacy_relationships import MyPrivacyRelationshipsLink
    from .presence_subscription_memberships import PresenceSubscriptionMembershipsLink
    from .presence_subscriptions import PresenceSubscriptionsLink
    from .search import SearchLink
    from .subscribed_contacts import SubscribedContactsLink

__all__ = ["People", "PeopleLink", "PeopleLinks"]


class PeopleLinks(Links):
    """Where `people` leads."""

    self: One[PeopleLink] = wire.one("self", "people.PeopleLink")
    """The resource itself."""

    my_contacts_and_groups_subscription: One[MyContactsAndGroupsSubscriptionLink] = wire.one(
        "myContactsAndGroupsSubscription", "my_contacts_and_groups_subscription.MyContactsAndGroupsSubscriptionLink"
    )
    """The subscription to changes of the user's contacts and groups, but not of presence, notes or locations."""

    my_contacts: One[MyContactsLink] = wire.one("myContacts", "my_contacts.MyContactsLink")
    """The contacts on the user's contact list, which can be read but not changed here."""

    my_group_memberships: One[MyGroupMembershipsLink] = wire.one(
        "myGroupMemberships", "my_group_memberships.MyGroupMembershipsLink"
    )
    """The memberships of contacts in the user's groups, which can be read but not changed here."""

    my_groups: One[MyGroupsLink] = wire.one("myGroups", "my_groups.MyGroupsLink")
    """The groups of the user's contact list, which can be read but not changed here."""

    my_privacy_relationships: One[MyPrivacyRelationshipsLink] = wire.one(
        "myPrivacyRelationships", "my_privacy_relationships.MyPrivacyRelationshipsLink"
    )
    """The user's privacy relationships, each with its contacts."""

    presence_subscription_memberships: One[PresenceSubscriptionMembershipsLink] = wire.one(
        "presenceSubscriptionMemberships", "presence_subscription_memberships.PresenceSubscriptionMembershipsLink"
    )
    """The memberships of contacts in presence subscriptions."""

    presence_subscriptions: One[PresenceSubscriptionsLink] = wire.one(
        "presenceSubscriptions", "presence_subscriptions.PresenceSubscriptionsLink"
    )
    """The user's presence subscriptions, where new ones are created."""

    search: One[SearchLink] = wire.one("search", "search.SearchLink")
    """Searches the organization's address book, by text."""

    subscribed_contacts: One[SubscribedContactsLink] = wire.one(
        "subscribedContacts", "subscribed_contacts.SubscribedContactsLink"
    )
    """The contacts whose presence the user watches; here they can only be read."""


class People(State, rel="people"):
    """Where the user finds and groups people and watches their presence."""

    links: View[PeopleLinks] = View(PeopleLinks)


_GET = Operation("GET", returns=wire.representation("people.People"))


class PeopleLink(Link, rel="people"):
    """Leads to `People`."""

    def get(self, *, if_none_match: Validator = None) -> Call[People]:
        """Read the links to contacts, groups, search and subscriptions.

        Gives the `People`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
