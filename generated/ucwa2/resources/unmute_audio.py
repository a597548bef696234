# Made by ucwagen from specs/resources/unmuteAudio.yaml. Do not edit: change the spec and build again.
"""`unmuteAudio`: Turns the participant's audio on again; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/unmuteaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["UnmuteAudioLink"]

_POST = Operation("POST", returns=wire.nothing())


class UnmuteAudioLink(Link, rel="unmuteAudio"):
    """Turns the participant's audio on again; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Turn the participant's audio on again.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
