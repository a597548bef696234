# Made by ucwagen from specs/resources/myGroupMembership.yaml. Do not edit: change the spec and build again.
"""`myGroupMembership`: The membership of one contact in one group; it can only be read.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mygroupmembership_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .contact import ContactLink
    from .default_group import DefaultGroupLink
    from .delegates_group import DelegatesGroupLink
    from .group import GroupLink
    from .pinned_group import PinnedGroupLink

__all__ = ["MyGroupMembership", "MyGroupMembershipLink", "MyGroupMembershipLinks"]


class MyGroupMembershipLinks(Links):
    """Where `myGroupMembership` leads."""

    self: One[MyGroupMembershipLink] = wire.one("self", "my_group_membership.MyGroupMembershipLink")
    """The resource itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""

    default_group: One[DefaultGroupLink] = wire.one("defaultGroup", "default_group.DefaultGroupLink")
    """The group made by the system, to which contacts are added unless another is chosen."""

    group: One[GroupLink] = wire.one("group", "group.GroupLink")
    """A group of contacts created by the user; it can only be read."""

    pinned_group: One[PinnedGroupLink] = wire.one("pinnedGroup", "pinned_group.PinnedGroupLink")
    """The contacts that the user has pinned or often talks to, in a group made by the system."""

    delegates_group: One[DelegatesGroupLink] = wire.one("delegatesGroup", "delegates_group.DelegatesGroupLink", since=2)
    """The people who may act on the user's behalf. Revision 2 and later."""


class MyGroupMembership(State, rel="myGroupMembership"):
    """The membership of one contact in one group; it can only be read."""

    links: View[MyGroupMembershipLinks] = View(MyGroupMembershipLinks)


_GET = Operation("GET", returns=wire.representation("my_group_membership.MyGroupMembership"))


class MyGroupMembershipLink(Link, rel="myGroupMembership"):
    """Leads to `MyGroupMembership`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyGroupMembership]:
        """Read the membership.

        Gives the `MyGroupMembership`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
