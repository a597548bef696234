# Made by ucwagen from specs/resources/reject.yaml. Do not edit: change the spec and build again.
"""`reject`: Rejects a participant who waits in the lobby; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/reject_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["RejectLink"]

_POST = Operation("POST", returns=wire.nothing())


class RejectLink(Link, rel="reject"):
    """Rejects a participant who waits in the lobby; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Reject the participant.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
