# Made by ucwagen from specs/resources/markAsRead.yaml. Do not edit: change the spec and build again.
"""`markAsRead`: Marks a past conversation as read in Exchange.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/markasread_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["MarkAsReadLink"]

_POST = Operation("POST", returns=wire.nothing())


class MarkAsReadLink(Link, rel="markAsRead"):
    """Marks a past conversation as read in Exchange."""

    def post(self) -> Call[None]:
        """Mark the past conversation as read.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
