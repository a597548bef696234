# Made by ucwagen from specs/resources/removeFromContactList.yaml. Do not edit: change the spec and build again.
"""`removeFromContactList`: Removes a distribution group from the contact list.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/removefromcontactlist_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["RemoveFromContactListLink"]

_POST = Operation(
    "POST",
    Parameter("groupId", "string", required=True, place="either", max_length=256),
    returns=wire.nothing(),
)


class RemoveFromContactListLink(Link, rel="removeFromContactList"):
    """Removes a distribution group from the contact list."""

    def post(self, *, group_id: str) -> Call[None]:
        """Remove the distribution group from the contact list.

        - group_id (at most 256 characters): Identifier of the distribution group.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"groupId": group_id})
