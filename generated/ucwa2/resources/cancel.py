# Made by ucwagen from specs/resources/cancel.yaml. Do not edit: change the spec and build again.
"""`cancel`: Cancels an outgoing invitation, or disconnects its modality.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/cancel_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["CancelLink"]

_POST = Operation("POST", returns=wire.nothing())


class CancelLink(Link, rel="cancel"):
    """Cancels an outgoing invitation, or disconnects its modality."""

    def post(self) -> Call[None]:
        """Cancel the invitation.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
