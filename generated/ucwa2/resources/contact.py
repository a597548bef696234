# Made by ucwagen from specs/resources/contact.yaml. Do not edit: change the spec and build again.
"""`contact`: A person or service with whom the user can communicate.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contact_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .contact_location import ContactLocationLink
    from .contact_note import ContactNoteLink
    from .contact_photo import ContactPhotoLink
    from .contact_presence import ContactPresence, ContactPresenceLink
    from .contact_privacy_relationship import ContactPrivacyRelationshipLink
    from .contact_supported_modalities import ContactSupportedModalitiesLink

__all__ = ["Contact", "ContactLink", "ContactLinks"]


class ContactLinks(Links):
    """Where `contact` leads."""

    self: One[ContactLink] = wire.one("self", "contact.ContactLink")
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


class Contact(State, rel="contact"):
    """A person or service with whom the user can communicate."""

    links: View[ContactLinks] = View(ContactLinks)

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

    def read_presence(self) -> Call[ContactPresence]:
        """Read how available the contact is.

        The call sends `GET` to `contactPresence`. Gives the `ContactPresence`. Raises what `ContactPresenceLink.get`
        raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contactpresence_ref
        """
        return self.links.contact_presence.get()


_GET = Operation("GET", returns=wire.representation("contact.Contact"))


class ContactLink(Link, rel="contact"):
    """Leads to `Contact`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Contact]:
        """Read the contact.

        Gives the `Contact`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The application may not see this contact, or the user may not see the contact list or pending
          contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
