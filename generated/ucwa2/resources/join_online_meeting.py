# Made by ucwagen from specs/resources/joinOnlineMeeting.yaml. Do not edit: change the spec and build again.
"""`joinOnlineMeeting`: Joins a meeting that is already scheduled, or a new one.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/joinonlinemeeting_ref
Scopes: Conversations.Initiate
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums
    from .online_meeting_invitation import OnlineMeetingInvitationLink

__all__ = ["JoinOnlineMeetingLink"]

_POST = Operation(
    "POST",
    Parameter("onlineMeetingUri", "string", place="either"),
    Parameter("operationId", "string", max_length=50),
    Parameter("importance", "enums.Importance"),
    Parameter("subject", "string", max_length=250),
    Parameter("threadId", "string"),
    returns=wire.location("online_meeting_invitation.OnlineMeetingInvitationLink"),
)


class JoinOnlineMeetingLink(Link, rel="joinOnlineMeeting"):
    """Joins a meeting that is already scheduled, or a new one."""

    def post(
        self,
        *,
        online_meeting_uri: str | None = None,
        operation_id: str | None = None,
        importance: enums.Importance | str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
    ) -> Call[OnlineMeetingInvitationLink]:
        """Join the meeting, shown in the event channel as an onlineMeetingInvitation.

        - online_meeting_uri (uri): Address of the meeting to join; left out, a new meeting is created.
        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id: Thread of the conversation; passing the same one again continues that conversation.

        Gives a link to the `onlineMeetingInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `NotFoundDestinationNotFound`: There is no such meeting.
        - `Forbidden`: The anonymous token was made for another meeting.
        """
        return self._call(
            _POST,
            {
                "onlineMeetingUri": online_meeting_uri,
                "operationId": operation_id,
                "importance": importance,
                "subject": subject,
                "threadId": thread_id,
            },
        )
