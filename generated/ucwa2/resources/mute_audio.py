# Made by ucwagen from specs/resources/muteAudio.yaml. Do not edit: change the spec and build again.
"""`muteAudio`: Turns the participant's audio off; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/muteaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["MuteAudioLink"]

_POST = Operation("POST", returns=wire.nothing())


class MuteAudioLink(Link, rel="muteAudio"):
    """Turns the participant's audio off; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Turn the participant's audio off.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
