# Made by ucwagen from specs/resources/conversationLogRecipient.yaml. Do not edit: change the spec and build again.
"""`conversationLogRecipient`: One recipient of a past conversation.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationlogrecipient_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .contact import ContactLink
    from .contact_photo import ContactPhotoLink
    from .contact_presence import ContactPresenceLink

__all__ = ["ConversationLogRecipient", "ConversationLogRecipientLink", "ConversationLogRecipientLinks"]


class ConversationLogRecipientLinks(Links):
    """Where `conversationLogRecipient` leads."""

    self: One[ConversationLogRecipientLink] = wire.one(
        "self", "conversation_log_recipient.ConversationLogRecipientLink"
    )
    """The resource itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""

    contact_photo: One[ContactPhotoLink] = wire.one("contactPhoto", "contact_photo.ContactPhotoLink")
    """A picture of the contact."""

    contact_presence: One[ContactPresenceLink] = wire.one("contactPresence", "contact_presence.ContactPresenceLink")
    """How available a contact is and what the contact is doing."""


class ConversationLogRecipient(State, rel="conversationLogRecipient"):
    """One recipient of a past conversation."""

    links: View[ConversationLogRecipientLinks] = View(ConversationLogRecipientLinks)

    display_name = wire.text("displayName")
    """Name to show for the recipient."""

    sip_uri = wire.text("sipUri")
    """Address of the recipient."""


_GET = Operation("GET", returns=wire.representation("conversation_log_recipient.ConversationLogRecipient"))


class ConversationLogRecipientLink(Link, rel="conversationLogRecipient"):
    """Leads to `ConversationLogRecipient`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ConversationLogRecipient]:
        """Read the recipient.

        Gives the `ConversationLogRecipient`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
