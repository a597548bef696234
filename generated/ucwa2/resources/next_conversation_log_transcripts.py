# Made by ucwagen from specs/resources/nextConversationLogTranscripts.yaml. Do not edit: change the spec and build again.
"""`nextConversationLogTranscripts`: The next part of a past conversation's record, as archived in Exchange.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/nextconversationlogtranscripts_ref
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

__all__ = [
    "NextConversationLogTranscripts",
    "NextConversationLogTranscriptsEmbedded",
    "NextConversationLogTranscriptsLink",
    "NextConversationLogTranscriptsLinks",
]


class NextConversationLogTranscriptsLinks(Links):
    """Where `nextConversationLogTranscripts` leads."""

    self: One[NextConversationLogTranscriptsLink] = wire.one(
        "self", "next_conversation_log_transcripts.NextConversationLogTranscriptsLink"
    )
    """The resource itself."""

    next_conversation_log_transcripts: One[NextConversationLogTranscriptsLink] = wire.one(
        "nextConversationLogTranscripts", "next_conversation_log_transcripts.NextConversationLogTranscriptsLink"
    )
    """The resource itself."""


class NextConversationLogTranscriptsEmbedded(Embedded):
    """What `nextConversationLogTranscripts` holds."""

    conversation_log_transcript: ManyStates[ConversationLogTranscript] = wire.many_states(
        "conversationLogTranscript", "conversation_log_transcript.ConversationLogTranscript"
    )
    """One part of a past conversation's record, with a message, an audio event or an error."""


class NextConversationLogTranscripts(State, rel="nextConversationLogTranscripts"):
    """The next part of a past conversation's record, as archived in Exchange."""

    links: View[NextConversationLogTranscriptsLinks] = View(NextConversationLogTranscriptsLinks)
    embedded: View[NextConversationLogTranscriptsEmbedded] = View(NextConversationLogTranscriptsEmbedded)


_GET = Operation("GET", returns=wire.representation("next_conversation_log_transcripts.NextConversationLogTranscripts"))


class NextConversationLogTranscriptsLink(Link, rel="nextConversationLogTranscripts"):
    """Leads to `NextConversationLogTranscripts`."""

    def get(self, *, if_none_match: Validator = None) -> Call[NextConversationLogTranscripts]:
        """List the transcripts of this part.

        Gives the `NextConversationLogTranscripts`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
