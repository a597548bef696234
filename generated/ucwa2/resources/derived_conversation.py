# Made by ucwagen from specs/resources/derivedConversation.yaml. Do not edit: change the spec and build again.
"""`derivedConversation`: A further conversation, created because another participant than the first one answered
when a modality was added.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/derivedconversation_ref
State: that of `conversation`
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .conversation import Conversation

__all__ = ["DerivedConversationLink"]

_GET = Operation("GET", returns=wire.representation("conversation.Conversation"))


class DerivedConversationLink(Link, rel="derivedConversation"):
    """A further conversation, created because another participant than the first one answered when a modality was
    added."""

    def get(self, *, if_none_match: Validator = None) -> Call[Conversation]:
        """Read the derived conversation.

        Gives the `Conversation`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
