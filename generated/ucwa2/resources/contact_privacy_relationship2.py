# Made by ucwagen from specs/resources/contactPrivacyRelationship2.yaml. Do not edit: change the spec and build again.
"""`contactPrivacyRelationship`: The privacy relationship between a contact and the user, which decides how much the
contact may see; it can be changed.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contactprivacyrelationship2_ref
Revision: 2
Scopes: Contacts.ReadWrite
Events: updated (medium, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, UNSET, Call, Link, Operation, Parameter, Unset, Validator, wire

if TYPE_CHECKING:
    from .. import enums
    from .contact_privacy_relationship import ContactPrivacyRelationship

__all__ = ["ContactPrivacyRelationship2Link"]

_GET = Operation("GET", returns=wire.representation("contact_privacy_relationship.ContactPrivacyRelationship"))

_PUT = Operation(
    "PUT",
    Parameter("relationshipLevel", "enums.PrivacyRelationshipLevel"),
    returns=wire.nothing(),
)


class ContactPrivacyRelationship2Link(Link, rel="contactPrivacyRelationship", revision=2):
    """The privacy relationship between a contact and the user, which decides how much the contact may see; it can be
    changed."""

    def get(self, *, if_none_match: Validator = None) -> Call[ContactPrivacyRelationship]:
        """Read the privacy relationship.

        Gives the `ContactPrivacyRelationship`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def put(
        self,
        base: ContactPrivacyRelationship,
        *,
        relationship_level: enums.PrivacyRelationshipLevel | str | Unset | None = UNSET,
    ) -> Call[None]:
        """Change the privacy relationship.

        - base: The state to change, as it was read; what is not given stays as it is.
        - relationship_level: Privacy relationship of the contact with the user, such as colleague or friend.

        Gives nothing. Raises the errors of any operation and of the groups `exchange-version`, `cannot-redirect`
        (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not change this relationship.
        """
        return self._put(_PUT, base, {"relationshipLevel": relationship_level})
