# Made by ucwagen from specs/resources/resumeAudioVideo.yaml. Do not edit: change the spec and build again.
"""`resumeAudioVideo`: Resumes both audio and video in the call.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/resumeaudiovideo_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .audio_video_renegotiation import AudioVideoRenegotiation

__all__ = ["ResumeAudioVideoLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", place="query", max_length=50),
    content=("application/sdp",),
    returns=wire.representation("audio_video_renegotiation.AudioVideoRenegotiation"),
)


class ResumeAudioVideoLink(Link, rel="resumeAudioVideo"):
    """Resumes both audio and video in the call."""

    def post(
        self, content: str | bytes, *, content_type: str = "application/sdp", operation_id: str | None = None
    ) -> Call[AudioVideoRenegotiation]:
        """Renegotiate the media, so that audio and video continue.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `application/sdp`.
        - content_type: Its media type; `application/sdp` when left out.
        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.

        Gives the `AudioVideoRenegotiation`. Raises the errors of any operation and of the groups `callback-channel`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"operationId": operation_id}, content=content, content_type=content_type)
