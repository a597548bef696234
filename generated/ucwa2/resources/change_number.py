# Made by ucwagen from specs/resources/changeNumber.yaml. Do not edit: change the spec and build again.
"""`changeNumber`: Changes or clears one of the user's phone numbers; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/changenumber_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["ChangeNumberLink"]

_POST = Operation(
    "POST",
    Parameter("includeInContactCard", "boolean", place="either"),
    Parameter("number", "string", place="either", max_length=80),
    returns=wire.nothing(),
)


class ChangeNumberLink(Link, rel="changeNumber"):
    """Changes or clears one of the user's phone numbers; present only if the user may do so."""

    def post(self, *, include_in_contact_card: bool | None = None, number: str | None = None) -> Call[None]:
        """Change or clear the number, and say whether others see it.

        - include_in_contact_card: Whether other people see this phone number.
        - number (phone, at most 80 characters): The new phone number; left out, the stored one is cleared.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        - `Conflict`: The number comes from Active Directory, so that it cannot be shared here.
        - `BadRequestNormalizationFailed`: The phone number cannot be brought into normal form.
        """
        return self._call(_POST, {"includeInContactCard": include_in_contact_card, "number": number})
