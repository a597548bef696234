# Made by ucwagen from specs/resources/stopAudioVideo.yaml. Do not edit: change the spec and build again.
"""`stopAudioVideo`: Stops both audio and video in the call.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/stopaudiovideo_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["StopAudioVideoLink"]

_POST = Operation(
    "POST",
    Parameter("reason", "enums.CallTerminationReason", place="either"),
    returns=wire.nothing(),
)


class StopAudioVideoLink(Link, rel="stopAudioVideo"):
    """Stops both audio and video in the call."""

    def post(self, *, reason: enums.CallTerminationReason | str | None = None) -> Call[None]:
        """Stop audio and video.

        - reason: Why the call ends.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `NotFound`: There is no such call.
        """
        return self._call(_POST, {"reason": reason})
