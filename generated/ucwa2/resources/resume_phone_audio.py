# Made by ucwagen from specs/resources/resumePhoneAudio.yaml. Do not edit: change the spec and build again.
"""`resumePhoneAudio`: Takes a phone call off hold; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/resumephoneaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["ResumePhoneAudioLink"]

_POST = Operation("POST", returns=wire.nothing())


class ResumePhoneAudioLink(Link, rel="resumePhoneAudio"):
    """Takes a phone call off hold; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Take the phone call off hold.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
