# Made by ucwagen from specs/resources/audioVideo.yaml. Do not edit: change the spec and build again.
"""`audioVideo`: Audio and video in a conversation, with their state and the ways to add, escalate and stop them.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiovideo_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: updated (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .add_audio import AddAudioLink
    from .add_audio_video import AddAudioVideoLink
    from .add_video import AddVideoLink
    from .audio_video_policies import AudioVideoPoliciesLink
    from .audio_video_session import AudioVideoSessionLink
    from .conversation import ConversationLink
    from .escalate_audio import EscalateAudioLink
    from .escalate_audio_video import EscalateAudioVideoLink
    from .replace_with_phone_audio import ReplaceWithPhoneAudioLink
    from .report_media_diagnostics import ReportMediaDiagnosticsLink
    from .stop_audio import StopAudioLink
    from .stop_audio_video import StopAudioVideoLink
    from .stop_video import StopVideoLink
    from .video_freeze import VideoFreezeLink
    from .video_locked_on_participant import VideoLockedOnParticipantLink

__all__ = ["AudioVideo", "AudioVideoLink", "AudioVideoLinks"]


class AudioVideoLinks(Links):
    """Where `audioVideo` leads."""

    self: One[AudioVideoLink] = wire.one("self", "audio_video.AudioVideoLink")
    """The resource itself."""

    add_audio: One[AddAudioLink] = wire.one("addAudio", "add_audio.AddAudioLink")
    """Adds audio to the conversation."""

    add_audio_video: One[AddAudioVideoLink] = wire.one("addAudioVideo", "add_audio_video.AddAudioVideoLink")
    """Adds audio and video to the conversation."""

    add_video: One[AddVideoLink] = wire.one("addVideo", "add_video.AddVideoLink")
    """Adds video to the conversation."""

    audio_video_policies: One[AudioVideoPoliciesLink] = wire.one(
        "audioVideoPolicies", "audio_video_policies.AudioVideoPoliciesLink"
    )
    """The policies for the user's audio and video."""

    audio_video_session: One[AudioVideoSessionLink] = wire.one(
        "audioVideoSession", "audio_video_session.AudioVideoSessionLink"
    )
    """One media session of an audio or video call."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    escalate_audio: One[EscalateAudioLink] = wire.one("escalateAudio", "escalate_audio.EscalateAudioLink")
    """Turns an audio call between two people into a conference."""

    escalate_audio_video: One[EscalateAudioVideoLink] = wire.one(
        "escalateAudioVideo", "escalate_audio_video.EscalateAudioVideoLink"
    )
    """Turns an audio and video call between two people into a conference."""

    replace_with_phone_audio: One[ReplaceWithPhoneAudioLink] = wire.one(
        "replaceWithPhoneAudio", "replace_with_phone_audio.ReplaceWithPhoneAudioLink"
    )
    """Moves the audio of the conversation to the telephone network."""

    report_media_diagnostics: One[ReportMediaDiagnosticsLink] = wire.one(
        "reportMediaDiagnostics", "report_media_diagnostics.ReportMediaDiagnosticsLink"
    )
    """Receives the client's diagnostics on the media of a call."""

    stop_audio: One[StopAudioLink] = wire.one("stopAudio", "stop_audio.StopAudioLink")
    """Stops the audio of the call."""

    stop_audio_video: One[StopAudioVideoLink] = wire.one("stopAudioVideo", "stop_audio_video.StopAudioVideoLink")
    """Stops both audio and video in the call."""

    stop_video: One[StopVideoLink] = wire.one("stopVideo", "stop_video.StopVideoLink")
    """Stops the video of the call."""

    video_freeze: One[VideoFreezeLink] = wire.one("videoFreeze", "video_freeze.VideoFreezeLink")
    """Asks that the local participant's video is frozen."""

    video_locked_on_participant: One[VideoLockedOnParticipantLink] = wire.one(
        "videoLockedOnParticipant", "video_locked_on_participant.VideoLockedOnParticipantLink"
    )
    """The participant whose video all participants of the meeting see, while the spotlight is locked."""


class AudioVideo(State, rel="audioVideo"):
    """Audio and video in a conversation, with their state and the ways to add, escalate and stop them."""

    links: View[AudioVideoLinks] = View(AudioVideoLinks)

    state: EnumProperty[enums.CallState] = wire.enum("state", "enums.CallState")
    """State of the modality, such as connecting or connected."""

    supports_replaces = wire.text("supportsReplaces")
    """Identifier of this call for its replacement in a consultative transfer."""

    video_sources_allowed: EnumProperty[enums.VideoSourcesAllowed] = wire.enum(
        "videoSourcesAllowed", "enums.VideoSourcesAllowed"
    )
    """Who may show video in the gallery."""


_GET = Operation("GET", returns=wire.representation("audio_video.AudioVideo"))


class AudioVideoLink(Link, rel="audioVideo"):
    """Leads to `AudioVideo`."""

    def get(self, *, if_none_match: Validator = None) -> Call[AudioVideo]:
        """Read the state of audio and video.

        Gives the `AudioVideo`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
