# Made by ucwagen from specs/resources/onlineMeetings.yaml. Do not edit: change the spec and build again.
"""`onlineMeetings`: Where the user finds and schedules online meetings and sees the settings for them.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeetings_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .my_assigned_online_meeting import MyAssignedOnlineMeetingLink
    from .my_online_meetings import MyOnlineMeetingsLink
    from .online_meeting_default_values import OnlineMeetingDefaultValuesLink
    from .online_meeting_eligible_values import OnlineMeetingEligibleValuesLink
    from .online_meeting_invitation_customization import OnlineMeetingInvitationCustomizationLink
    from .online_meeting_policies import OnlineMeetingPoliciesLink
    from .phone_dial_in_information import PhoneDialInInformationLink

__all__ = ["OnlineMeetings", "OnlineMeetingsLink", "OnlineMeetingsLinks"]


class OnlineMeetingsLinks(Links):
    """Where `onlineMeetings` leads."""

    self: One[OnlineMeetingsLink] = wire.one("self", "online_meetings.OnlineMeetingsLink")
    """The resource itself."""

    my_assigned_online_meeting: One[MyAssignedOnlineMeetingLink] = wire.one(
        "myAssignedOnlineMeeting", "my_assigned_online_meeting.MyAssignedOnlineMeetingLink"
    )
    """The user's standing meeting, with settings from the administrator; a policy may disable it."""

    my_online_meetings: One[MyOnlineMeetingsLink] = wire.one(
        "myOnlineMeetings", "my_online_meetings.MyOnlineMeetingsLink"
    )
    """The meetings on the user's calendar, where new ones are scheduled."""

    online_meeting_default_values: One[OnlineMeetingDefaultValuesLink] = wire.one(
        "onlineMeetingDefaultValues", "online_meeting_default_values.OnlineMeetingDefaultValuesLink"
    )
    """The default settings of a scheduled meeting; the administrator may choose them."""

    online_meeting_eligible_values: One[OnlineMeetingEligibleValuesLink] = wire.one(
        "onlineMeetingEligibleValues", "online_meeting_eligible_values.OnlineMeetingEligibleValuesLink"
    )
    """The settings that the application may choose when it schedules a meeting."""

    online_meeting_invitation_customization: One[OnlineMeetingInvitationCustomizationLink] = wire.one(
        "onlineMeetingInvitationCustomization",
        "online_meeting_invitation_customization.OnlineMeetingInvitationCustomizationLink",
    )
    """Recommended texts and addresses for invitations to meetings."""

    online_meeting_policies: One[OnlineMeetingPoliciesLink] = wire.one(
        "onlineMeetingPolicies", "online_meeting_policies.OnlineMeetingPoliciesLink"
    )
    """What the administrator allows or expects of the user's meetings."""

    phone_dial_in_information: One[PhoneDialInInformationLink] = wire.one(
        "phoneDialInInformation", "phone_dial_in_information.PhoneDialInInformationLink"
    )
    """Information for people who join an online meeting by phone."""


class OnlineMeetings(State, rel="onlineMeetings"):
    """Where the user finds and schedules online meetings and sees the settings for them."""

    links: View[OnlineMeetingsLinks] = View(OnlineMeetingsLinks)


_GET = Operation("GET", returns=wire.representation("online_meetings.OnlineMeetings"))


class OnlineMeetingsLink(Link, rel="onlineMeetings"):
    """Leads to `OnlineMeetings`."""

    def get(self, *, if_none_match: Validator = None) -> Call[OnlineMeetings]:
        """Read the links to meetings and to the settings for them.

        Gives the `OnlineMeetings`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
