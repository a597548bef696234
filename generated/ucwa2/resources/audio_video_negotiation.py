# Made by ucwagen from specs/resources/audioVideoNegotiation.yaml. Do not edit: change the spec and build again.
"""`audioVideoNegotiation`: The answers to the media offered in an outgoing call; it comes only in events and
responses.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiovideonegotiation_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: updated (high, from audioVideoInvitation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .audio_video_invitation import AudioVideoInvitationLink
    from .audio_video_session import AudioVideoSessionLink

__all__ = ["AudioVideoNegotiation", "AudioVideoNegotiationLink", "AudioVideoNegotiationLinks"]


class AudioVideoNegotiationLinks(Links):
    """Where `audioVideoNegotiation` leads."""

    self: One[AudioVideoNegotiationLink] = wire.one("self", "audio_video_negotiation.AudioVideoNegotiationLink")
    """The resource itself."""

    audio_video_invitation: One[AudioVideoInvitationLink] = wire.one(
        "audioVideoInvitation", "audio_video_invitation.AudioVideoInvitationLink"
    )
    """An invitation to a call in audio, video or both."""

    audio_video_session: One[AudioVideoSessionLink] = wire.one(
        "audioVideoSession", "audio_video_session.AudioVideoSessionLink"
    )
    """One media session of an audio or video call."""


class AudioVideoNegotiation(State, rel="audioVideoNegotiation"):
    """The answers to the media offered in an outgoing call; it comes only in events and responses."""

    links: View[AudioVideoNegotiationLinks] = View(AudioVideoNegotiationLinks)

    media_answer = wire.data("mediaAnswer")
    """The final answer to the media offer, described in SDP."""

    media_provisional_answer = wire.data("mediaProvisionalAnswer")
    """The provisional answer to the media offer, described in SDP."""

    ms_accepted_content_id = wire.text("msAcceptedContentId")
    """Content ID of the offer that was accepted."""

    remote_endpoint = wire.text("remoteEndpoint")
    """The endpoint on the other side of the session."""

    session_context = wire.text("sessionContext")
    """Context in which the media session takes place."""


_GET = Operation("GET", returns=wire.representation("audio_video_negotiation.AudioVideoNegotiation"))


class AudioVideoNegotiationLink(Link, rel="audioVideoNegotiation"):
    """Leads to `AudioVideoNegotiation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[AudioVideoNegotiation]:
        """Read the negotiation.

        Gives the `AudioVideoNegotiation`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
