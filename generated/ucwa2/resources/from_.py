# Made by ucwagen from specs/resources/from.yaml. Do not edit: change the spec and build again.
"""`from`: The participant who sent the invitation, possibly with details of the contact.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/from_ref
State: that of `participant`
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .participant import Participant

__all__ = ["FromLink"]

_GET = Operation("GET", returns=wire.representation("participant.Participant"))


class FromLink(Link, rel="from"):
    """The participant who sent the invitation, possibly with details of the contact."""

    def get(self, *, if_none_match: Validator = None) -> Call[Participant]:
        """Read the participant who sent the invitation.

        Gives the `Participant`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
