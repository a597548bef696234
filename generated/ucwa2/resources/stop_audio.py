# Made by ucwagen from specs/resources/stopAudio.yaml. Do not edit: change the spec and build again.
"""`stopAudio`: Stops the audio of the call.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/stopaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["StopAudioLink"]

_POST = Operation(
    "POST",
    Parameter("reason", "enums.CallTerminationReason", place="either"),
    returns=wire.nothing(),
)


class StopAudioLink(Link, rel="stopAudio"):
    """Stops the audio of the call."""

    def post(self, *, reason: enums.CallTerminationReason | str | None = None) -> Call[None]:
        """Stop the audio.

        - reason: Why the call ends.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"reason": reason})
