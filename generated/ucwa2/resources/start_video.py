# Made by ucwagen from specs/resources/startVideo.yaml. Do not edit: change the spec and build again.
"""`startVideo`: Starts a video call with a contact.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/startvideo_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, DataLink, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums
    from .audio_video_invitation import AudioVideoInvitationLink

__all__ = ["StartVideoLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("to", "string", required=True),
    Parameter("importance", "enums.Importance"),
    Parameter("subject", "string", max_length=250),
    Parameter("threadId", "string"),
    Parameter("mediaOffer", "data"),
    Parameter("sessionContext", "string", max_length=50),
    Parameter("joinVideoMuted", "boolean"),
    returns=wire.location("audio_video_invitation.AudioVideoInvitationLink"),
)


class StartVideoLink(Link, rel="startVideo"):
    """Starts a video call with a contact."""

    def post(
        self,
        *,
        to: str,
        operation_id: str | None = None,
        importance: enums.Importance | str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
        media_offer: DataLink | None = None,
        session_context: str | None = None,
        join_video_muted: bool | None = None,
    ) -> Call[AudioVideoInvitationLink]:
        """Start a video call in a new conversation with the contact.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id: Thread of the conversation; passing the same one again continues that conversation.
        - media_offer: The media that are offered, described in SDP.
        - session_context (at most 50 characters): Context in which the media session takes place.
        - join_video_muted: Whether the user joins with video muted.

        Gives a link to the `audioVideoInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(
            _POST,
            {
                "operationId": operation_id,
                "to": to,
                "importance": importance,
                "subject": subject,
                "threadId": thread_id,
                "mediaOffer": media_offer,
                "sessionContext": session_context,
                "joinVideoMuted": join_video_muted,
            },
        )
