# Made by ucwagen from specs/resources/simultaneousRingToDelegates.yaml. Do not edit: change the spec and build again.
"""`simultaneousRingToDelegates`: Lets calls ring the delegates together with the user; present only if the user may
do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/simultaneousringtodelegates_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["SimultaneousRingToDelegatesLink"]

_POST = Operation(
    "POST",
    Parameter("ringDelay", "integer", place="either", minimum=0, maximum=55),
    returns=wire.nothing(),
)


class SimultaneousRingToDelegatesLink(Link, rel="simultaneousRingToDelegates"):
    """Lets calls ring the delegates together with the user; present only if the user may do so."""

    def post(self, *, ring_delay: int | None = None) -> Call[None]:
        """Let calls ring the user's delegates too.

        - ring_delay (from 0 to 55): Seconds before the delegates' phones ring.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice or may not have delegates.
        - `ForbiddenNoDelegatesConfigured`: No delegates are set up for the user.
        - `ConflictNoDelegatesConfigured`: No delegates are set up for the user.
        """
        return self._call(_POST, {"ringDelay": ring_delay})
