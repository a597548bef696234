# Made by ucwagen from specs/resources/failedDeliveryParticipant.yaml. Do not edit: change the spec and build again.
"""`failedDeliveryParticipant`: A participant whom the user's message did not reach.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/faileddeliveryparticipant_ref
State: that of `participant`
Scopes: Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .participant import Participant

__all__ = ["FailedDeliveryParticipantLink"]

_GET = Operation("GET", returns=wire.representation("participant.Participant"))


class FailedDeliveryParticipantLink(Link, rel="failedDeliveryParticipant"):
    """A participant whom the user's message did not reach."""

    def get(self, *, if_none_match: Validator = None) -> Call[Participant]:
        """Read the participant.

        Gives the `Participant`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
