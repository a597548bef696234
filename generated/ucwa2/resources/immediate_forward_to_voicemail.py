# Made by ucwagen from specs/resources/immediateForwardToVoicemail.yaml. Do not edit: change the spec and build again.
"""`immediateForwardToVoicemail`: Forwards all calls to voicemail without ringing; present only if the user may do
so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/immediateforwardtovoicemail_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["ImmediateForwardToVoicemailLink"]

_POST = Operation("POST", returns=wire.nothing())


class ImmediateForwardToVoicemailLink(Link, rel="immediateForwardToVoicemail"):
    """Forwards all calls to voicemail without ringing; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Forward all calls to voicemail.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user is anonymous or lacks Enterprise Voice or voicemail.
        """
        return self._call(_POST, {})
