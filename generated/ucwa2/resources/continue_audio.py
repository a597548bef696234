# Made by ucwagen from specs/resources/continueAudio.yaml. Do not edit: change the spec and build again.
"""`continueAudio`: Takes a past conversation up again in audio.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/continueaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, DataLink, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .audio_video_invitation import AudioVideoInvitationLink

__all__ = ["ContinueAudioLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("mediaOffer", "data"),
    Parameter("sessionContext", "string", max_length=50),
    returns=wire.location("audio_video_invitation.AudioVideoInvitationLink"),
)


class ContinueAudioLink(Link, rel="continueAudio"):
    """Takes a past conversation up again in audio."""

    def post(
        self,
        *,
        operation_id: str | None = None,
        media_offer: DataLink | None = None,
        session_context: str | None = None,
    ) -> Call[AudioVideoInvitationLink]:
        """Take the conversation up again by an audioVideoInvitation for audio.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - media_offer: The media that are offered, described in SDP.
        - session_context (at most 50 characters): Context in which the media session takes place.

        Gives a link to the `audioVideoInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(
            _POST, {"operationId": operation_id, "mediaOffer": media_offer, "sessionContext": session_context}
        )
