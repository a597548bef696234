# Made by ucwagen from specs/resources/applicationSharer.yaml. Do not edit: change the spec and build again.
"""`applicationSharer`: The participant who shares a screen or program now; absent while there is none.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/applicationsharer_ref
State: that of `participant`
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .participant import Participant

__all__ = ["ApplicationSharerLink"]

_GET = Operation("GET", returns=wire.representation("participant.Participant"))


class ApplicationSharerLink(Link, rel="applicationSharer"):
    """The participant who shares a screen or program now; absent while there is none."""

    def get(self, *, if_none_match: Validator = None) -> Call[Participant]:
        """Read the participant who shares.

        Gives the `Participant`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
