# Made by ucwagen from specs/resources/eject.yaml. Do not edit: change the spec and build again.
"""`eject`: Removes the participant from the meeting; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/eject_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["EjectLink"]

_POST = Operation("POST", returns=wire.nothing())


class EjectLink(Link, rel="eject"):
    """Removes the participant from the meeting; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Remove the participant from the meeting.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
