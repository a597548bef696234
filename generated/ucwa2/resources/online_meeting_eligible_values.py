# Made by ucwagen from specs/resources/onlineMeetingEligibleValues.yaml. Do not edit: change the spec and build again.
"""`onlineMeetingEligibleValues`: The settings that the application may choose when it schedules a meeting.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeetingeligiblevalues_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumListProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .my_assigned_online_meeting import MyAssignedOnlineMeetingLink
    from .my_online_meetings import MyOnlineMeetingsLink

__all__ = ["OnlineMeetingEligibleValues", "OnlineMeetingEligibleValuesLink", "OnlineMeetingEligibleValuesLinks"]


class OnlineMeetingEligibleValuesLinks(Links):
    """Where `onlineMeetingEligibleValues` leads."""

    self: One[OnlineMeetingEligibleValuesLink] = wire.one(
        "self", "online_meeting_eligible_values.OnlineMeetingEligibleValuesLink"
    )
    """The resource itself."""

    my_assigned_online_meeting: One[MyAssignedOnlineMeetingLink] = wire.one(
        "myAssignedOnlineMeeting", "my_assigned_online_meeting.MyAssignedOnlineMeetingLink"
    )
    """The user's standing meeting, with settings from the administrator; a policy may disable it."""

    my_online_meetings: One[MyOnlineMeetingsLink] = wire.one(
        "myOnlineMeetings", "my_online_meetings.MyOnlineMeetingsLink"
    )
    """The meetings on the user's calendar, where new ones are scheduled."""


class OnlineMeetingEligibleValues(State, rel="onlineMeetingEligibleValues"):
    """The settings that the application may choose when it schedules a meeting."""

    links: View[OnlineMeetingEligibleValuesLinks] = View(OnlineMeetingEligibleValuesLinks)

    access_levels: EnumListProperty[enums.AccessLevel] = wire.enums("accessLevels", "enums.AccessLevel")
    """Settings allowed for who enters without waiting in the lobby. Locked admits only the organizer and the leaders
    set beforehand."""

    automatic_leader_assignments: EnumListProperty[enums.AutomaticLeaderAssignment] = wire.enums(
        "automaticLeaderAssignments", "enums.AutomaticLeaderAssignment"
    )
    """Settings allowed for who becomes a leader by joining."""

    eligible_online_meeting_rels: EnumListProperty[enums.OnlineMeetingRel] = wire.enums(
        "eligibleOnlineMeetingRels", "enums.OnlineMeetingRel"
    )
    """Kinds of meeting that may be scheduled, new ones or the organizer's standing one."""

    entry_exit_announcements: EnumListProperty[enums.EntryExitAnnouncement] = wire.enums(
        "entryExitAnnouncements", "enums.EntryExitAnnouncement"
    )
    """Settings allowed for whether the meeting says in audio who has joined."""

    lobby_bypass_for_phone_users_settings: EnumListProperty[enums.LobbyBypassForPhoneUsers] = wire.enums(
        "lobbyBypassForPhoneUsersSettings", "enums.LobbyBypassForPhoneUsers"
    )
    """Settings allowed for whether people who dial in by phone skip the lobby."""


_GET = Operation("GET", returns=wire.representation("online_meeting_eligible_values.OnlineMeetingEligibleValues"))


class OnlineMeetingEligibleValuesLink(Link, rel="onlineMeetingEligibleValues"):
    """Leads to `OnlineMeetingEligibleValues`."""

    def get(self, *, if_none_match: Validator = None) -> Call[OnlineMeetingEligibleValues]:
        """Read the eligible settings.

        Gives the `OnlineMeetingEligibleValues`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
