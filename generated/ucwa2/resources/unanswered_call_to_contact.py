# Made by ucwagen from specs/resources/unansweredCallToContact.yaml. Do not edit: change the spec and build again.
"""`unansweredCallToContact`: Forwards unanswered calls to a contact or number; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/unansweredcalltocontact_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["UnansweredCallToContactLink"]

_POST = Operation(
    "POST",
    Parameter("ringDelay", "integer", place="either", minimum=5, maximum=60),
    Parameter("target", "string", required=True, place="either", max_length=80),
    returns=wire.nothing(),
)


class UnansweredCallToContactLink(Link, rel="unansweredCallToContact"):
    """Forwards unanswered calls to a contact or number; present only if the user may do so."""

    def post(self, *, target: str, ring_delay: int | None = None) -> Call[None]:
        """Forward unanswered calls to a contact or number.

        - ring_delay (from 5 to 60): Seconds before the phone of the contact or number rings.
        - target (at most 80 characters): Contact (as a `sip:` URI) or number (as a `tel:` URI) to which unanswered
          calls go.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user lacks Enterprise Voice, has ImmediateForward on, or the administrator switched
          forwarding off.
        """
        return self._call(_POST, {"ringDelay": ring_delay, "target": target})
