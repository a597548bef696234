# Made by ucwagen from specs/resources/decline.yaml. Do not edit: change the spec and build again.
"""`decline`: Declines an incoming invitation, which then fails; a meeting continues for the others.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/decline_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["DeclineLink"]

_POST = Operation(
    "POST",
    Parameter("reason", "enums.CallDeclineReason"),
    returns=wire.nothing(),
)


class DeclineLink(Link, rel="decline"):
    """Declines an incoming invitation, which then fails; a meeting continues for the others."""

    def post(self, *, reason: enums.CallDeclineReason | str | None = None) -> Call[None]:
        """Decline the invitation.

        - reason: Why the invitation is declined, and whether on one endpoint or on all.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"reason": reason})
