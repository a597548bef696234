# Made by ucwagen from specs/resources/participantDataCollaboration.yaml. Do not edit: change the spec and build again.
"""`participantDataCollaboration`: Shows that a participant uses data collaboration in the conversation; it exists as
long as that lasts.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/participantdatacollaboration_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .participant import ParticipantLink

__all__ = ["ParticipantDataCollaboration", "ParticipantDataCollaborationLink", "ParticipantDataCollaborationLinks"]


class ParticipantDataCollaborationLinks(Links):
    """Where `participantDataCollaboration` leads."""

    self: One[ParticipantDataCollaborationLink] = wire.one(
        "self", "participant_data_collaboration.ParticipantDataCollaborationLink"
    )
    """The resource itself."""

    participant: One[ParticipantLink] = wire.one("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""


class ParticipantDataCollaboration(State, rel="participantDataCollaboration"):
    """Shows that a participant uses data collaboration in the conversation; it exists as long as that lasts."""

    links: View[ParticipantDataCollaborationLinks] = View(ParticipantDataCollaborationLinks)


_GET = Operation("GET", returns=wire.representation("participant_data_collaboration.ParticipantDataCollaboration"))


class ParticipantDataCollaborationLink(Link, rel="participantDataCollaboration"):
    """Leads to `ParticipantDataCollaboration`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ParticipantDataCollaboration]:
        """Read the participant's data collaboration.

        Gives the `ParticipantDataCollaboration`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
