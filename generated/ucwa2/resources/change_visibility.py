# Made by ucwagen from specs/resources/changeVisibility.yaml. Do not edit: change the spec and build again.
"""`changeVisibility`: Shows one of the user's phone numbers to others or hides it; present only if the user may do
so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/changevisibility_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["ChangeVisibilityLink"]

_POST = Operation(
    "POST",
    Parameter("includeInContactCard", "boolean", place="either"),
    returns=wire.nothing(),
)


class ChangeVisibilityLink(Link, rel="changeVisibility"):
    """Shows one of the user's phone numbers to others or hides it; present only if the user may do so."""

    def post(self, *, include_in_contact_card: bool | None = None) -> Call[None]:
        """Show the number to others or hide it.

        - include_in_contact_card: Whether other people see this phone number.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        - `Conflict`: The number comes from Active Directory, so that it cannot be shared here.
        """
        return self._call(_POST, {"includeInContactCard": include_in_contact_card})
