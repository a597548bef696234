# Made by ucwagen from specs/resources/applicationSharing.yaml. Do not edit: change the spec and build again.
"""`applicationSharing`: Application sharing in a conversation, with its state; nothing can be viewed or shared
through this API.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/applicationsharing_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: updated (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .application_sharer import ApplicationSharerLink
    from .conversation import ConversationLink
    from .report_media_diagnostics import ReportMediaDiagnosticsLink

__all__ = ["ApplicationSharing", "ApplicationSharingLink", "ApplicationSharingLinks"]


class ApplicationSharingLinks(Links):
    """Where `applicationSharing` leads."""

    self: One[ApplicationSharingLink] = wire.one("self", "application_sharing.ApplicationSharingLink")
    """The resource itself."""

    application_sharer: One[ApplicationSharerLink] = wire.one(
        "applicationSharer", "application_sharer.ApplicationSharerLink"
    )
    """The participant who shares a screen or program now; absent while there is none."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    report_media_diagnostics: One[ReportMediaDiagnosticsLink] = wire.one(
        "reportMediaDiagnostics", "report_media_diagnostics.ReportMediaDiagnosticsLink"
    )
    """Receives the client's diagnostics on the media of a call."""


class ApplicationSharing(State, rel="applicationSharing"):
    """Application sharing in a conversation, with its state; nothing can be viewed or shared through this API."""

    links: View[ApplicationSharingLinks] = View(ApplicationSharingLinks)

    state: EnumProperty[enums.CallState] = wire.enum("state", "enums.CallState")
    """State of the modality, such as connecting or connected."""


_GET = Operation("GET", returns=wire.representation("application_sharing.ApplicationSharing"))


class ApplicationSharingLink(Link, rel="applicationSharing"):
    """Leads to `ApplicationSharing`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ApplicationSharing]:
        """Read the state of application sharing.

        Gives the `ApplicationSharing`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
