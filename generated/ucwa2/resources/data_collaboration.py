# Made by ucwagen from specs/resources/dataCollaboration.yaml. Do not edit: change the spec and build again.
"""`dataCollaboration`: Data collaboration in a conversation, with its state; nothing can be viewed or shared through
this API.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/datacollaboration_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: updated (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .conversation import ConversationLink

__all__ = ["DataCollaboration", "DataCollaborationLink", "DataCollaborationLinks"]


class DataCollaborationLinks(Links):
    """Where `dataCollaboration` leads."""

    self: One[DataCollaborationLink] = wire.one("self", "data_collaboration.DataCollaborationLink")
    """The resource itself."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""


class DataCollaboration(State, rel="dataCollaboration"):
    """Data collaboration in a conversation, with its state; nothing can be viewed or shared through this API."""

    links: View[DataCollaborationLinks] = View(DataCollaborationLinks)

    state: EnumProperty[enums.CallState] = wire.enum("state", "enums.CallState")
    """State of the modality, such as connecting or connected."""


_GET = Operation("GET", returns=wire.representation("data_collaboration.DataCollaboration"))


class DataCollaborationLink(Link, rel="dataCollaboration"):
    """Leads to `DataCollaboration`."""

    def get(self, *, if_none_match: Validator = None) -> Call[DataCollaboration]:
        """Read the state of data collaboration.

        Gives the `DataCollaboration`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
