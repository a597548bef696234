# Made by ucwagen from specs/resources/pinnedGroup.yaml. Do not edit: change the spec and build again.
"""`pinnedGroup`: The contacts that the user has pinned or often talks to, in a group made by the system.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/pinnedgroup_ref
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

__all__ = ["PinnedGroup", "PinnedGroupLink", "PinnedGroupLinks"]


class PinnedGroupLinks(Links):
    """Where `pinnedGroup` leads."""

    self: One[PinnedGroupLink] = wire.one("self", "pinned_group.PinnedGroupLink")
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


class PinnedGroup(State, rel="pinnedGroup"):
    """The contacts that the user has pinned or often talks to, in a group made by the system."""

    links: View[PinnedGroupLinks] = View(PinnedGroupLinks)

    id = wire.text("id")
    """Identifier of the group."""

    name = wire.text("name")
    """Name under which the group is shown."""


_GET = Operation("GET", returns=wire.representation("pinned_group.PinnedGroup"))


class PinnedGroupLink(Link, rel="pinnedGroup"):
    """Leads to `PinnedGroup`."""

    def get(self, *, if_none_match: Validator = None) -> Call[PinnedGroup]:
        """Read the group.

        Gives the `PinnedGroup`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
