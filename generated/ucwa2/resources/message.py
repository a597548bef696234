# Made by ucwagen from specs/resources/message.yaml. Do not edit: change the spec and build again.
"""`message`: One instant message that the user sent or received. Fetch an incoming one within 30 seconds, or it is
lost.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/message_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: started, completed (high, from conversation)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    EnumProperty,
    Link,
    Links,
    Many,
    One,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums
    from .._runtime.requests.chain import Chain
    from .contact import ContactLink
    from .failed_delivery_participant import FailedDeliveryParticipantLink
    from .messaging import MessagingLink
    from .participant import ParticipantLink

__all__ = ["Message", "MessageLink", "MessageLinks"]


class MessageLinks(Links):
    """Where `message` leads."""

    self: One[MessageLink] = wire.one("self", "message.MessageLink")
    """The resource itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""

    failed_delivery_participant: Many[FailedDeliveryParticipantLink] = wire.many(
        "failedDeliveryParticipant", "failed_delivery_participant.FailedDeliveryParticipantLink"
    )
    """A participant whom the user's message did not reach."""

    messaging: One[MessagingLink] = wire.one("messaging", "messaging.MessagingLink")
    """Instant messaging in a conversation, with its state and the ways to start, stop and use it."""

    participant: One[ParticipantLink] = wire.one("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""


class Message(State, rel="message"):
    """One instant message that the user sent or received. Fetch an incoming one within 30 seconds, or it is lost."""

    links: View[MessageLinks] = View(MessageLinks)

    direction: EnumProperty[enums.Direction] = wire.enum("direction", "enums.Direction")
    """Whether the message came in or went out."""

    html_message = wire.data("htmlMessage")
    """The message in HTML, if it was written so."""

    operation_id = wire.text("operationId")
    """Identifier, chosen by the application, by which it recognises this operation in the event channel."""

    status: EnumProperty[enums.Status] = wire.enum("status", "enums.Status")
    """Whether the message was delivered; in a group, failedDeliveryParticipant names those who did not receive it."""

    plain_message = wire.data("plainMessage")
    """The message without markup, if it was written so."""

    time_stamp = wire.datetime("timeStamp")
    """Time stamp of the message."""

    def reply(
        self, content: str | bytes, *, content_type: str = "text/plain", operation_id: str | None = None
    ) -> Chain[MessageLink]:
        """Answer in the conversation of the message.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `text/plain` or `text/html`.
        - content_type: Its media type; `text/plain` when left out.
        - operation_id (made when left out): Identifier, chosen by the application, by which it recognises this
          operation in the event channel.

        The chain reads `messaging`, then sends `POST` to `sendMessage`. Gives a link to the `message`. Raises what
        `SendMessageLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/sendmessage_ref
        """
        return self._chain(
            self.links.messaging.get(),
            ("sendMessage",),
            "send_message.SendMessageLink",
            "post",
            content,
            content_type=content_type,
            operation_id=operation_id,
        )

    def reply_html(self, content: str | bytes, *, operation_id: str | None = None) -> Chain[MessageLink]:
        """Answer in the conversation of the message, in HTML.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `text/html`.
        - operation_id (made when left out): Identifier, chosen by the application, by which it recognises this
          operation in the event channel.

        The chain reads `messaging`, then sends `POST` to `sendMessage`, with content of the type `text/html`. Gives
        a link to the `message`. Raises what `SendMessageLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/sendmessage_ref
        """
        return self._chain(
            self.links.messaging.get(),
            ("sendMessage",),
            "send_message.SendMessageLink",
            "post",
            content,
            content_type="text/html",
            operation_id=operation_id,
        )


_GET = Operation("GET", returns=wire.representation("message.Message"))


class MessageLink(Link, rel="message"):
    """Leads to `Message`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Message]:
        """Read the message.

        Gives the `Message`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).

        Reasons that its events may carry:

        - `Conflict/AlreadyExists`: The resource to create exists already.
        - `Conflict`: The request is bigger than the server allows, or the service does not support this.
        - `Conflict/TooManyGroups`: The limit on groups has been reached.
        - `EntityTooLarge`: The request is bigger than the server allows.
        - `Informational/Ended`: The meeting is over.
        - `RemoteFailure/NotAllowed`: The other participant's client did not understand the message.
        - `RemoteFailure/Timeout`: The person called did not answer in time.
        - `ServiceFailure/CallbackChannelError`: The remote event channel cannot be reached.
        - `ServiceFailure/InvalidExchangeServerVersion`: The version of the Exchange server is not valid.
        - `ServiceFailure`: The service failed while it delivered the message.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
