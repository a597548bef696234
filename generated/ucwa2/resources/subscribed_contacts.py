# Made by ucwagen from specs/resources/subscribedContacts.yaml. Do not edit: change the spec and build again.
"""`subscribedContacts`: The contacts whose presence the user watches; here they can only be read.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/subscribedcontacts_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
Events: added, deleted of contact (medium, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, Many, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .contact import ContactLink

__all__ = ["SubscribedContacts", "SubscribedContactsLink", "SubscribedContactsLinks"]


class SubscribedContactsLinks(Links):
    """Where `subscribedContacts` leads."""

    self: One[SubscribedContactsLink] = wire.one("self", "subscribed_contacts.SubscribedContactsLink")
    """The resource itself."""

    contact: Many[ContactLink] = wire.many("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""


class SubscribedContacts(State, rel="subscribedContacts"):
    """The contacts whose presence the user watches; here they can only be read."""

    links: View[SubscribedContactsLinks] = View(SubscribedContactsLinks)


_GET = Operation("GET", returns=wire.representation("subscribed_contacts.SubscribedContacts"))


class SubscribedContactsLink(Link, rel="subscribedContacts"):
    """Leads to `SubscribedContacts`."""

    def get(self, *, if_none_match: Validator = None) -> Call[SubscribedContacts]:
        """List the contacts.

        Gives the `SubscribedContacts`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
