# Made by ucwagen from specs/resources/delegatorsGroup.yaml. Do not edit: change the spec and build again.
"""`delegatorsGroup`: The people on whose behalf the user may act.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/delegatorsgroup_ref
Scopes: Contacts.ReadWrite
Events: added, updated, deleted (high, from people); added, deleted of contact (low, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .group_contacts import GroupContactsLink
    from .subscribe_to_group_presence import SubscribeToGroupPresenceLink

__all__ = ["DelegatorsGroup", "DelegatorsGroupLink", "DelegatorsGroupLinks"]


class DelegatorsGroupLinks(Links):
    """Where `delegatorsGroup` leads."""

    self: One[DelegatorsGroupLink] = wire.one("self", "delegators_group.DelegatorsGroupLink")
    """The resource itself."""

    group_contacts: One[GroupContactsLink] = wire.one("groupContacts", "group_contacts.GroupContactsLink")
    """The contacts in one group."""

    subscribe_to_group_presence: One[SubscribeToGroupPresenceLink] = wire.one(
        "subscribeToGroupPresence", "subscribe_to_group_presence.SubscribeToGroupPresenceLink"
    )
    """Watches the presence of the group's present members for a limited time."""


class DelegatorsGroup(State, rel="delegatorsGroup"):
    """The people on whose behalf the user may act."""

    links: View[DelegatorsGroupLinks] = View(DelegatorsGroupLinks)

    id = wire.text("id")
    """Identifier of the group."""

    name = wire.text("name")
    """Name under which the group is shown."""


_GET = Operation("GET", returns=wire.representation("delegators_group.DelegatorsGroup"))


class DelegatorsGroupLink(Link, rel="delegatorsGroup"):
    """Leads to `DelegatorsGroup`."""

    def get(self, *, if_none_match: Validator = None) -> Call[DelegatorsGroup]:
        """Read the group.

        Gives the `DelegatorsGroup`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
