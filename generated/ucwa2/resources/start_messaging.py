# Made by ucwagen from specs/resources/startMessaging.yaml. Do not edit: change the spec and build again.
"""`startMessaging`: Starts instant messaging with a contact.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/startmessaging_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, DataLink, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums
    from .messaging_invitation import MessagingInvitationLink

__all__ = ["StartMessagingLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("to", "string", required=True, place="either"),
    Parameter("importance", "enums.Importance"),
    Parameter("subject", "string", max_length=250),
    Parameter("threadId", "string"),
    Parameter("message", "data"),
    returns=wire.location("messaging_invitation.MessagingInvitationLink"),
)


class StartMessagingLink(Link, rel="startMessaging"):
    """Starts instant messaging with a contact."""

    def post(
        self,
        *,
        to: str,
        operation_id: str | None = None,
        importance: enums.Importance | str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
        message: DataLink | None = None,
    ) -> Call[MessagingInvitationLink]:
        """Start messaging in a new conversation with the contact.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id: Thread of the conversation; passing the same one again continues that conversation.
        - message: First message, which goes out together with the invitation.

        Gives a link to the `messagingInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The anonymous token was made for another address.
        """
        return self._call(
            _POST,
            {
                "operationId": operation_id,
                "to": to,
                "importance": importance,
                "subject": subject,
                "threadId": thread_id,
                "message": message,
            },
        )
