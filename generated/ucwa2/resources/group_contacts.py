# Made by ucwagen from specs/resources/groupContacts.yaml. Do not edit: change the spec and build again.
"""`groupContacts`: The contacts in one group.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/groupcontacts_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
Events: added, deleted of contact (high, from people)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    Link,
    Links,
    Many,
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
    from .contact import Contact, ContactLink

__all__ = ["GroupContacts", "GroupContactsEmbedded", "GroupContactsLink", "GroupContactsLinks"]


class GroupContactsLinks(Links):
    """Where `groupContacts` leads."""

    self: One[GroupContactsLink] = wire.one("self", "group_contacts.GroupContactsLink")
    """The resource itself."""

    contact: Many[ContactLink] = wire.many("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""


class GroupContactsEmbedded(Embedded):
    """What `groupContacts` holds."""

    contact: ManyStates[Contact] = wire.many_states("contact", "contact.Contact")
    """A person or service with whom the user can communicate."""


class GroupContacts(State, rel="groupContacts"):
    """The contacts in one group."""

    links: View[GroupContactsLinks] = View(GroupContactsLinks)
    embedded: View[GroupContactsEmbedded] = View(GroupContactsEmbedded)


_GET = Operation(
    "GET",
    Parameter("expand", "string", place="query"),
    returns=wire.representation("group_contacts.GroupContacts"),
)


class GroupContactsLink(Link, rel="groupContacts"):
    """Leads to `GroupContacts`."""

    def get(self, *, expand: str | None = None, if_none_match: Validator = None) -> Call[GroupContacts]:
        """List the contacts in the group.

        - expand: Pass false to get links to the contacts; by default the contacts themselves are embedded.

        Gives the `GroupContacts`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {"expand": expand}, if_none_match=if_none_match)
