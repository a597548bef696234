# Made by ucwagen from specs/resources/messaging.yaml. Do not edit: change the spec and build again.
"""`messaging`: Instant messaging in a conversation, with its state and the ways to start, stop and use it.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/messaging_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: updated (high, from conversation)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    EnumListProperty,
    EnumProperty,
    Link,
    Links,
    One,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums
    from .add_messaging import AddMessagingLink
    from .conversation import ConversationLink
    from .message import MessageLink
    from .send_message import SendMessageLink
    from .set_is_typing import SetIsTypingLink
    from .stop_messaging import StopMessagingLink
    from .typing_participants import TypingParticipantsLink

__all__ = ["Messaging", "MessagingLink", "MessagingLinks"]


class MessagingLinks(Links):
    """Where `messaging` leads."""

    self: One[MessagingLink] = wire.one("self", "messaging.MessagingLink")
    """The resource itself."""

    add_messaging: One[AddMessagingLink] = wire.one("addMessaging", "add_messaging.AddMessagingLink")
    """Adds instant messaging to the conversation, whether between two people or in a meeting."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    send_message: One[SendMessageLink] = wire.one("sendMessage", "send_message.SendMessageLink")
    """Sends an instant message to all participants of the conversation; present only while messaging is connected."""

    set_is_typing: One[SetIsTypingLink] = wire.one("setIsTyping", "set_is_typing.SetIsTypingLink")
    """Shows the other participants for a short time that the user is typing; repeat it while the user goes on."""

    stop_messaging: One[StopMessagingLink] = wire.one("stopMessaging", "stop_messaging.StopMessagingLink")
    """Stops messaging in the conversation, even while it is still connecting."""

    typing_participants: One[TypingParticipantsLink] = wire.one(
        "typingParticipants", "typing_participants.TypingParticipantsLink"
    )
    """The participants who are writing a message at the moment."""


class Messaging(State, rel="messaging"):
    """Instant messaging in a conversation, with its state and the ways to start, stop and use it."""

    links: View[MessagingLinks] = View(MessagingLinks)

    negotiated_message_formats: EnumListProperty[enums.MessageFormat] = wire.enums(
        "negotiatedMessageFormats", "enums.MessageFormat"
    )
    """Message formats that both sides have agreed on."""

    state: EnumProperty[enums.CallState] = wire.enum("state", "enums.CallState")
    """State of the modality, such as connecting or connected."""

    def send(
        self, content: str | bytes, *, content_type: str = "text/plain", operation_id: str | None = None
    ) -> Call[MessageLink]:
        """Send an instant message to all participants.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `text/plain` or `text/html`.
        - content_type: Its media type; `text/plain` when left out.
        - operation_id (made when left out): Identifier, chosen by the application, by which it recognises this
          operation in the event channel.

        The call sends `POST` to `sendMessage`. Gives a link to the `message`. Raises what `SendMessageLink.post`
        raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/sendmessage_ref
        """
        return self.links.send_message.post(content, content_type=content_type, operation_id=operation_id)

    def start_typing(self) -> Call[None]:
        """Show the other participants for a short time that the user is typing.

        The call sends `POST` to `setIsTyping`. Gives nothing. Raises what `SetIsTypingLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/setistyping_ref
        """
        return self.links.set_is_typing.post()


_GET = Operation("GET", returns=wire.representation("messaging.Messaging"))


class MessagingLink(Link, rel="messaging"):
    """Leads to `Messaging`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Messaging]:
        """Read the state of messaging.

        Gives the `Messaging`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
