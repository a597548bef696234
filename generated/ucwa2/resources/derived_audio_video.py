# Made by ucwagen from specs/resources/derivedAudioVideo.yaml. Do not edit: change the spec and build again.
"""`derivedAudioVideo`: Audio and video that continue in a derived conversation.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/derivedaudiovideo_ref
State: that of `audioVideo`
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .audio_video import AudioVideo

__all__ = ["DerivedAudioVideoLink"]

_GET = Operation("GET", returns=wire.representation("audio_video.AudioVideo"))


class DerivedAudioVideoLink(Link, rel="derivedAudioVideo"):
    """Audio and video that continue in a derived conversation."""

    def get(self, *, if_none_match: Validator = None) -> Call[AudioVideo]:
        """Read the derived audio and video.

        Gives the `AudioVideo`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
