# Made by ucwagen from specs/resources/myOnlineMeetings.yaml. Do not edit: change the spec and build again.
"""`myOnlineMeetings`: The meetings on the user's calendar, where new ones are scheduled.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/myonlinemeetings_ref
Scopes: Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    Link,
    Links,
    ManyStates,
    One,
    Operation,
    Parameter,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from .. import enums
    from .my_assigned_online_meeting import MyAssignedOnlineMeeting
    from .my_online_meeting import MyOnlineMeeting

__all__ = ["MyOnlineMeetings", "MyOnlineMeetingsEmbedded", "MyOnlineMeetingsLink", "MyOnlineMeetingsLinks"]


class MyOnlineMeetingsLinks(Links):
    """Where `myOnlineMeetings` leads."""

    self: One[MyOnlineMeetingsLink] = wire.one("self", "my_online_meetings.MyOnlineMeetingsLink")
    """The resource itself."""


class MyOnlineMeetingsEmbedded(Embedded):
    """What `myOnlineMeetings` holds."""

    my_assigned_online_meeting: ManyStates[MyAssignedOnlineMeeting] = wire.many_states(
        "myAssignedOnlineMeeting", "my_assigned_online_meeting.MyAssignedOnlineMeeting"
    )
    """The user's standing meeting, with settings from the administrator; a policy may disable it."""

    my_online_meeting: ManyStates[MyOnlineMeeting] = wire.many_states(
        "myOnlineMeeting", "my_online_meeting.MyOnlineMeeting"
    )
    """A meeting that the user has scheduled."""


class MyOnlineMeetings(State, rel="myOnlineMeetings"):
    """The meetings on the user's calendar, where new ones are scheduled."""

    links: View[MyOnlineMeetingsLinks] = View(MyOnlineMeetingsLinks)
    embedded: View[MyOnlineMeetingsEmbedded] = View(MyOnlineMeetingsEmbedded)


_GET = Operation("GET", returns=wire.representation("my_online_meetings.MyOnlineMeetings"))

_POST = Operation(
    "POST",
    Parameter("accessLevel", "enums.AccessLevel"),
    Parameter("attendees", "string", many=True),
    Parameter("automaticLeaderAssignment", "enums.AutomaticLeaderAssignment"),
    Parameter("description", "string"),
    Parameter("entryExitAnnouncement", "enums.EntryExitAnnouncement"),
    Parameter("expirationTime", "datetime"),
    Parameter("leaders", "string", many=True),
    Parameter("lobbyBypassForPhoneUsers", "enums.LobbyBypassForPhoneUsers"),
    Parameter("phoneUserAdmission", "enums.PhoneUserAdmission"),
    Parameter("subject", "string"),
    returns=wire.representation("my_online_meeting.MyOnlineMeeting"),
)


class MyOnlineMeetingsLink(Link, rel="myOnlineMeetings"):
    """Leads to `MyOnlineMeetings`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyOnlineMeetings]:
        """List the user's meetings.

        Gives the `MyOnlineMeetings`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(
        self,
        *,
        access_level: enums.AccessLevel | str | None = None,
        attendees: Sequence[str] | None = None,
        automatic_leader_assignment: enums.AutomaticLeaderAssignment | str | None = None,
        description: str | None = None,
        entry_exit_announcement: enums.EntryExitAnnouncement | str | None = None,
        expiration_time: datetime | None = None,
        leaders: Sequence[str] | None = None,
        lobby_bypass_for_phone_users: enums.LobbyBypassForPhoneUsers | str | None = None,
        phone_user_admission: enums.PhoneUserAdmission | str | None = None,
        subject: str | None = None,
    ) -> Call[MyOnlineMeeting]:
        """Schedule a meeting.

        - access_level: Who enters the meeting without waiting in the lobby; must be eligible for the organizer.
        - attendees: Addresses of the people who attend the meeting, all from the user's organization.
        - automatic_leader_assignment: Who becomes a leader by joining; must be eligible for the organizer, or the
          request fails.
        - description: Longer description of the meeting.
        - entry_exit_announcement: Whether the meeting says in audio who has joined; set it only if
          onlineMeetingPolicies allow that.
        - expiration_time: When the meeting may be deleted, from one year back to ten years ahead; in 8 hours if left
          out.
        - leaders: Addresses of the people who lead the meeting, all from the user's organization; the organizer is
          always added.
        - lobby_bypass_for_phone_users: Whether people who dial in by phone skip the lobby; must be eligible for the
          organizer, or the request fails.
        - phone_user_admission: Whether participants may dial in by phone, by way of the auto attendant (CAA).
        - subject: What the meeting is about.

        Gives the `MyOnlineMeeting`. Raises the errors of any operation and of the groups `callback-channel`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `ConflictTooManyOnlineMeetings`: The user has reached the limit on online meetings.
        """
        return self._call(
            _POST,
            {
                "accessLevel": access_level,
                "attendees": attendees,
                "automaticLeaderAssignment": automatic_leader_assignment,
                "description": description,
                "entryExitAnnouncement": entry_exit_announcement,
                "expirationTime": expiration_time,
                "leaders": leaders,
                "lobbyBypassForPhoneUsers": lobby_bypass_for_phone_users,
                "phoneUserAdmission": phone_user_admission,
                "subject": subject,
            },
        )
