# Made by ucwagen from specs/resources/removeContactFromAllGroups2.yaml. Do not edit: change the spec and build again.
"""`removeContactFromAllGroups`: Removes a contact from the contact list and every group.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/removecontactfromallgroups2_ref
Revision: 2
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["RemoveContactFromAllGroups2Link"]

_POST = Operation(
    "POST",
    Parameter("contactUri", "string", required=True, place="either", max_length=250),
    returns=wire.nothing(),
)


class RemoveContactFromAllGroups2Link(Link, rel="removeContactFromAllGroups", revision=2):
    """Removes a contact from the contact list and every group."""

    def post(self, *, contact_uri: str) -> Call[None]:
        """Remove the contact from every group.

        - contact_uri (uri, at most 250 characters): Address of the contact.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"contactUri": contact_uri})
