# Made by ucwagen from specs/resources/replayMessage.yaml. Do not edit: change the spec and build again.
"""`replayMessage`: Sends a message again, from an endpoint of the application to its running instance.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/replaymessage_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["ReplayMessageLink"]

_POST = Operation("POST", returns=wire.nothing())


class ReplayMessageLink(Link, rel="replayMessage"):
    """Sends a message again, from an endpoint of the application to its running instance."""

    def post(self) -> Call[None]:
        """Send the message to this endpoint of the user once more.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
