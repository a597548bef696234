# Made by ucwagen from specs/resources/addMessaging.yaml. Do not edit: change the spec and build again.
"""`addMessaging`: Adds instant messaging to the conversation, whether between two people or in a meeting.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/addmessaging_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, DataLink, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .messaging_invitation import MessagingInvitationLink

__all__ = ["AddMessagingLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("message", "data"),
    returns=wire.location("messaging_invitation.MessagingInvitationLink"),
)


class AddMessagingLink(Link, rel="addMessaging"):
    """Adds instant messaging to the conversation, whether between two people or in a meeting."""

    def post(
        self, *, operation_id: str | None = None, message: DataLink | None = None
    ) -> Call[MessagingInvitationLink]:
        """Add messaging, which begins a messagingInvitation.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - message: First message, which goes out together with the invitation.

        Gives a link to the `messagingInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"operationId": operation_id, "message": message})
