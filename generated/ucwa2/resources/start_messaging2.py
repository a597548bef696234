# Made by ucwagen from specs/resources/startMessaging2.yaml. Do not edit: change the spec and build again.
"""`startMessaging`: Starts instant messaging with a contact; it can carry content of the application's own.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/startmessaging2_ref
Revision: 2
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, DataLink, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums
    from .messaging_invitation import MessagingInvitationLink

__all__ = ["StartMessaging2Link"]

_POST = Operation(
    "POST",
    Parameter("customContent", "data"),
    Parameter("importance", "enums.Importance"),
    Parameter("message", "data"),
    Parameter("operationId", "string", max_length=50),
    Parameter("subject", "string", max_length=250),
    Parameter("threadId", "string", max_length=250),
    Parameter("to", "string", place="either"),
    returns=wire.location("messaging_invitation.MessagingInvitationLink"),
)


class StartMessaging2Link(Link, rel="startMessaging", revision=2):
    """Starts instant messaging with a contact; it can carry content of the application's own."""

    def post(
        self,
        *,
        custom_content: DataLink | None = None,
        importance: enums.Importance | str | None = None,
        message: DataLink | None = None,
        operation_id: str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
        to: str | None = None,
    ) -> Call[MessagingInvitationLink]:
        """Start messaging in a new conversation with the contact.

        - custom_content: Content of the application's own that goes along with the invitation.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - message: First message, which goes out together with the invitation.
        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id (at most 250 characters): Thread of the conversation; passing the same one again continues that
          conversation.
        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.

        Gives a link to the `messagingInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The anonymous token was made for another address.
        """
        return self._call(
            _POST,
            {
                "customContent": custom_content,
                "importance": importance,
                "message": message,
                "operationId": operation_id,
                "subject": subject,
                "threadId": thread_id,
                "to": to,
            },
        )
