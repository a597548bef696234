# Made by ucwagen from specs/resources/videoLockedOnParticipant.yaml. Do not edit: change the spec and build again.
"""`videoLockedOnParticipant`: The participant whose video all participants of the meeting see, while the spotlight
is locked.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/videolockedonparticipant_ref
State: that of `participant`
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .participant import Participant

__all__ = ["VideoLockedOnParticipantLink"]

_GET = Operation("GET", returns=wire.representation("participant.Participant"))


class VideoLockedOnParticipantLink(Link, rel="videoLockedOnParticipant"):
    """The participant whose video all participants of the meeting see, while the spotlight is locked."""

    def get(self, *, if_none_match: Validator = None) -> Call[Participant]:
        """Read the participant in the spotlight.

        Gives the `Participant`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
