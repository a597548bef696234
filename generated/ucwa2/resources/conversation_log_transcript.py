# Made by ucwagen from specs/resources/conversationLogTranscript.yaml. Do not edit: change the spec and build again.
"""`conversationLogTranscript`: One part of a past conversation's record, with a message, an audio event or an error.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationlogtranscript_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    Link,
    Links,
    One,
    OneState,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .audio_transcript import AudioTranscript
    from .contact import ContactLink
    from .error_transcript import ErrorTranscript
    from .me import MeLink
    from .message_transcript import MessageTranscript

__all__ = [
    "ConversationLogTranscript",
    "ConversationLogTranscriptEmbedded",
    "ConversationLogTranscriptLink",
    "ConversationLogTranscriptLinks",
]


class ConversationLogTranscriptLinks(Links):
    """Where `conversationLogTranscript` leads."""

    self: One[ConversationLogTranscriptLink] = wire.one(
        "self", "conversation_log_transcript.ConversationLogTranscriptLink"
    )
    """The resource itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""

    me: One[MeLink] = wire.one("me", "me.MeLink")
    """The signed-in user, with links to the user's presence, note, phones and settings."""


class ConversationLogTranscriptEmbedded(Embedded):
    """What `conversationLogTranscript` holds."""

    audio_transcript: OneState[AudioTranscript] = wire.one_state("audioTranscript", "audio_transcript.AudioTranscript")
    """The part of a past conversation's record that describes an audio event."""

    error_transcript: OneState[ErrorTranscript] = wire.one_state("errorTranscript", "error_transcript.ErrorTranscript")
    """The part of a past conversation's record that describes an error."""

    message_transcript: OneState[MessageTranscript] = wire.one_state(
        "messageTranscript", "message_transcript.MessageTranscript"
    )
    """The part of a past conversation's record that holds a message."""


class ConversationLogTranscript(State, rel="conversationLogTranscript"):
    """One part of a past conversation's record, with a message, an audio event or an error."""

    links: View[ConversationLogTranscriptLinks] = View(ConversationLogTranscriptLinks)
    embedded: View[ConversationLogTranscriptEmbedded] = View(ConversationLogTranscriptEmbedded)

    time_stamp = wire.datetime("timeStamp")
    """Time stamp of the transcript."""


_GET = Operation("GET", returns=wire.representation("conversation_log_transcript.ConversationLogTranscript"))


class ConversationLogTranscriptLink(Link, rel="conversationLogTranscript"):
    """Leads to `ConversationLogTranscript`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ConversationLogTranscript]:
        """Read the transcript.

        Gives the `ConversationLogTranscript`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
