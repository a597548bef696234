# Made by ucwagen from specs/resources/onlineMeetingInvitationCustomization.yaml. Do not edit: change the spec and build again.
"""`onlineMeetingInvitationCustomization`: Recommended texts and addresses for invitations to meetings.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeetinginvitationcustomization_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Links, One, Operation, State, Validator, View, wire

__all__ = [
    "OnlineMeetingInvitationCustomization",
    "OnlineMeetingInvitationCustomizationLink",
    "OnlineMeetingInvitationCustomizationLinks",
]


class OnlineMeetingInvitationCustomizationLinks(Links):
    """Where `onlineMeetingInvitationCustomization` leads."""

    self: One[OnlineMeetingInvitationCustomizationLink] = wire.one(
        "self", "online_meeting_invitation_customization.OnlineMeetingInvitationCustomizationLink"
    )
    """The resource itself."""


class OnlineMeetingInvitationCustomization(State, rel="onlineMeetingInvitationCustomization"):
    """Recommended texts and addresses for invitations to meetings."""

    links: View[OnlineMeetingInvitationCustomizationLinks] = View(OnlineMeetingInvitationCustomizationLinks)

    enterprise_help_url = wire.text("enterpriseHelpUrl")
    """Web address of the help page for people who are new to meetings."""

    invitation_footer_text = wire.text("invitationFooterText")
    """Text to put at the foot of the invitation."""

    invitation_help_url = wire.text("invitationHelpUrl")
    """Web address of the help page to name in the invitation."""

    invitation_legal_url = wire.text("invitationLegalUrl")
    """Web address of the page with legal information."""

    invitation_logo_url = wire.text("invitationLogoUrl")
    """Web address of the logo to show in the invitation."""


_GET = Operation(
    "GET", returns=wire.representation("online_meeting_invitation_customization.OnlineMeetingInvitationCustomization")
)


class OnlineMeetingInvitationCustomizationLink(Link, rel="onlineMeetingInvitationCustomization"):
    """Leads to `OnlineMeetingInvitationCustomization`."""

    def get(self, *, if_none_match: Validator = None) -> Call[OnlineMeetingInvitationCustomization]:
        """Read the texts and web addresses for invitations.

        Gives the `OnlineMeetingInvitationCustomization`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
