# Made by ucwagen from specs/resources/startOnlineMeeting.yaml. Do not edit: change the spec and build again.
"""`startOnlineMeeting`: Creates a meeting and joins it at once.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/startonlinemeeting_ref
Scopes: Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums
    from .online_meeting_invitation import OnlineMeetingInvitationLink

__all__ = ["StartOnlineMeetingLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("importance", "enums.Importance"),
    Parameter("subject", "string", max_length=250),
    Parameter("threadId", "string"),
    returns=wire.location("online_meeting_invitation.OnlineMeetingInvitationLink"),
)


class StartOnlineMeetingLink(Link, rel="startOnlineMeeting"):
    """Creates a meeting and joins it at once."""

    def post(
        self,
        *,
        operation_id: str | None = None,
        importance: enums.Importance | str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
    ) -> Call[OnlineMeetingInvitationLink]:
        """Create and join a meeting, shown in the event channel as an onlineMeetingInvitation.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id: Thread of the conversation; passing the same one again continues that conversation.

        Gives a link to the `onlineMeetingInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(
            _POST, {"operationId": operation_id, "importance": importance, "subject": subject, "threadId": thread_id}
        )
