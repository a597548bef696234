# Made by ucwagen from specs/resources/addAudioVideo.yaml. Do not edit: change the spec and build again.
"""`addAudioVideo`: Adds audio and video to the conversation.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/addaudiovideo_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, DataLink, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .audio_video_invitation import AudioVideoInvitationLink

__all__ = ["AddAudioVideoLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("mediaOffer", "data"),
    Parameter("sessionContext", "string", max_length=50),
    Parameter("joinAudioMuted", "boolean"),
    Parameter("joinVideoMuted", "boolean"),
    Parameter("to", "string", required=True),
    returns=wire.location("audio_video_invitation.AudioVideoInvitationLink"),
)


class AddAudioVideoLink(Link, rel="addAudioVideo"):
    """Adds audio and video to the conversation."""

    def post(
        self,
        *,
        to: str,
        operation_id: str | None = None,
        media_offer: DataLink | None = None,
        session_context: str | None = None,
        join_audio_muted: bool | None = None,
        join_video_muted: bool | None = None,
    ) -> Call[AudioVideoInvitationLink]:
        """Add audio and video, which begins an audioVideoInvitation.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - media_offer: The media that are offered, described in SDP.
        - session_context (at most 50 characters): Context in which the media session takes place.
        - join_audio_muted: Whether the user joins with audio muted.
        - join_video_muted: Whether the user joins with video muted.
        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.

        Gives a link to the `audioVideoInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(
            _POST,
            {
                "operationId": operation_id,
                "mediaOffer": media_offer,
                "sessionContext": session_context,
                "joinAudioMuted": join_audio_muted,
                "joinVideoMuted": join_video_muted,
                "to": to,
            },
        )
