# Made by ucwagen from specs/resources/group.yaml. Do not edit: change the spec and build again.
"""`group`: A group of contacts created by the user; it can only be read.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/group_ref
Scopes: Contacts.ReadWrite
Events: added, deleted of contact (high, from people); updated (high, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .expand_distribution_group import ExpandDistributionGroupLink
    from .group_contacts import GroupContactsLink
    from .group_memberships import GroupMembershipsLink
    from .presence_subscription import PresenceSubscription
    from .subscribe_to_group_presence import SubscribeToGroupPresenceLink

__all__ = ["Group", "GroupLink", "GroupLinks"]


class GroupLinks(Links):
    """Where `group` leads."""

    self: One[GroupLink] = wire.one("self", "group.GroupLink")
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


class Group(State, rel="group"):
    """A group of contacts created by the user; it can only be read."""

    links: View[GroupLinks] = View(GroupLinks)

    id = wire.text("id")
    """Identifier of the group."""

    name = wire.text("name")
    """Name under which the group is shown."""

    def watch_presence(self, *, duration: int = 30) -> Call[PresenceSubscription]:
        """Watch the presence of the group's present members for some minutes.

        - duration (from 10 to 30): How many minutes the subscription lasts.

        The call sends `POST` to `subscribeToGroupPresence`, with `id` of this state as `groupId`. Gives the
        `PresenceSubscription`. Raises what `SubscribeToGroupPresenceLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/subscribetogrouppresence_ref
        """
        return self.links.subscribe_to_group_presence.post(
            duration=duration, group_id=self._needed("groupId", Group.id)
        )


_GET = Operation("GET", returns=wire.representation("group.Group"))


class GroupLink(Link, rel="group"):
    """Leads to `Group`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Group]:
        """Read the group.

        Gives the `Group`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
