# Made by ucwagen from specs/resources/reject.yaml. Do not edit: change the spec and build again.
"""`reject`: Keeps a participant who waits in the lobby out of the meeting; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/reject_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["RejectLink"]

_POST = Operation("POST", returns=wire.nothing())


class RejectLink(Link, rel="reject"):
    """Keeps a participant who waits in the lobby out of the meeting; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Keep the participant out of the meeting.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
