# Made by ucwagen from specs/resources/unmuteVideo.yaml. Do not edit: change the spec and build again.
"""`unmuteVideo`: Turns the participant's video on again; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/unmutevideo_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["UnmuteVideoLink"]

_POST = Operation("POST", returns=wire.nothing())


class UnmuteVideoLink(Link, rel="unmuteVideo"):
    """Turns the participant's video on again; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Turn the participant's video on again.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
