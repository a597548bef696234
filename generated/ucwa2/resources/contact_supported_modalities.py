# Made by ucwagen from specs/resources/contactSupportedModalities.yaml. Do not edit: change the spec and build again.
"""`contactSupportedModalities`: The ways in which a contact can communicate.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contactsupportedmodalities_ref
Scopes: Contacts.ReadWrite
Events: updated (medium, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumListProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["ContactSupportedModalities", "ContactSupportedModalitiesLink", "ContactSupportedModalitiesLinks"]


class ContactSupportedModalitiesLinks(Links):
    """Where `contactSupportedModalities` leads."""

    self: One[ContactSupportedModalitiesLink] = wire.one(
        "self", "contact_supported_modalities.ContactSupportedModalitiesLink"
    )
    """The resource itself."""


class ContactSupportedModalities(State, rel="contactSupportedModalities"):
    """The ways in which a contact can communicate."""

    links: View[ContactSupportedModalitiesLinks] = View(ContactSupportedModalitiesLinks)

    modalities: EnumListProperty[enums.ModalityType] = wire.enums("modalities", "enums.ModalityType")
    """Ways of communicating that the contact supports."""


_GET = Operation("GET", returns=wire.representation("contact_supported_modalities.ContactSupportedModalities"))


class ContactSupportedModalitiesLink(Link, rel="contactSupportedModalities"):
    """Leads to `ContactSupportedModalities`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ContactSupportedModalities]:
        """List the contact's ways of communicating.

        Gives the `ContactSupportedModalities`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
