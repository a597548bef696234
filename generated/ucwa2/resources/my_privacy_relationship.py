# Made by ucwagen from specs/resources/myPrivacyRelationship.yaml. Do not edit: change the spec and build again.
"""`myPrivacyRelationship`: The contacts with the same privacy relationship to the user.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/myprivacyrelationship_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    EnumProperty,
    Link,
    Links,
    Many,
    One,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums
    from .contact import ContactLink

__all__ = ["MyPrivacyRelationship", "MyPrivacyRelationshipLink", "MyPrivacyRelationshipLinks"]


class MyPrivacyRelationshipLinks(Links):
    """Where `myPrivacyRelationship` leads."""

    self: One[MyPrivacyRelationshipLink] = wire.one("self", "my_privacy_relationship.MyPrivacyRelationshipLink")
    """The resource itself."""

    contact: Many[ContactLink] = wire.many("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""


class MyPrivacyRelationship(State, rel="myPrivacyRelationship"):
    """The contacts with the same privacy relationship to the user."""

    links: View[MyPrivacyRelationshipLinks] = View(MyPrivacyRelationshipLinks)

    relationship_level: EnumProperty[enums.PrivacyRelationshipLevel] = wire.enum(
        "relationshipLevel", "enums.PrivacyRelationshipLevel"
    )
    """Privacy relationship of these contacts with the user, such as colleagues or friends."""


_GET = Operation("GET", returns=wire.representation("my_privacy_relationship.MyPrivacyRelationship"))


class MyPrivacyRelationshipLink(Link, rel="myPrivacyRelationship"):
    """Leads to `MyPrivacyRelationship`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyPrivacyRelationship]:
        """Read the contacts of this relationship.

        Gives the `MyPrivacyRelationship`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see this relationship, the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
