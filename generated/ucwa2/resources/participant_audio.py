# Made by ucwagen from specs/resources/participantAudio.yaml. Do not edit: change the spec and build again.
"""`participantAudio`: Shows that a participant uses audio in the conversation; it exists as long as that lasts.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/participantaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .mute_audio import MuteAudioLink
    from .participant import ParticipantLink
    from .unmute_audio import UnmuteAudioLink

__all__ = ["ParticipantAudio", "ParticipantAudioLink", "ParticipantAudioLinks"]


class ParticipantAudioLinks(Links):
    """Where `participantAudio` leads."""

    self: One[ParticipantAudioLink] = wire.one("self", "participant_audio.ParticipantAudioLink")
    """The resource itself."""

    mute_audio: One[MuteAudioLink] = wire.one("muteAudio", "mute_audio.MuteAudioLink")
    """Turns the participant's audio off; present only if the user may do so."""

    participant: One[ParticipantLink] = wire.one("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""

    unmute_audio: One[UnmuteAudioLink] = wire.one("unmuteAudio", "unmute_audio.UnmuteAudioLink")
    """Turns the participant's audio on again; present only if the user may do so."""


class ParticipantAudio(State, rel="participantAudio"):
    """Shows that a participant uses audio in the conversation; it exists as long as that lasts."""

    links: View[ParticipantAudioLinks] = View(ParticipantAudioLinks)

    audio_direction: EnumProperty[enums.MediaDirectionType] = wire.enum("audioDirection", "enums.MediaDirectionType")
    """Whether the participant sends audio, receives it, both or neither."""

    audio_muted = wire.boolean("audioMuted")
    """Whether the audio of the participant is muted."""

    audio_source_id = wire.text("audioSourceId")
    """Identifier of the source from which the participant's audio comes."""


_GET = Operation("GET", returns=wire.representation("participant_audio.ParticipantAudio"))


class ParticipantAudioLink(Link, rel="participantAudio"):
    """Leads to `ParticipantAudio`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ParticipantAudio]:
        """Read the participant's audio.

        Gives the `ParticipantAudio`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
