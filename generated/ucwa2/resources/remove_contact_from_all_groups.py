# Made by ucwagen from specs/resources/removeContactFromAllGroups.yaml. Do not edit: change the spec and build again.
"""`removeContactFromAllGroups`: Removes a contact from every group.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/removecontactfromallgroups_ref
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["RemoveContactFromAllGroupsLink"]

_POST = Operation(
    "POST",
    Parameter("contactUri", "string", required=True, place="either", max_length=250),
    returns=wire.nothing(),
)


class RemoveContactFromAllGroupsLink(Link, rel="removeContactFromAllGroups"):
    """Removes a contact from every group."""

    def post(self, *, contact_uri: str) -> Call[None]:
        """Remove the contact from every group.

        - contact_uri (uri, at most 250 characters): Address of the contact.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict` (see
        `ucwa2.errors`).
        """
        return self._call(_POST, {"contactUri": contact_uri})
