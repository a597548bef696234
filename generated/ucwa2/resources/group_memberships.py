# Made by ucwagen from specs/resources/groupMemberships.yaml. Do not edit: change the spec and build again.
"""`groupMemberships`: The memberships of contacts in one group.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/groupmemberships_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    Link,
    Links,
    ManyStates,
    One,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .my_group_membership import MyGroupMembership

__all__ = ["GroupMemberships", "GroupMembershipsEmbedded", "GroupMembershipsLink", "GroupMembershipsLinks"]


class GroupMembershipsLinks(Links):
    """Where `groupMemberships` leads."""

    self: One[GroupMembershipsLink] = wire.one("self", "group_memberships.GroupMembershipsLink")
    """The resource itself."""


class GroupMembershipsEmbedded(Embedded):
    """What `groupMemberships` holds."""

    my_group_membership: ManyStates[MyGroupMembership] = wire.many_states(
        "myGroupMembership", "my_group_membership.MyGroupMembership"
    )
    """The membership of one contact in one group; it can only be read."""


class GroupMemberships(State, rel="groupMemberships"):
    """The memberships of contacts in one group."""

    links: View[GroupMembershipsLinks] = View(GroupMembershipsLinks)
    embedded: View[GroupMembershipsEmbedded] = View(GroupMembershipsEmbedded)


_GET = Operation("GET", returns=wire.representation("group_memberships.GroupMemberships"))


class GroupMembershipsLink(Link, rel="groupMemberships"):
    """Leads to `GroupMemberships`."""

    def get(self, *, if_none_match: Validator = None) -> Call[GroupMemberships]:
        """List the group's memberships.

        Gives the `GroupMemberships`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
