# Made by ucwagen from specs/resources/applicationSharingRenegotiation.yaml. Do not edit: change the spec and build again.
"""`applicationSharingRenegotiation`: A renegotiation of the media of application sharing; it appears only in the
event channel.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/applicationsharingrenegotiation_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: started (high, from communication)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .answer import AnswerLink
    from .audio_video_session import AudioVideoSessionLink
    from .conversation import ConversationLink
    from .dismiss import DismissLink

__all__ = [
    "ApplicationSharingRenegotiation",
    "ApplicationSharingRenegotiationLink",
    "ApplicationSharingRenegotiationLinks",
]


class ApplicationSharingRenegotiationLinks(Links):
    """Where `applicationSharingRenegotiation` leads."""

    self: One[ApplicationSharingRenegotiationLink] = wire.one(
        "self", "application_sharing_renegotiation.ApplicationSharingRenegotiationLink"
    )
    """The resource itself."""

    answer: One[AnswerLink] = wire.one("answer", "answer.AnswerLink")
    """Answers a renegotiation of media."""

    audio_video_session: One[AudioVideoSessionLink] = wire.one(
        "audioVideoSession", "audio_video_session.AudioVideoSessionLink"
    )
    """One media session of an audio or video call."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    dismiss: One[DismissLink] = wire.one("dismiss", "dismiss.DismissLink")
    """Declines a renegotiation of media."""


class ApplicationSharingRenegotiation(State, rel="applicationSharingRenegotiation"):
    """A renegotiation of the media of application sharing; it appears only in the event channel."""

    links: View[ApplicationSharingRenegotiationLinks] = View(ApplicationSharingRenegotiationLinks)

    direction: EnumProperty[enums.Direction] = wire.enum("direction", "enums.Direction")
    """Whether the renegotiation came in or went out."""

    media_answer = wire.data("mediaAnswer")
    """The final answer to the media offer, described in SDP."""

    media_offer = wire.data("mediaOffer")
    """The media that are offered, described in SDP."""

    operation_id = wire.text("operationId")
    """Identifier, chosen by the application, by which it recognises this operation in the event channel."""


_GET = Operation(
    "GET", returns=wire.representation("application_sharing_renegotiation.ApplicationSharingRenegotiation")
)


class ApplicationSharingRenegotiationLink(Link, rel="applicationSharingRenegotiation"):
    """Leads to `ApplicationSharingRenegotiation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ApplicationSharingRenegotiation]:
        """Read the renegotiation.

        Gives the `ApplicationSharingRenegotiation`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
