# Made by ucwagen from specs/resources/dismiss.yaml. Do not edit: change the spec and build again.
"""`dismiss`: Declines a renegotiation of media.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/dismiss_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["DismissLink"]

_POST = Operation(
    "POST",
    Parameter("reason", "enums.ReNegotiationDeclineReason"),
    returns=wire.nothing(),
)


class DismissLink(Link, rel="dismiss"):
    """Declines a renegotiation of media."""

    def post(self, *, reason: enums.ReNegotiationDeclineReason | str | None = None) -> Call[None]:
        """Decline the renegotiation.

        - reason: Why the change of media is declined.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"reason": reason})
