# Made by ucwagen from specs/resources/messages.yaml. Do not edit: change the spec and build again.
"""`messages`: A list of instant messages.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/messages_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, Many, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .message import MessageLink

__all__ = ["Messages", "MessagesLink", "MessagesLinks"]


class MessagesLinks(Links):
    """Where `messages` leads."""

    self: One[MessagesLink] = wire.one("self", "messages.MessagesLink")
    """The resource itself."""

    message: Many[MessageLink] = wire.many("message", "message.MessageLink")
    """One instant message that the user sent or received. Fetch an incoming one within 30 seconds, or it is lost."""


class Messages(State, rel="messages"):
    """A list of instant messages."""

    links: View[MessagesLinks] = View(MessagesLinks)


_GET = Operation("GET", returns=wire.representation("messages.Messages"))


class MessagesLink(Link, rel="messages"):
    """Leads to `Messages`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Messages]:
        """Read the messages.

        Gives the `Messages`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
