# Made by ucwagen from specs/resources/missedItems.yaml. Do not edit: change the spec and build again.
"""`missedItems`: How many conversation logs, missed conversations and voicemails the user has, and how many are not
yet read.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/misseditems_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: updated (high, from communication)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["MissedItems", "MissedItemsLink", "MissedItemsLinks"]


class MissedItemsLinks(Links):
    """Where `missedItems` leads."""

    self: One[MissedItemsLink] = wire.one("self", "missed_items.MissedItemsLink")
    """The resource itself."""


class MissedItems(State, rel="missedItems"):
    """How many conversation logs, missed conversations and voicemails the user has, and how many are not yet read."""

    links: View[MissedItemsLinks] = View(MissedItemsLinks)

    conversation_logs_count = wire.integer("conversationLogsCount")
    """How many conversation logs there are."""

    conversation_logs_notifications: EnumProperty[enums.GenericPolicy] = wire.enum(
        "conversationLogsNotifications", "enums.GenericPolicy"
    )
    """Whether notifications about conversation logs are switched on."""

    missed_conversations_count = wire.integer("missedConversationsCount")
    """How many conversations the user missed."""

    unread_missed_conversations_count = wire.integer("unreadMissedConversationsCount")
    """How many missed conversations the user has not read yet."""

    unread_voicemails_count = wire.integer("unreadVoicemailsCount")
    """How many voicemails the user has not read yet."""

    voice_mails_count = wire.integer("voiceMailsCount")
    """How many voicemails there are."""


_GET = Operation("GET", returns=wire.representation("missed_items.MissedItems"))


class MissedItemsLink(Link, rel="missedItems"):
    """Leads to `MissedItems`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MissedItems]:
        """Read the counts.

        Gives the `MissedItems`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
