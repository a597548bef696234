# Made by ucwagen from specs/resources/participantVideo.yaml. Do not edit: change the spec and build again.
"""`participantVideo`: Shows that a participant uses the main video in the conversation; it exists as long as that
lasts.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/participantvideo_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .mute_video import MuteVideoLink
    from .participant import ParticipantLink
    from .unmute_video import UnmuteVideoLink

__all__ = ["ParticipantVideo", "ParticipantVideoLink", "ParticipantVideoLinks"]


class ParticipantVideoLinks(Links):
    """Where `participantVideo` leads."""

    self: One[ParticipantVideoLink] = wire.one("self", "participant_video.ParticipantVideoLink")
    """The resource itself."""

    mute_video: One[MuteVideoLink] = wire.one("muteVideo", "mute_video.MuteVideoLink")
    """Turns the participant's video off; present only if the user may do so."""

    participant: One[ParticipantLink] = wire.one("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""

    unmute_video: One[UnmuteVideoLink] = wire.one("unmuteVideo", "unmute_video.UnmuteVideoLink")
    """Turns the participant's video on again; present only if the user may do so."""


class ParticipantVideo(State, rel="participantVideo"):
    """Shows that a participant uses the main video in the conversation; it exists as long as that lasts."""

    links: View[ParticipantVideoLinks] = View(ParticipantVideoLinks)

    video_direction: EnumProperty[enums.MediaDirectionType] = wire.enum("videoDirection", "enums.MediaDirectionType")
    """Whether the participant sends the main video, receives it, both or neither."""

    video_muted = wire.boolean("videoMuted")
    """Whether the main video of the participant is muted."""

    video_source_id = wire.text("videoSourceId")
    """Identifier of the source from which the participant's main video comes."""


_GET = Operation("GET", returns=wire.representation("participant_video.ParticipantVideo"))


class ParticipantVideoLink(Link, rel="participantVideo"):
    """Leads to `ParticipantVideo`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ParticipantVideo]:
        """Read the participant's main video.

        Gives the `ParticipantVideo`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
