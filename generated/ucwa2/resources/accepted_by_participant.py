# Made by ucwagen from specs/resources/acceptedByParticipant.yaml. Do not edit: change the spec and build again.
"""`acceptedByParticipant`: The participant who accepted the user's invitation, not always the one who was invited.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/acceptedbyparticipant_ref
State: that of `participant`
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .participant import Participant

__all__ = ["AcceptedByParticipantLink"]

_GET = Operation("GET", returns=wire.representation("participant.Participant"))


class AcceptedByParticipantLink(Link, rel="acceptedByParticipant"):
    """The participant who accepted the user's invitation, not always the one who was invited."""

    def get(self, *, if_none_match: Validator = None) -> Call[Participant]:
        """Read the participant who accepted.

        Gives the `Participant`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
