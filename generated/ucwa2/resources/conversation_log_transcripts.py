# Made by ucwagen from specs/resources/conversationLogTranscripts.yaml. Do not edit: change the spec and build again.
"""`conversationLogTranscripts`: The record of a past conversation, as archived in Exchange.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationlogtranscripts_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
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
    from .conversation_log_transcript import ConversationLogTranscript
    from .next_conversation_log_transcripts import NextConversationLogTranscriptsLink

__all__ = [
    "ConversationLogTranscripts",
    "ConversationLogTranscriptsEmbedded",
    "ConversationLogTranscriptsLink",
    "ConversationLogTranscriptsLinks",
]


class ConversationLogTranscriptsLinks(Links):
    """Where `conversationLogTranscripts` leads."""

    self: One[ConversationLogTranscriptsLink] = wire.one(
        "self", "conversation_log_transcripts.ConversationLogTranscriptsLink"
    )
    """The resource itself."""

    next_conversation_log_transcripts: One[NextConversationLogTranscriptsLink] = wire.one(
        "nextConversationLogTranscripts", "next_conversation_log_transcripts.NextConversationLogTranscriptsLink"
    )
    """The next part of a past conversation's record, as archived in Exchange."""


class ConversationLogTranscriptsEmbedded(Embedded):
    """What `conversationLogTranscripts` holds."""

    conversation_log_transcript: ManyStates[ConversationLogTranscript] = wire.many_states(
        "conversationLogTranscript", "conversation_log_transcript.ConversationLogTranscript"
    )
    """One part of a past conversation's record, with a message, an audio event or an error."""


class ConversationLogTranscripts(State, rel="conversationLogTranscripts"):
    """The record of a past conversation, as archived in Exchange."""

    links: View[ConversationLogTranscriptsLinks] = View(ConversationLogTranscriptsLinks)
    embedded: View[ConversationLogTranscriptsEmbedded] = View(ConversationLogTranscriptsEmbedded)


_GET = Operation("GET", returns=wire.representation("conversation_log_transcripts.ConversationLogTranscripts"))


class ConversationLogTranscriptsLink(Link, rel="conversationLogTranscripts"):
    """Leads to `ConversationLogTranscripts`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ConversationLogTranscripts]:
        """List the conversation's transcripts.

        Gives the `ConversationLogTranscripts`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
