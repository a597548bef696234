# Made by ucwagen from specs/resources/contactLocation.yaml. Do not edit: change the spec and build again.
"""`contactLocation`: The location of a contact.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contactlocation_ref
Scopes: Contacts.ReadWrite
Events: updated (medium, from people)
"""

from __future__ import annotations

from .._runtime import Call, Link, Links, One, Operation, State, Validator, View, wire

__all__ = ["ContactLocation", "ContactLocationLink", "ContactLocationLinks"]


class ContactLocationLinks(Links):
    """Where `contactLocation` leads."""

    self: One[ContactLocationLink] = wire.one("self", "contact_location.ContactLocationLink")
    """The resource itself."""


class ContactLocation(State, rel="contactLocation"):
    """The location of a contact."""

    links: View[ContactLocationLinks] = View(ContactLocationLinks)

    location = wire.text("location")
    """Location of the contact, as text."""


_GET = Operation("GET", returns=wire.representation("contact_location.ContactLocation"))


class ContactLocationLink(Link, rel="contactLocation"):
    """Leads to `ContactLocation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ContactLocation]:
        """Read the contact's location.

        Gives the `ContactLocation`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
