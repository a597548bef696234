# Made by ucwagen from specs/resources/stopPhoneAudio.yaml. Do not edit: change the spec and build again.
"""`stopPhoneAudio`: Stops phone audio in the conversation, even while it is still connecting.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/stopphoneaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["StopPhoneAudioLink"]

_POST = Operation("POST", returns=wire.nothing())


class StopPhoneAudioLink(Link, rel="stopPhoneAudio"):
    """Stops phone audio in the conversation, even while it is still connecting."""

    def post(self) -> Call[None]:
        """Stop phone audio.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
