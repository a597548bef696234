# Made by ucwagen from specs/resources/immediateForwardToContact.yaml. Do not edit: change the spec and build again.
"""`immediateForwardToContact`: Forwards all calls to one contact or number; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/immediateforwardtocontact_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["ImmediateForwardToContactLink"]

_POST = Operation(
    "POST",
    Parameter("target", "string", required=True, place="either", max_length=80),
    returns=wire.nothing(),
)


class ImmediateForwardToContactLink(Link, rel="immediateForwardToContact"):
    """Forwards all calls to one contact or number; present only if the user may do so."""

    def post(self, *, target: str) -> Call[None]:
        """Forward all audio calls to a contact or number.

        - target (at most 80 characters): Contact (as a `sip:` URI) or number (as a `tel:` URI) to which all calls
          go.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user is anonymous or lacks Enterprise Voice, or the administrator does not let calls go to
          custom numbers.
        """
        return self._call(_POST, {"target": target})
