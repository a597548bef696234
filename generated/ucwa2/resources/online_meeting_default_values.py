# Made by ucwagen from specs/resources/onlineMeetingDefaultValues.yaml. Do not edit: change the spec and build again.
"""`onlineMeetingDefaultValues`: The default settings of a scheduled meeting; the administrator may choose them.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeetingdefaultvalues_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["OnlineMeetingDefaultValues", "OnlineMeetingDefaultValuesLink", "OnlineMeetingDefaultValuesLinks"]


class OnlineMeetingDefaultValuesLinks(Links):
    """Where `onlineMeetingDefaultValues` leads."""

    self: One[OnlineMeetingDefaultValuesLink] = wire.one(
        "self", "online_meeting_default_values.OnlineMeetingDefaultValuesLink"
    )
    """The resource itself."""


class OnlineMeetingDefaultValues(State, rel="onlineMeetingDefaultValues"):
    """The default settings of a scheduled meeting; the administrator may choose them."""

    links: View[OnlineMeetingDefaultValuesLinks] = View(OnlineMeetingDefaultValuesLinks)

    access_level: EnumProperty[enums.AccessLevel] = wire.enum("accessLevel", "enums.AccessLevel")
    """Recommended setting for who enters without waiting in the lobby; other eligible values may be used."""

    automatic_leader_assignment: EnumProperty[enums.AutomaticLeaderAssignment] = wire.enum(
        "automaticLeaderAssignment", "enums.AutomaticLeaderAssignment"
    )
    """Recommended setting for who becomes a leader by joining; other eligible values may be used."""

    default_online_meeting_rel: EnumProperty[enums.OnlineMeetingRel] = wire.enum(
        "defaultOnlineMeetingRel", "enums.OnlineMeetingRel"
    )
    """Which kind of meeting to schedule by default, a new one or the organizer's standing one."""

    entry_exit_announcement: EnumProperty[enums.EntryExitAnnouncement] = wire.enum(
        "entryExitAnnouncement", "enums.EntryExitAnnouncement"
    )
    """Recommended setting for whether the meeting says in audio who has joined; other eligible values may be used."""

    lobby_bypass_for_phone_users: EnumProperty[enums.LobbyBypassForPhoneUsers] = wire.enum(
        "lobbyBypassForPhoneUsers", "enums.LobbyBypassForPhoneUsers"
    )
    """Recommended setting for whether people who dial in by phone skip the lobby."""

    participants_warning_threshold = wire.integer("participantsWarningThreshold")
    """How many people the organizer can invite before a warning is shown."""


_GET = Operation("GET", returns=wire.representation("online_meeting_default_values.OnlineMeetingDefaultValues"))


class OnlineMeetingDefaultValuesLink(Link, rel="onlineMeetingDefaultValues"):
    """Leads to `OnlineMeetingDefaultValues`."""

    def get(self, *, if_none_match: Validator = None) -> Call[OnlineMeetingDefaultValues]:
        """Read the default settings.

        Gives the `OnlineMeetingDefaultValues`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
