# Made by ucwagen from specs/resources/stopMessaging.yaml. Do not edit: change the spec and build again.
"""`stopMessaging`: Stops messaging in the conversation, even while it is still connecting.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/stopmessaging_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["StopMessagingLink"]

_POST = Operation("POST", returns=wire.nothing())


class StopMessagingLink(Link, rel="stopMessaging"):
    """Stops messaging in the conversation, even while it is still connecting."""

    def post(self) -> Call[None]:
        """Stop messaging in the conversation.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
