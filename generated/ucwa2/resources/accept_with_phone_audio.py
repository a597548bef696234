# Made by ucwagen from specs/resources/acceptWithPhoneAudio.yaml. Do not edit: change the spec and build again.
"""`acceptWithPhoneAudio`: Accepts an incoming audio-video invitation over the telephone network.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/acceptwithphoneaudio_ref
Scopes: Conversations.Initiate
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["AcceptWithPhoneAudioLink"]

_POST = Operation("POST", returns=wire.nothing())


class AcceptWithPhoneAudioLink(Link, rel="acceptWithPhoneAudio"):
    """Accepts an incoming audio-video invitation over the telephone network."""

    def post(self) -> Call[None]:
        """Accept the invitation by phone audio.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
