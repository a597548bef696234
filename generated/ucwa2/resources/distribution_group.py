# Made by ucwagen from specs/resources/distributionGroup.yaml. Do not edit: change the spec and build again.
"""`distributionGroup`: A mailing group from Active Directory; Skype for Business cannot change it.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/distributiongroup_ref
Scopes: Contacts.ReadWrite
Events: updated (high, from people); added, deleted of contact (low, from people)
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
    from .add_to_contact_list import AddToContactListLink
    from .contact import Contact
    from .expand_distribution_group import ExpandDistributionGroupLink
    from .group_contacts import GroupContactsLink
    from .remove_from_contact_list import RemoveFromContactListLink
    from .subscribe_to_group_presence import SubscribeToGroupPresenceLink

__all__ = ["DistributionGroup", "DistributionGroupEmbedded", "DistributionGroupLink", "DistributionGroupLinks"]


class DistributionGroupLinks(Links):
    """Where `distributionGroup` leads."""

    self: One[DistributionGroupLink] = wire.one("self", "distribution_group.DistributionGroupLink")
    """The resource itself."""

    add_to_contact_list: One[AddToContactListLink] = wire.one(
        "addToContactList", "add_to_contact_list.AddToContactListLink"
    )
    """Adds a distribution group to the contact list."""

    expand_distribution_group: One[ExpandDistributionGroupLink] = wire.one(
        "expandDistributionGroup", "expand_distribution_group.ExpandDistributionGroupLink"
    )
    """Gives the contacts who are in a distribution group."""

    remove_from_contact_list: One[RemoveFromContactListLink] = wire.one(
        "removeFromContactList", "remove_from_contact_list.RemoveFromContactListLink"
    )
    """Removes a distribution group from the contact list."""

    subscribe_to_group_presence: One[SubscribeToGroupPresenceLink] = wire.one(
        "subscribeToGroupPresence", "subscribe_to_group_presence.SubscribeToGroupPresenceLink"
    )
    """Watches the presence of the group's present members for a limited time."""

    group_contacts: One[GroupContactsLink] = wire.one("groupContacts", "group_contacts.GroupContactsLink")
    """The contacts in one group."""


class DistributionGroupEmbedded(Embedded):
    """What `distributionGroup` holds."""

    contact: ManyStates[Contact] = wire.many_states("contact", "contact.Contact")
    """A person or service with whom the user can communicate."""

    distribution_group: ManyStates[DistributionGroup] = wire.many_states(
        "distributionGroup", "distribution_group.DistributionGroup"
    )
    """The resource itself."""


class DistributionGroup(State, rel="distributionGroup"):
    """A mailing group from Active Directory; Skype for Business cannot change it."""

    links: View[DistributionGroupLinks] = View(DistributionGroupLinks)
    embedded: View[DistributionGroupEmbedded] = View(DistributionGroupEmbedded)

    uri = wire.text("uri")
    """Address of the distribution group."""

    id = wire.text("id")
    """Identifier of the group."""

    name = wire.text("name")
    """Name under which the group is shown."""


_GET = Operation("GET", returns=wire.representation("distribution_group.DistributionGroup"))


class DistributionGroupLink(Link, rel="distributionGroup"):
    """Leads to `DistributionGroup`."""

    def get(self, *, if_none_match: Validator = None) -> Call[DistributionGroup]:
        """Read the group.

        Gives the `DistributionGroup`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
