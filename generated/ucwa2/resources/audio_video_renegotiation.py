# Made by ucwagen from specs/resources/audioVideoRenegotiation.yaml. Do not edit: change the spec and build again.
"""`audioVideoRenegotiation`: A renegotiation of the media of a call; it appears only in the event channel.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiovideorenegotiation_ref
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

__all__ = ["AudioVideoRenegotiation", "AudioVideoRenegotiationLink", "AudioVideoRenegotiationLinks"]


class AudioVideoRenegotiationLinks(Links):
    """Where `audioVideoRenegotiation` leads."""

    self: One[AudioVideoRenegotiationLink] = wire.one("self", "audio_video_renegotiation.AudioVideoRenegotiationLink")
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


class AudioVideoRenegotiation(State, rel="audioVideoRenegotiation"):
    """A renegotiation of the media of a call; it appears only in the event channel."""

    links: View[AudioVideoRenegotiationLinks] = View(AudioVideoRenegotiationLinks)

    direction: EnumProperty[enums.Direction] = wire.enum("direction", "enums.Direction")
    """Whether the renegotiation came in or went out."""

    media_answer = wire.data("mediaAnswer")
    """The final answer to the media offer, described in SDP."""

    media_offer = wire.data("mediaOffer")
    """The media that are offered, described in SDP."""

    operation_id = wire.text("operationId")
    """Identifier, chosen by the application, by which it recognises this operation in the event channel."""


_GET = Operation("GET", returns=wire.representation("audio_video_renegotiation.AudioVideoRenegotiation"))


class AudioVideoRenegotiationLink(Link, rel="audioVideoRenegotiation"):
    """Leads to `AudioVideoRenegotiation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[AudioVideoRenegotiation]:
        """Read the renegotiation.

        Gives the `AudioVideoRenegotiation`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
