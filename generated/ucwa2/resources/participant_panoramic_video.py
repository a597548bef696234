# Made by ucwagen from specs/resources/participantPanoramicVideo.yaml. Do not edit: change the spec and build again.
"""`participantPanoramicVideo`: Shows that a participant uses panoramic video in the conversation; it exists as long
as that lasts.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/participantpanoramicvideo_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .participant import ParticipantLink

__all__ = ["ParticipantPanoramicVideo", "ParticipantPanoramicVideoLink", "ParticipantPanoramicVideoLinks"]


class ParticipantPanoramicVideoLinks(Links):
    """Where `participantPanoramicVideo` leads."""

    self: One[ParticipantPanoramicVideoLink] = wire.one(
        "self", "participant_panoramic_video.ParticipantPanoramicVideoLink"
    )
    """The resource itself."""

    participant: One[ParticipantLink] = wire.one("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""


class ParticipantPanoramicVideo(State, rel="participantPanoramicVideo"):
    """Shows that a participant uses panoramic video in the conversation; it exists as long as that lasts."""

    links: View[ParticipantPanoramicVideoLinks] = View(ParticipantPanoramicVideoLinks)

    panoramic_video_direction: EnumProperty[enums.MediaDirectionType] = wire.enum(
        "panoramicVideoDirection", "enums.MediaDirectionType"
    )
    """Whether the participant sends panoramic video, receives it, both or neither."""

    panoramic_video_muted = wire.boolean("panoramicVideoMuted")
    """Whether the panoramic video of the participant is muted."""

    panoramic_video_source_id = wire.text("panoramicVideoSourceId")
    """Identifier of the source from which the participant's panoramic video comes."""


_GET = Operation("GET", returns=wire.representation("participant_panoramic_video.ParticipantPanoramicVideo"))


class ParticipantPanoramicVideoLink(Link, rel="participantPanoramicVideo"):
    """Leads to `ParticipantPanoramicVideo`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ParticipantPanoramicVideo]:
        """Read the participant's panoramic video.

        Gives the `ParticipantPanoramicVideo`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
