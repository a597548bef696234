# Made by ucwagen from specs/resources/disableAudienceMessaging.yaml. Do not edit: change the spec and build again.
"""`disableAudienceMessaging`: Forbids messaging to all participants of the conversation; present only if the user
may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/disableaudiencemessaging_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["DisableAudienceMessagingLink"]

_POST = Operation("POST", returns=wire.nothing())


class DisableAudienceMessagingLink(Link, rel="disableAudienceMessaging"):
    """Forbids messaging to all participants of the conversation; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Forbid messaging to all participants of the conversation.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
