# Made by ucwagen from specs/resources/audioVideoSession.yaml. Do not edit: change the spec and build again.
"""`audioVideoSession`: One media session of an audio or video call.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiovideosession_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .application_sharing import ApplicationSharingLink
    from .audio_video import AudioVideoLink
    from .conversation import ConversationLink
    from .data_collaboration import DataCollaborationLink
    from .publish_call_quality_feedback import PublishCallQualityFeedbackLink
    from .renegotiations import RenegotiationsLink
    from .resume_audio import ResumeAudioLink
    from .resume_audio_video import ResumeAudioVideoLink

__all__ = ["AudioVideoSession", "AudioVideoSessionLink", "AudioVideoSessionLinks"]


class AudioVideoSessionLinks(Links):
    """Where `audioVideoSession` leads."""

    self: One[AudioVideoSessionLink] = wire.one("self", "audio_video_session.AudioVideoSessionLink")
    """The resource itself."""

    application_sharing: One[ApplicationSharingLink] = wire.one(
        "applicationSharing", "application_sharing.ApplicationSharingLink"
    )
    """Application sharing in a conversation, with its state; nothing can be viewed or shared through this API."""

    audio_video: One[AudioVideoLink] = wire.one("audioVideo", "audio_video.AudioVideoLink")
    """Audio and video in a conversation, with their state and the ways to add, escalate and stop them."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    data_collaboration: One[DataCollaborationLink] = wire.one(
        "dataCollaboration", "data_collaboration.DataCollaborationLink"
    )
    """Data collaboration in a conversation, with its state; nothing can be viewed or shared through this API."""

    publish_call_quality_feedback: One[PublishCallQualityFeedbackLink] = wire.one(
        "publishCallQualityFeedback", "publish_call_quality_feedback.PublishCallQualityFeedbackLink"
    )
    """Receives the client's data on the quality of a call."""

    renegotiations: One[RenegotiationsLink] = wire.one("renegotiations", "renegotiations.RenegotiationsLink")
    """The renegotiations of a session's media, where new ones are started."""

    resume_audio: One[ResumeAudioLink] = wire.one("resumeAudio", "resume_audio.ResumeAudioLink")
    """Resumes the audio of the call."""

    resume_audio_video: One[ResumeAudioVideoLink] = wire.one(
        "resumeAudioVideo", "resume_audio_video.ResumeAudioVideoLink"
    )
    """Resumes both audio and video in the call."""


class AudioVideoSession(State, rel="audioVideoSession"):
    """One media session of an audio or video call."""

    links: View[AudioVideoSessionLinks] = View(AudioVideoSessionLinks)

    remote_endpoint = wire.text("remoteEndpoint")
    """The endpoint on the other side of the session."""

    session_context = wire.text("sessionContext")
    """Context in which the media session takes place."""

    state: EnumProperty[enums.SessionState] = wire.enum("state", "enums.SessionState")
    """State of the session."""


_GET = Operation("GET", returns=wire.representation("audio_video_session.AudioVideoSession"))


class AudioVideoSessionLink(Link, rel="audioVideoSession"):
    """Leads to `AudioVideoSession`."""

    def get(self, *, if_none_match: Validator = None) -> Call[AudioVideoSession]:
        """Read the session.

        Gives the `AudioVideoSession`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
