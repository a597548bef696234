# Made by ucwagen from specs/resources/defaultGroup.yaml. Do not edit: change the spec and build again.
"""`defaultGroup`: The group made by the system, to which contacts are added unless another is chosen.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/defaultgroup_ref
Scopes: Contacts.ReadWrite
Events: added, deleted of contact (high, from people); updated (high, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .expand_distribution_group import ExpandDistributionGroupLink
    from .group_contacts import GroupContactsLink
    from .group_memberships import GroupMembershipsLink
    from .subscribe_to_group_presence import SubscribeToGroupPresenceLink

__all__ = ["DefaultGroup", "DefaultGroupLink", "DefaultGroupLinks"]


class DefaultGroupLinks(Links):
    """Where `defaultGroup` leads."""

    self: One[DefaultGroupLink] = wire.one("self", "default_group.DefaultGroupLink")
    """The resource itself."""

    group_contacts: One[GroupContactsLink] = wire.one("groupContacts", "group_contacts.GroupContactsLink")
    """The contacts in one group."""

    subscribe_to_group_presence: One[SubscribeToGroupPresenceLink] = wire.one(
        "subscribeToGroupPresence", "subscribe_to_group_presence.SubscribeToGroupPresenceLink"
    )
    """Watches the presence of the group's present members for a limited time."""

    expand_distribution_group: One[ExpandDistributionGroupLink] = wire.one(
        "expandDistributionGroup", "expand_distribution_group.ExpandDistributionGroupLink"
    )
    """Gives the contacts who are in a distribution group."""

    group_memberships: One[GroupMembershipsLink] = wire.one(
        "groupMemberships", "group_memberships.GroupMembershipsLink"
    )
    """The memberships of contacts in one group."""


class DefaultGroup(State, rel="defaultGroup"):
    """The group made by the system, to which contacts are added unless another is chosen."""

    links: View[DefaultGroupLinks] = View(DefaultGroupLinks)

    id = wire.text("id")
    """Identifier of the group."""

    name = wire.text("name")
    """Name under which the group is shown."""


_GET = Operation("GET", returns=wire.representation("default_group.DefaultGroup"))


class DefaultGroupLink(Link, rel="defaultGroup"):
    """Leads to `DefaultGroup`."""

    def get(self, *, if_none_match: Validator = None) -> Call[DefaultGroup]:
        """Read the group.

        Gives the `DefaultGroup`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
