# Made by ucwagen from specs/resources/delegatesGroup.yaml. Do not edit: change the spec and build again.
"""`delegatesGroup`: The people who may act on the user's behalf.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/delegatesgroup_ref
Scopes: Contacts.ReadWrite
Events: added, deleted of contact (low, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .group_contacts import GroupContactsLink
    from .subscribe_to_group_presence import SubscribeToGroupPresenceLink

__all__ = ["DelegatesGroup", "DelegatesGroupLink", "DelegatesGroupLinks"]


class DelegatesGroupLinks(Links):
    """Where `delegatesGroup` leads."""

    self: One[DelegatesGroupLink] = wire.one("self", "delegates_group.DelegatesGroupLink")
    """The resource itself."""

    group_contacts: One[GroupContactsLink] = wire.one("groupContacts", "group_contacts.GroupContactsLink")
    """The contacts in one group."""

    subscribe_to_group_presence: One[SubscribeToGroupPresenceLink] = wire.one(
        "subscribeToGroupPresence", "subscribe_to_group_presence.SubscribeToGroupPresenceLink"
    )
    """Watches the presence of the group's present members for a limited time."""


class DelegatesGroup(State, rel="delegatesGroup"):
    """The people who may act on the user's behalf."""

    links: View[DelegatesGroupLinks] = View(DelegatesGroupLinks)

    id = wire.text("id")
    """Identifier of the group."""

    name = wire.text("name")
    """Name under which the group is shown."""


_GET = Operation("GET", returns=wire.representation("delegates_group.DelegatesGroup"))


class DelegatesGroupLink(Link, rel="delegatesGroup"):
    """Leads to `DelegatesGroup`."""

    def get(self, *, if_none_match: Validator = None) -> Call[DelegatesGroup]:
        """Read the group.

        Gives the `DelegatesGroup`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
