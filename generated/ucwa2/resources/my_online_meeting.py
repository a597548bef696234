# Made by ucwagen from specs/resources/myOnlineMeeting.yaml. Do not edit: change the spec and build again.
"""`myOnlineMeeting`: A meeting that the user has scheduled.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/myonlinemeeting_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    UNSET,
    Call,
    Embedded,
    EnumProperty,
    Link,
    Links,
    ManyStates,
    One,
    Operation,
    Parameter,
    State,
    Unset,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from .. import enums
    from .online_meeting_extension import OnlineMeetingExtension
    from .online_meeting_extensions import OnlineMeetingExtensionsLink

__all__ = ["MyOnlineMeeting", "MyOnlineMeetingEmbedded", "MyOnlineMeetingLink", "MyOnlineMeetingLinks"]


class MyOnlineMeetingLinks(Links):
    """Where `myOnlineMeeting` leads."""

    self: One[MyOnlineMeetingLink] = wire.one("self", "my_online_meeting.MyOnlineMeetingLink")
    """The resource itself."""

    online_meeting_extensions: One[OnlineMeetingExtensionsLink] = wire.one(
        "onlineMeetingExtensions", "online_meeting_extensions.OnlineMeetingExtensionsLink"
    )
    """The extensions in which applications store their own data with the meeting."""


class MyOnlineMeetingEmbedded(Embedded):
    """What `myOnlineMeeting` holds."""

    online_meeting_extension: ManyStates[OnlineMeetingExtension] = wire.many_states(
        "onlineMeetingExtension", "online_meeting_extension.OnlineMeetingExtension"
    )
    """Data that an application stores with a meeting, as properties of its own choice."""


class MyOnlineMeeting(State, rel="myOnlineMeeting"):
    """A meeting that the user has scheduled."""

    links: View[MyOnlineMeetingLinks] = View(MyOnlineMeetingLinks)
    embedded: View[MyOnlineMeetingEmbedded] = View(MyOnlineMeetingEmbedded)

    access_level: EnumProperty[enums.AccessLevel] = wire.enum("accessLevel", "enums.AccessLevel")
    """Who enters the meeting without waiting in the lobby."""

    attendees = wire.texts("attendees")
    """Addresses of the people who attend the meeting."""

    automatic_leader_assignment: EnumProperty[enums.AutomaticLeaderAssignment] = wire.enum(
        "automaticLeaderAssignment", "enums.AutomaticLeaderAssignment"
    )
    """Who becomes a leader of the meeting by joining it."""

    conference_id = wire.text("conferenceId")
    """Number that callers enter to join the meeting when they dial in by phone."""

    description = wire.text("description")
    """Longer description of the meeting."""

    entry_exit_announcement: EnumProperty[enums.EntryExitAnnouncement] = wire.enum(
        "entryExitAnnouncement", "enums.EntryExitAnnouncement"
    )
    """Whether the meeting says in audio who has joined."""

    expiration_time = wire.datetime("expirationTime")
    """When the meeting may be deleted (UTC), from one year before to ten years after the server's present time."""

    join_url = wire.text("joinUrl")
    """Web address at which the meeting is joined."""

    leaders = wire.texts("leaders")
    """Addresses of the people who lead the meeting; the organizer is always added."""

    legacy_online_meeting_uri = wire.text("legacyOnlineMeetingUri")
    """Address by which older clients join the meeting."""

    lobby_bypass_for_phone_users: EnumProperty[enums.LobbyBypassForPhoneUsers] = wire.enum(
        "lobbyBypassForPhoneUsers", "enums.LobbyBypassForPhoneUsers"
    )
    """Whether people who dial in by phone skip the lobby."""

    online_meeting_id = wire.text("onlineMeetingId")
    """Identifier of the meeting, unique among those of its organizer."""

    online_meeting_rel: EnumProperty[enums.OnlineMeetingRel] = wire.enum("onlineMeetingRel", "enums.OnlineMeetingRel")
    """Which kind of meeting it was scheduled as, a new one or the organizer's standing one."""

    online_meeting_uri = wire.text("onlineMeetingUri")
    """Address by which participants join the meeting."""

    organizer_uri = wire.text("organizerUri")
    """Address of the organizer, who alone can list or change the meeting."""

    phone_user_admission: EnumProperty[enums.PhoneUserAdmission] = wire.enum(
        "phoneUserAdmission", "enums.PhoneUserAdmission"
    )
    """Whether participants may dial in by phone, by way of the auto attendant (CAA)."""

    subject = wire.text("subject")
    """What the meeting is about."""


_GET = Operation("GET", returns=wire.representation("my_online_meeting.MyOnlineMeeting"))

_DELETE = Operation("DELETE", returns=wire.nothing())

_PUT = Operation(
    "PUT",
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


class MyOnlineMeetingLink(Link, rel="myOnlineMeeting"):
    """Leads to `MyOnlineMeeting`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyOnlineMeeting]:
        """Read the meeting.

        Gives the `MyOnlineMeeting`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def delete(self) -> Call[None]:
        """Take the meeting off the user's calendar.

        Gives nothing. Raises the errors of any operation and of the group `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_DELETE, {})

    def put(
        self,
        base: MyOnlineMeeting,
        *,
        access_level: enums.AccessLevel | str | Unset | None = UNSET,
        attendees: Sequence[str] | Unset | None = UNSET,
        automatic_leader_assignment: enums.AutomaticLeaderAssignment | str | Unset | None = UNSET,
        description: str | Unset | None = UNSET,
        entry_exit_announcement: enums.EntryExitAnnouncement | str | Unset | None = UNSET,
        expiration_time: datetime | Unset | None = UNSET,
        leaders: Sequence[str] | Unset | None = UNSET,
        lobby_bypass_for_phone_users: enums.LobbyBypassForPhoneUsers | str | Unset | None = UNSET,
        phone_user_admission: enums.PhoneUserAdmission | str | Unset | None = UNSET,
        subject: str | Unset | None = UNSET,
    ) -> Call[MyOnlineMeeting]:
        """Change the meeting.

        - base: The state to change, as it was read; what is not given stays as it is.
        - access_level: Who enters the meeting without waiting in the lobby; must be eligible for the organizer.
        - attendees: Addresses of the people who attend the meeting.
        - automatic_leader_assignment: Who becomes a leader by joining; must be eligible for the organizer, or the
          request fails.
        - description: Longer description of the meeting.
        - entry_exit_announcement: Whether the meeting says in audio who has joined; set it only if
          onlineMeetingPolicies allow that.
        - expiration_time: When the meeting may be deleted, from one year back to ten years ahead; in 8 hours if left
          out.
        - leaders: Addresses of the people who lead the meeting; the organizer is always added.
        - lobby_bypass_for_phone_users: Whether people who dial in by phone skip the lobby; must be eligible for the
          organizer, or the request fails.
        - phone_user_admission: Whether participants may dial in by phone, by way of the auto attendant (CAA).
        - subject: What the meeting is about.

        Gives the `MyOnlineMeeting`. Raises the errors of any operation and of the groups `exchange-version`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._put(
            _PUT,
            base,
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
