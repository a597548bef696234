# Made by ucwagen from specs/resources/simultaneousRingToContact.yaml. Do not edit: change the spec and build again.
"""`simultaneousRingToContact`: Lets calls ring a contact or number together with the user; present only if the user
may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/simultaneousringtocontact_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["SimultaneousRingToContactLink"]

_POST = Operation(
    "POST",
    Parameter("target", "string", required=True, place="either", max_length=80),
    returns=wire.nothing(),
)


class SimultaneousRingToContactLink(Link, rel="simultaneousRingToContact"):
    """Lets calls ring a contact or number together with the user; present only if the user may do so."""

    def post(self, *, target: str) -> Call[None]:
        """Let calls ring a contact or number too.

        - target (at most 80 characters): Contact (as a `sip:` URI) or number (as a `tel:` URI) to ring together with
          the user.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice or simultaneous ringing.
        """
        return self._call(_POST, {"target": target})
