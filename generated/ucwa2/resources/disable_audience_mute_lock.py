# Made by ucwagen from specs/resources/disableAudienceMuteLock.yaml. Do not edit: change the spec and build again.
"""`disableAudienceMuteLock`: Lets attendees unmute themselves again; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/disableaudiencemutelock_ref
Scopes: Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["DisableAudienceMuteLockLink"]

_POST = Operation("POST", returns=wire.nothing())


class DisableAudienceMuteLockLink(Link, rel="disableAudienceMuteLock"):
    """Lets attendees unmute themselves again; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Remove the mute lock; attendees stay muted until they unmute themselves.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
