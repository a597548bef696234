# Made by ucwagen from specs/resources/enableAudienceMessaging.yaml. Do not edit: change the spec and build again.
"""`enableAudienceMessaging`: Allows messaging to all participants of the conversation; present only if the user may
do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/enableaudiencemessaging_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["EnableAudienceMessagingLink"]

_POST = Operation("POST", returns=wire.nothing())


class EnableAudienceMessagingLink(Link, rel="enableAudienceMessaging"):
    """Allows messaging to all participants of the conversation; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Allow messaging to all participants of the conversation.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
