# Made by ucwagen from specs/resources/stopVideo.yaml. Do not edit: change the spec and build again.
"""`stopVideo`: Stops the video of the call.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/stopvideo_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["StopVideoLink"]

_POST = Operation(
    "POST",
    Parameter("reason", "enums.CallTerminationReason", place="either"),
    returns=wire.nothing(),
)


class StopVideoLink(Link, rel="stopVideo"):
    """Stops the video of the call."""

    def post(self, *, reason: enums.CallTerminationReason | str | None = None) -> Call[None]:
        """Stop the video.

        - reason: Why the call ends.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"reason": reason})
