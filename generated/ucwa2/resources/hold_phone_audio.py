# Made by ucwagen from specs/resources/holdPhoneAudio.yaml. Do not edit: change the spec and build again.
"""`holdPhoneAudio`: Puts a phone call on hold; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/holdphoneaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["HoldPhoneAudioLink"]

_POST = Operation("POST", returns=wire.nothing())


class HoldPhoneAudioLink(Link, rel="holdPhoneAudio"):
    """Puts a phone call on hold; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Put the phone call on hold.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
