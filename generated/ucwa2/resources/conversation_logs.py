# Made by ucwagen from specs/resources/conversationLogs.yaml. Do not edit: change the spec and build again.
"""`conversationLogs`: The user's past conversations, with one other person as well as in conferences.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationlogs_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, Many, One, Operation, Parameter, State, Validator, View, wire

if TYPE_CHECKING:
    from .conversation_log import ConversationLogLink

__all__ = ["ConversationLogs", "ConversationLogsLink", "ConversationLogsLinks"]


class ConversationLogsLinks(Links):
    """Where `conversationLogs` leads."""

    self: One[ConversationLogsLink] = wire.one("self", "conversation_logs.ConversationLogsLink")
    """The resource itself."""

    conversation_log: Many[ConversationLogLink] = wire.many("conversationLog", "conversation_log.ConversationLogLink")
    """The entry for one past conversation, which can be taken up again from here."""


class ConversationLogs(State, rel="conversationLogs"):
    """The user's past conversations, with one other person as well as in conferences."""

    links: View[ConversationLogsLinks] = View(ConversationLogsLinks)


_GET = Operation(
    "GET",
    Parameter("limit", "integer", place="query"),
    returns=wire.representation("conversation_logs.ConversationLogs"),
)


class ConversationLogsLink(Link, rel="conversationLogs"):
    """Leads to `ConversationLogs`."""

    def get(self, *, limit: int | None = None, if_none_match: Validator = None) -> Call[ConversationLogs]:
        """List the past conversations.

        - limit: How many results to return at most.

        Gives the `ConversationLogs`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {"limit": limit}, if_none_match=if_none_match)
