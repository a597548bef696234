# Made by ucwagen from specs/resources/delegator.yaml. Do not edit: change the spec and build again.
"""`delegator`: The contact on whose behalf an incoming invitation is made.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/delegator_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .contact_location import ContactLocationLink
    from .contact_note import ContactNoteLink
    from .contact_photo import ContactPhotoLink
    from .contact_presence import ContactPresenceLink
    from .contact_privacy_relationship import ContactPrivacyRelationshipLink
    from .contact_supported_modalities import ContactSupportedModalitiesLink

__all__ = ["Delegator", "DelegatorLink", "DelegatorLinks"]


class DelegatorLinks(Links):
    """Where `delegator` leads."""

    self: One[DelegatorLink] = wire.one("self", "delegator.DelegatorLink")
    """The resource itself."""

    contact_location: One[ContactLocationLink] = wire.one("contactLocation", "contact_location.ContactLocationLink")
    """The location of a contact."""

    contact_note: One[ContactNoteLink] = wire.one("contactNote", "contact_note.ContactNoteLink")
    """The note that a contact shows, which combines the personal and the out-of-office text."""

    contact_photo: One[ContactPhotoLink] = wire.one("contactPhoto", "contact_photo.ContactPhotoLink")
    """A picture of the contact."""

    contact_presence: One[ContactPresenceLink] = wire.one("contactPresence", "contact_presence.ContactPresenceLink")
    """How available a contact is and what the contact is doing."""

    contact_privacy_relationship: One[ContactPrivacyRelationshipLink] = wire.one(
        "contactPrivacyRelationship", "contact_privacy_relationship.ContactPrivacyRelationshipLink"
    )
    """The privacy relationship between a contact and the user, which decides how much the contact may see."""

    contact_supported_modalities: One[ContactSupportedModalitiesLink] = wire.one(
        "contactSupportedModalities", "contact_supported_modalities.ContactSupportedModalitiesLink"
    )
    """The ways in which a contact can communicate."""


class Delegator(State, rel="delegator"):
    """The contact on whose behalf an incoming invitation is made."""

    links: View[DelegatorLinks] = View(DelegatorLinks)

    company = wire.text("company")
    """Company for which this person works."""

    department = wire.text("department")
    """Department in which this person works."""

    email_addresses = wire.texts("emailAddresses")
    """Email addresses of this person."""

    home_phone_number = wire.text("homePhoneNumber")
    """Home phone number, as a `tel:` URI."""

    source_network_icon_url = wire.text("sourceNetworkIconUrl")
    """Web address of an icon that stands for the source network."""

    mobile_phone_number = wire.text("mobilePhoneNumber")
    """Mobile phone number, as a `tel:` URI."""

    name = wire.text("name")
    """Name to show for this person or service."""

    office = wire.text("office")
    """Number of the office in which this person works; samples show a room or a `tel:` URI."""

    other_phone_number = wire.text("otherPhoneNumber")
    """One more phone number, as a `tel:` URI."""

    source_network: EnumProperty[enums.SourceNetwork] = wire.enum("sourceNetwork", "enums.SourceNetwork")
    """Network to which this person belongs, such as the user's company or a public service."""

    title = wire.text("title")
    """Job title of this person."""

    type: EnumProperty[enums.ContactType] = wire.enum("type", "enums.ContactType")
    """Whether this is a person, a phone or a bot."""

    uri = wire.text("uri")
    """Address of this person or service, such as `sip:ann@contoso.com`."""

    work_phone_number = wire.text("workPhoneNumber")
    """Work phone number, as a `tel:` URI."""


_GET = Operation("GET", returns=wire.representation("delegator.Delegator"))


class DelegatorLink(Link, rel="delegator"):
    """Leads to `Delegator`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Delegator]:
        """Read the delegator.

        Gives the `Delegator`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The application may not see this contact, or the user may not see the contact list or pending
          contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
