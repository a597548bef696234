# Made by ucwagen from specs/resources/demote.yaml. Do not edit: change the spec and build again.
"""`demote`: Makes the participant, who leads, an attendee; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/demote_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["DemoteLink"]

_POST = Operation("POST", returns=wire.nothing())


class DemoteLink(Link, rel="demote"):
    """Makes the participant, who leads, an attendee; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Make the participant an attendee.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
