# Made by ucwagen from specs/resources/addToContactList.yaml. Do not edit: change the spec and build again.
"""`addToContactList`: Adds a distribution group to the contact list.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/addtocontactlist_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["AddToContactListLink"]

_POST = Operation(
    "POST",
    Parameter("displayName", "string", required=True, place="either", max_length=256),
    Parameter("smtpAddress", "string", required=True, place="either"),
    returns=wire.nothing(),
)


class AddToContactListLink(Link, rel="addToContactList"):
    """Adds a distribution group to the contact list."""

    def post(self, *, display_name: str, smtp_address: str) -> Call[None]:
        """Add the distribution group to the contact list.

        - display_name (at most 256 characters): Name under which the group is shown.
        - smtp_address: Email address of the distribution group.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"displayName": display_name, "smtpAddress": smtp_address})
