# Made by ucwagen from specs/resources/onlineMeeting.yaml. Do not edit: change the spec and build again.
"""`onlineMeeting`: The meeting of the conversation; it can only be read.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeeting_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated (high, from conversation)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    EnumProperty,
    Link,
    Links,
    ManyStates,
    One,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums
    from .conversation import ConversationLink
    from .online_meeting_extension import OnlineMeetingExtension
    from .online_meeting_extensions import OnlineMeetingExtensionsLink
    from .organizer import OrganizerLink
    from .phone_dial_in_information import PhoneDialInInformationLink

__all__ = ["OnlineMeeting", "OnlineMeetingEmbedded", "OnlineMeetingLink", "OnlineMeetingLinks"]


class OnlineMeetingLinks(Links):
    """Where `onlineMeeting` leads."""

    self: One[OnlineMeetingLink] = wire.one("self", "online_meeting.OnlineMeetingLink")
    """The resource itself."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    organizer: One[OrganizerLink] = wire.one("organizer", "organizer.OrganizerLink")
    """The contact who organizes the meeting."""

    phone_dial_in_information: One[PhoneDialInInformationLink] = wire.one(
        "phoneDialInInformation", "phone_dial_in_information.PhoneDialInInformationLink"
    )
    """Information for people who join an online meeting by phone."""

    online_meeting_extensions: One[OnlineMeetingExtensionsLink] = wire.one(
        "onlineMeetingExtensions", "online_meeting_extensions.OnlineMeetingExtensionsLink"
    )
    """The extensions in which applications store their own data with the meeting."""


class OnlineMeetingEmbedded(Embedded):
    """What `onlineMeeting` holds."""

    online_meeting_extension: ManyStates[OnlineMeetingExtension] = wire.many_states(
        "onlineMeetingExtension", "online_meeting_extension.OnlineMeetingExtension"
    )
    """Data that an application stores with a meeting, as properties of its own choice."""


class OnlineMeeting(State, rel="onlineMeeting"):
    """The meeting of the conversation; it can only be read."""

    links: View[OnlineMeetingLinks] = View(OnlineMeetingLinks)
    embedded: View[OnlineMeetingEmbedded] = View(OnlineMeetingEmbedded)

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

    disclaimer_body = wire.text("disclaimerBody")
    """Text of the meeting's disclaimer."""

    disclaimer_title = wire.text("disclaimerTitle")
    """Title of the meeting's disclaimer."""

    entry_exit_announcement: EnumProperty[enums.EntryExitAnnouncement] = wire.enum(
        "entryExitAnnouncement", "enums.EntryExitAnnouncement"
    )
    """Whether the meeting says in audio who has joined."""

    expiration_time = wire.datetime("expirationTime")
    """When the meeting may be deleted (UTC), from one year before to ten years after the server's present time."""

    hosting_network = wire.text("hostingNetwork")
    """Network that hosts the meeting."""

    join_url = wire.text("joinUrl")
    """Web address at which the meeting is joined."""

    large_meeting: EnumProperty[enums.LargeMeetingMode] = wire.enum("largeMeeting", "enums.LargeMeetingMode")
    """Whether the meeting runs in the mode for large meetings."""

    leaders = wire.texts("leaders")
    """Addresses of the people who lead the meeting; the organizer is always added."""

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

    organizer_name = wire.text("organizerName")
    """Name to show for the organizer of the meeting."""

    organizer_uri = wire.text("organizerUri")
    """Address of the organizer, who alone can list or change the meeting."""

    phone_user_admission: EnumProperty[enums.PhoneUserAdmission] = wire.enum(
        "phoneUserAdmission", "enums.PhoneUserAdmission"
    )
    """Whether participants may dial in by phone, by way of the auto attendant (CAA)."""

    subject = wire.text("subject")
    """What the meeting is about."""


_GET = Operation("GET", returns=wire.representation("online_meeting.OnlineMeeting"))


class OnlineMeetingLink(Link, rel="onlineMeeting"):
    """Leads to `OnlineMeeting`."""

    def get(self, *, if_none_match: Validator = None) -> Call[OnlineMeeting]:
        """Read the meeting.

        Gives the `OnlineMeeting`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
