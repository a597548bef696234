# Made by ucwagen from specs/resources/conversations.yaml. Do not edit: change the spec and build again.
"""`conversations`: The conversations in which the user takes part now.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversations_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, Many, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .conversation import ConversationLink

__all__ = ["Conversations", "ConversationsLink", "ConversationsLinks"]


class ConversationsLinks(Links):
    """Where `conversations` leads."""

    self: One[ConversationsLink] = wire.one("self", "conversations.ConversationsLink")
    """The resource itself."""

    conversation: Many[ConversationLink] = wire.many("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""


class Conversations(State, rel="conversations"):
    """The conversations in which the user takes part now."""

    links: View[ConversationsLinks] = View(ConversationsLinks)


_GET = Operation("GET", returns=wire.representation("conversations.Conversations"))


class ConversationsLink(Link, rel="conversations"):
    """Leads to `Conversations`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Conversations]:
        """List the conversations.

        Gives the `Conversations`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
