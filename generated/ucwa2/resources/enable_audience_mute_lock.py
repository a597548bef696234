# Made by ucwagen from specs/resources/enableAudienceMuteLock.yaml. Do not edit: change the spec and build again.
"""`enableAudienceMuteLock`: Mutes the attendees and does not let them unmute themselves; present only if the user
may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/enableaudiencemutelock_ref
Scopes: Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["EnableAudienceMuteLockLink"]

_POST = Operation("POST", returns=wire.nothing())


class EnableAudienceMuteLockLink(Link, rel="enableAudienceMuteLock"):
    """Mutes the attendees and does not let them unmute themselves; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Mute the attendees and set the mute lock, so that they cannot unmute themselves.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
