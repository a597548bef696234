# Made by ucwagen from specs/resources/conversationLog.yaml. Do not edit: change the spec and build again.
"""`conversationLog`: The entry for one past conversation, which can be taken up again from here.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationlog_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    EnumListProperty,
    EnumProperty,
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
    from .. import enums
    from .continue_audio import ContinueAudioLink
    from .continue_audio_video import ContinueAudioVideoLink
    from .continue_messaging import ContinueMessagingLink
    from .continue_phone_audio import ContinuePhoneAudioLink
    from .continue_video import ContinueVideoLink
    from .conversation_log_recipient import ConversationLogRecipient
    from .conversation_log_transcripts import ConversationLogTranscriptsLink
    from .mark_as_read import MarkAsReadLink

__all__ = ["ConversationLog", "ConversationLogEmbedded", "ConversationLogLink", "ConversationLogLinks"]


class ConversationLogLinks(Links):
    """Where `conversationLog` leads."""

    self: One[ConversationLogLink] = wire.one("self", "conversation_log.ConversationLogLink")
    """The resource itself."""

    continue_audio: One[ContinueAudioLink] = wire.one("continueAudio", "continue_audio.ContinueAudioLink")
    """Takes a past conversation up again in audio."""

    continue_audio_video: One[ContinueAudioVideoLink] = wire.one(
        "continueAudioVideo", "continue_audio_video.ContinueAudioVideoLink"
    )
    """Takes a past conversation up again in audio and video."""

    continue_messaging: One[ContinueMessagingLink] = wire.one(
        "continueMessaging", "continue_messaging.ContinueMessagingLink"
    )
    """Takes a past conversation up again by instant messaging."""

    continue_phone_audio: One[ContinuePhoneAudioLink] = wire.one(
        "continuePhoneAudio", "continue_phone_audio.ContinuePhoneAudioLink"
    )
    """Takes a past conversation up again over the telephone network."""

    continue_video: One[ContinueVideoLink] = wire.one("continueVideo", "continue_video.ContinueVideoLink")
    """Takes a past conversation up again in video."""

    conversation_log_transcripts: One[ConversationLogTranscriptsLink] = wire.one(
        "conversationLogTranscripts", "conversation_log_transcripts.ConversationLogTranscriptsLink"
    )
    """The record of a past conversation, as archived in Exchange."""

    mark_as_read: One[MarkAsReadLink] = wire.one("markAsRead", "mark_as_read.MarkAsReadLink")
    """Marks a past conversation as read in Exchange."""


class ConversationLogEmbedded(Embedded):
    """What `conversationLog` holds."""

    conversation_log_recipient: ManyStates[ConversationLogRecipient] = wire.many_states(
        "conversationLogRecipient", "conversation_log_recipient.ConversationLogRecipient"
    )
    """One recipient of a past conversation."""


class ConversationLog(State, rel="conversationLog"):
    """The entry for one past conversation, which can be taken up again from here."""

    links: View[ConversationLogLinks] = View(ConversationLogLinks)
    embedded: View[ConversationLogEmbedded] = View(ConversationLogEmbedded)

    creation_time = wire.datetime("creationTime")
    """When Exchange received the entry."""

    direction: EnumProperty[enums.Direction] = wire.enum("direction", "enums.Direction")
    """Whether the conversation came in or went out."""

    importance: EnumProperty[enums.Importance] = wire.enum("importance", "enums.Importance")
    """How urgent the conversation was."""

    modalities: EnumListProperty[enums.ConversationModalityType] = wire.enums(
        "modalities", "enums.ConversationModalityType"
    )
    """Ways of communicating that were used in the conversation."""

    online_meeting_uri = wire.text("onlineMeetingUri")
    """Address by which participants join the meeting."""

    preview_message = wire.text("previewMessage")
    """Shortened text of the conversation."""

    status: EnumProperty[enums.ConversationLogStatus] = wire.enum("status", "enums.ConversationLogStatus")
    """Whether the conversation was answered."""

    subject = wire.text("subject")
    """What the conversation was about."""

    thread_id = wire.text("threadId")
    """Thread of the conversation; passing the same one again continues that conversation."""

    total_recipients_count = wire.integer("totalRecipientsCount")
    """How many recipients the entry has."""

    type: EnumProperty[enums.ConversationLogType] = wire.enum("type", "enums.ConversationLogType")
    """What kind of conversation the entry is about."""


_GET = Operation("GET", returns=wire.representation("conversation_log.ConversationLog"))

_DELETE = Operation("DELETE", returns=wire.nothing())


class ConversationLogLink(Link, rel="conversationLog"):
    """Leads to `ConversationLog`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ConversationLog]:
        """Read the entry.

        Gives the `ConversationLog`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def delete(self) -> Call[None]:
        """Delete the entry.

        Gives nothing. Raises the errors of any operation and of the group `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_DELETE, {})
