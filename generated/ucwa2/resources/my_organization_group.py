# Made by ucwagen from specs/resources/myOrganizationGroup.yaml. Do not edit: change the spec and build again.
"""`myOrganizationGroup`: The user's contacts in the organization, such as the manager, peers and direct reports.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/myorganizationgroup_ref
Scopes: Contacts.ReadWrite
Events: added, updated, deleted of delegatorsGroup (high, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .group_contacts import GroupContactsLink
    from .subscribe_to_group_presence import SubscribeToGroupPresenceLink

__all__ = ["MyOrganizationGroup", "MyOrganizationGroupLink", "MyOrganizationGroupLinks"]


class MyOrganizationGroupLinks(Links):
    """Where `myOrganizationGroup` leads."""

    self: One[MyOrganizationGroupLink] = wire.one("self", "my_organization_group.MyOrganizationGroupLink")
    """The resource itself."""

    group_contacts: One[GroupContactsLink] = wire.one("groupContacts", "group_contacts.GroupContactsLink")
    """The contacts in one group."""

    subscribe_to_group_presence: One[SubscribeToGroupPresenceLink] = wire.one(
        "subscribeToGroupPresence", "subscribe_to_group_presence.SubscribeToGroupPresenceLink"
    )
    """Watches the presence of the group's present members for a limited time."""


class MyOrganizationGroup(State, rel="myOrganizationGroup"):
    """The user's contacts in the organization, such as the manager, peers and direct reports."""

    links: View[MyOrganizationGroupLinks] = View(MyOrganizationGroupLinks)

    id = wire.text("id")
    """Identifier of the group."""

    name = wire.text("name")
    """Name under which the group is shown."""


_GET = Operation("GET", returns=wire.representation("my_organization_group.MyOrganizationGroup"))


class MyOrganizationGroupLink(Link, rel="myOrganizationGroup"):
    """Leads to `MyOrganizationGroup`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyOrganizationGroup]:
        """Read the group.

        Gives the `MyOrganizationGroup`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
