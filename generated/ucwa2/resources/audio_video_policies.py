# Made by ucwagen from specs/resources/audioVideoPolicies.yaml. Do not edit: change the spec and build again.
"""`audioVideoPolicies`: The policies for the user's audio and video.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiovideopolicies_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["AudioVideoPolicies", "AudioVideoPoliciesLink", "AudioVideoPoliciesLinks"]


class AudioVideoPoliciesLinks(Links):
    """Where `audioVideoPolicies` leads."""

    self: One[AudioVideoPoliciesLink] = wire.one("self", "audio_video_policies.AudioVideoPoliciesLink")
    """The resource itself."""


class AudioVideoPolicies(State, rel="audioVideoPolicies"):
    """The policies for the user's audio and video."""

    links: View[AudioVideoPoliciesLinks] = View(AudioVideoPoliciesLinks)

    join_scheduled_online_meeting: EnumProperty[enums.MuteStatus] = wire.enum(
        "joinScheduledOnlineMeeting", "enums.MuteStatus"
    )
    """Whether audio is muted when the organizer joins a scheduled meeting; only organizers have this."""

    multi_view: EnumProperty[enums.GenericPolicy] = wire.enum("multiView", "enums.GenericPolicy")
    """Whether multi-view video is switched on."""


_GET = Operation("GET", returns=wire.representation("audio_video_policies.AudioVideoPolicies"))


class AudioVideoPoliciesLink(Link, rel="audioVideoPolicies"):
    """Leads to `AudioVideoPolicies`."""

    def get(self, *, if_none_match: Validator = None) -> Call[AudioVideoPolicies]:
        """Read the policies for audio and video.

        Gives the `AudioVideoPolicies`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
