# Made by ucwagen from specs/resources/resetContactPrivacyRelationship.yaml. Do not edit: change the spec and build again.
"""`resetContactPrivacyRelationship`: Resets the contact's privacy relationship with the user.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/resetcontactprivacyrelationship_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["ResetContactPrivacyRelationshipLink"]

_POST = Operation("POST", returns=wire.nothing())


class ResetContactPrivacyRelationshipLink(Link, rel="resetContactPrivacyRelationship"):
    """Resets the contact's privacy relationship with the user."""

    def post(self) -> Call[None]:
        """Reset the contact's privacy relationship with the user.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not change this relationship or the contact list, work with delegates, or expand
          distribution groups.
        - `Conflict`: The resource is in a state that does not allow this.
        """
        return self._call(_POST, {})
