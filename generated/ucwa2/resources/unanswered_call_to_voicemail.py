# Made by ucwagen from specs/resources/unansweredCallToVoicemail.yaml. Do not edit: change the spec and build again.
"""`unansweredCallToVoicemail`: Forwards unanswered calls to the user's voicemail; present only if the user may do
so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/unansweredcalltovoicemail_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["UnansweredCallToVoicemailLink"]

_POST = Operation(
    "POST",
    Parameter("ringDelay", "integer", place="either", minimum=5, maximum=60),
    returns=wire.nothing(),
)


class UnansweredCallToVoicemailLink(Link, rel="unansweredCallToVoicemail"):
    """Forwards unanswered calls to the user's voicemail; present only if the user may do so."""

    def post(self, *, ring_delay: int | None = None) -> Call[None]:
        """Forward unanswered calls to voicemail.

        - ring_delay (from 5 to 60): Seconds before the call goes to voicemail.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice, or calls are forwarded at once (ImmediateForward).
        """
        return self._call(_POST, {"ringDelay": ring_delay})
