# Made by ucwagen from specs/resources/derivedPhoneAudio.yaml. Do not edit: change the spec and build again.
"""`derivedPhoneAudio`: Phone audio that continues in a derived conversation, because another participant accepted.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/derivedphoneaudio_ref
State: that of `phoneAudio`
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .phone_audio import PhoneAudio

__all__ = ["DerivedPhoneAudioLink"]

_GET = Operation("GET", returns=wire.representation("phone_audio.PhoneAudio"))


class DerivedPhoneAudioLink(Link, rel="derivedPhoneAudio"):
    """Phone audio that continues in a derived conversation, because another participant accepted."""

    def get(self, *, if_none_match: Validator = None) -> Call[PhoneAudio]:
        """Read the derived phone audio.

        Gives the `PhoneAudio`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
