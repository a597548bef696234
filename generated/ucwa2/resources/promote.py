# Made by ucwagen from specs/resources/promote.yaml. Do not edit: change the spec and build again.
"""`promote`: Makes the participant, who attends, a leader; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/promote_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["PromoteLink"]

_POST = Operation("POST", returns=wire.nothing())


class PromoteLink(Link, rel="promote"):
    """Makes the participant, who attends, a leader; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Make the participant a leader.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
