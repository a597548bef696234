# Made by ucwagen from specs/resources/audioTranscript.yaml. Do not edit: change the spec and build again.
"""`audioTranscript`: The part of a past conversation's record that describes an audio event.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiotranscript_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["AudioTranscript", "AudioTranscriptLink", "AudioTranscriptLinks"]


class AudioTranscriptLinks(Links):
    """Where `audioTranscript` leads."""

    self: One[AudioTranscriptLink] = wire.one("self", "audio_transcript.AudioTranscriptLink")
    """The resource itself."""


class AudioTranscript(State, rel="audioTranscript"):
    """The part of a past conversation's record that describes an audio event."""

    links: View[AudioTranscriptLinks] = View(AudioTranscriptLinks)

    duration = wire.text("duration")
    """How long the audio lasted."""

    status: EnumProperty[enums.AudioTranscriptStatus] = wire.enum("status", "enums.AudioTranscriptStatus")
    """Which audio event is recorded, such as Connected or Ended."""


_GET = Operation("GET", returns=wire.representation("audio_transcript.AudioTranscript"))


class AudioTranscriptLink(Link, rel="audioTranscript"):
    """Leads to `AudioTranscript`."""

    def get(self, *, if_none_match: Validator = None) -> Call[AudioTranscript]:
        """Read the audio transcript.

        Gives the `AudioTranscript`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
