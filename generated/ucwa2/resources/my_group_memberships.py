# Made by ucwagen from specs/resources/myGroupMemberships.yaml. Do not edit: change the spec and build again.
"""`myGroupMemberships`: The memberships of contacts in the user's groups, which can be read but not changed here.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mygroupmemberships_ref
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
    Parameter,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .my_group_membership import MyGroupMembership

__all__ = ["MyGroupMemberships", "MyGroupMembershipsEmbedded", "MyGroupMembershipsLink", "MyGroupMembershipsLinks"]


class MyGroupMembershipsLinks(Links):
    """Where `myGroupMemberships` leads."""

    self: One[MyGroupMembershipsLink] = wire.one("self", "my_group_memberships.MyGroupMembershipsLink")
    """The resource itself."""


class MyGroupMembershipsEmbedded(Embedded):
    """What `myGroupMemberships` holds."""

    my_group_membership: ManyStates[MyGroupMembership] = wire.many_states(
        "myGroupMembership", "my_group_membership.MyGroupMembership"
    )
    """The membership of one contact in one group; it can only be read."""


class MyGroupMemberships(State, rel="myGroupMemberships"):
    """The memberships of contacts in the user's groups, which can be read but not changed here."""

    links: View[MyGroupMembershipsLinks] = View(MyGroupMembershipsLinks)
    embedded: View[MyGroupMembershipsEmbedded] = View(MyGroupMembershipsEmbedded)


_GET = Operation(
    "GET",
    Parameter("groupId", "string", place="query", max_length=256),
    returns=wire.representation("my_group_memberships.MyGroupMemberships"),
)


class MyGroupMembershipsLink(Link, rel="myGroupMemberships"):
    """Leads to `MyGroupMemberships`."""

    def get(self, *, group_id: str | None = None, if_none_match: Validator = None) -> Call[MyGroupMemberships]:
        """List the memberships, of all groups or of one.

        - group_id (at most 256 characters): Identifier of the group whose memberships to list.

        Gives the `MyGroupMemberships`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {"groupId": group_id}, if_none_match=if_none_match)
