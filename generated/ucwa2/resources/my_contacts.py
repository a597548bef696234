# Made by ucwagen from specs/resources/myContacts.yaml. Do not edit: change the spec and build again.
"""`myContacts`: The contacts on the user's contact list, which can be read but not changed here.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mycontacts_ref
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

__all__ = ["MyContacts", "MyContactsEmbedded", "MyContactsLink", "MyContactsLinks"]


class MyContactsLinks(Links):
    """Where `myContacts` leads."""

    self: One[MyContactsLink] = wire.one("self", "my_contacts.MyContactsLink")
    """The resource itself."""

    contact: Many[ContactLink] = wire.many("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""


class MyContactsEmbedded(Embedded):
    """What `myContacts` holds."""

    contact: ManyStates[Contact] = wire.many_states("contact", "contact.Contact")
    """A person or service with whom the user can communicate."""


class MyContacts(State, rel="myContacts"):
    """The contacts on the user's contact list, which can be read but not changed here."""

    links: View[MyContactsLinks] = View(MyContactsLinks)
    embedded: View[MyContactsEmbedded] = View(MyContactsEmbedded)


_GET = Operation(
    "GET",
    Parameter("expand", "string", place="query"),
    returns=wire.representation("my_contacts.MyContacts"),
)


class MyContactsLink(Link, rel="myContacts"):
    """Leads to `MyContacts`."""

    def get(self, *, expand: str | None = None, if_none_match: Validator = None) -> Call[MyContacts]:
        """List the user's contacts.

        - expand: Pass false to get links to the contacts; by default the contacts themselves are embedded.

        Gives the `MyContacts`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {"expand": expand}, if_none_match=if_none_match)
