# Made by ucwagen from specs/resources/contactPrivacyRelationship.yaml. Do not edit: change the spec and build again.
"""`contactPrivacyRelationship`: The privacy relationship between a contact and the user, which decides how much the
contact may see.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contactprivacyrelationship_ref
Scopes: Contacts.ReadWrite
Events: updated (medium, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .reset_contact_privacy_relationship import ResetContactPrivacyRelationshipLink

__all__ = ["ContactPrivacyRelationship", "ContactPrivacyRelationshipLink", "ContactPrivacyRelationshipLinks"]


class ContactPrivacyRelationshipLinks(Links):
    """Where `contactPrivacyRelationship` leads."""

    self: One[ContactPrivacyRelationshipLink] = wire.one(
        "self", "contact_privacy_relationship.ContactPrivacyRelationshipLink"
    )
    """The resource itself."""

    reset_contact_privacy_relationship: One[ResetContactPrivacyRelationshipLink] = wire.one(
        "resetContactPrivacyRelationship",
        "reset_contact_privacy_relationship.ResetContactPrivacyRelationshipLink",
        since=2,
    )
    """Resets the contact's privacy relationship with the user. Revision 2 and later."""


class ContactPrivacyRelationship(State, rel="contactPrivacyRelationship"):
    """The privacy relationship between a contact and the user, which decides how much the contact may see."""

    links: View[ContactPrivacyRelationshipLinks] = View(ContactPrivacyRelationshipLinks)

    relationship_level: EnumProperty[enums.PrivacyRelationshipLevel] = wire.enum(
        "relationshipLevel", "enums.PrivacyRelationshipLevel"
    )
    """Privacy relationship of the contact with the user, such as colleague or friend."""


_GET = Operation("GET", returns=wire.representation("contact_privacy_relationship.ContactPrivacyRelationship"))


class ContactPrivacyRelationshipLink(Link, rel="contactPrivacyRelationship"):
    """Leads to `ContactPrivacyRelationship`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ContactPrivacyRelationship]:
        """Read the privacy relationship.

        Gives the `ContactPrivacyRelationship`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
