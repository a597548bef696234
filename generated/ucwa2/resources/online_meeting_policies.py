# Made by ucwagen from specs/resources/onlineMeetingPolicies.yaml. Do not edit: change the spec and build again.
"""`onlineMeetingPolicies`: What the administrator allows or expects of the user's meetings.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeetingpolicies_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["OnlineMeetingPolicies", "OnlineMeetingPoliciesLink", "OnlineMeetingPoliciesLinks"]


class OnlineMeetingPoliciesLinks(Links):
    """Where `onlineMeetingPolicies` leads."""

    self: One[OnlineMeetingPoliciesLink] = wire.one("self", "online_meeting_policies.OnlineMeetingPoliciesLink")
    """The resource itself."""


class OnlineMeetingPolicies(State, rel="onlineMeetingPolicies"):
    """What the administrator allows or expects of the user's meetings."""

    links: View[OnlineMeetingPoliciesLinks] = View(OnlineMeetingPoliciesLinks)

    entry_exit_announcement: EnumProperty[enums.GenericPolicy] = wire.enum(
        "entryExitAnnouncement", "enums.GenericPolicy"
    )
    """Whether the user may switch the announcements of who joins on and off."""

    external_user_meeting_recording: EnumProperty[enums.GenericPolicy] = wire.enum(
        "externalUserMeetingRecording", "enums.GenericPolicy"
    )
    """Whether people from outside may record meetings."""

    meeting_recording: EnumProperty[enums.GenericPolicy] = wire.enum("meetingRecording", "enums.GenericPolicy")
    """Whether people from inside may record meetings."""

    meeting_size = wire.integer("meetingSize")
    """How many people can be invited before the application should warn the user."""

    phone_user_admission: EnumProperty[enums.GenericPolicy] = wire.enum("phoneUserAdmission", "enums.GenericPolicy")
    """Whether people may dial in to meetings by phone."""

    voip_audio: EnumProperty[enums.GenericPolicy] = wire.enum("voipAudio", "enums.GenericPolicy")
    """Whether meetings with audio over IP (VoIP) may be scheduled."""


_GET = Operation("GET", returns=wire.representation("online_meeting_policies.OnlineMeetingPolicies"))


class OnlineMeetingPoliciesLink(Link, rel="onlineMeetingPolicies"):
    """Leads to `OnlineMeetingPolicies`."""

    def get(self, *, if_none_match: Validator = None) -> Call[OnlineMeetingPolicies]:
        """Read the policies for meetings.

        Gives the `OnlineMeetingPolicies`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
