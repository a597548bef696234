# Made by ucwagen from specs/resources/escalateAudio.yaml. Do not edit: change the spec and build again.
"""`escalateAudio`: Turns an audio call between two people into a conference.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/escalateaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .audio_video_invitation import AudioVideoInvitation

__all__ = ["EscalateAudioLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", place="query", max_length=50),
    Parameter("sessionContext", "string", required=True, place="query", max_length=50),
    content=("application/sdp",),
    returns=wire.representation("audio_video_invitation.AudioVideoInvitation"),
)


class EscalateAudioLink(Link, rel="escalateAudio"):
    """Turns an audio call between two people into a conference."""

    def post(
        self,
        content: str | bytes,
        *,
        content_type: str = "application/sdp",
        session_context: str,
        operation_id: str | None = None,
    ) -> Call[AudioVideoInvitation]:
        """Offer audio for the conference, by an audioVideoInvitation in the event channel.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `application/sdp`.
        - content_type: Its media type; `application/sdp` when left out.
        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - session_context (at most 50 characters): Context in which the media session takes place.

        Gives the `AudioVideoInvitation`. Raises the errors of any operation and of the groups `callback-channel`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(
            _POST,
            {"operationId": operation_id, "sessionContext": session_context},
            content=content,
            content_type=content_type,
        )
