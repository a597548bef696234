# Made by ucwagen from specs/resources/session.yaml. Do not edit: change the spec and build again.
"""`session`: One media session of a call.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/session_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, EnumProperty, Link, Links, One, State, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .application_sharing import ApplicationSharingLink
    from .audio_video import AudioVideoLink
    from .conversation import ConversationLink
    from .data_collaboration import DataCollaborationLink
    from .publish_call_quality_feedback import PublishCallQualityFeedbackLink
    from .renegotiations import RenegotiationsLink

__all__ = ["Session", "SessionLink", "SessionLinks"]


class SessionLinks(Links):
    """Where `session` leads."""

    application_sharing: One[ApplicationSharingLink] = wire.one(
        "applicationSharing", "application_sharing.ApplicationSharingLink"
    )
    """Application sharing in a conversation, with its state; nothing can be viewed or shared through this API."""

    audio_video: One[AudioVideoLink] = wire.one("audioVideo", "audio_video.AudioVideoLink")
    """Audio and video in a conversation, with their state and the ways to add, escalate and stop them."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    data_collaboration: One[DataCollaborationLink] = wire.one(
        "dataCollaboration", "data_collaboration.DataCollaborationLink"
    )
    """Data collaboration in a conversation, with its state; nothing can be viewed or shared through this API."""

    publish_call_quality_feedback: One[PublishCallQualityFeedbackLink] = wire.one(
        "publishCallQualityFeedback", "publish_call_quality_feedback.PublishCallQualityFeedbackLink"
    )
    """Receives the client's data on the quality of a call."""

    renegotiations: One[RenegotiationsLink] = wire.one("renegotiations", "renegotiations.RenegotiationsLink")
    """The renegotiations of a session's media, where new ones are started."""


class Session(State, rel="session"):
    """One media session of a call."""

    links: View[SessionLinks] = View(SessionLinks)

    remote_endpoint = wire.text("remoteEndpoint")
    """The endpoint on the other side of the session."""

    session_context = wire.text("sessionContext")
    """Context in which the media session takes place."""

    state: EnumProperty[enums.SessionState] = wire.enum("state", "enums.SessionState")
    """State of the session."""


class SessionLink(Link, rel="session"):
    """Leads to `Session`."""
