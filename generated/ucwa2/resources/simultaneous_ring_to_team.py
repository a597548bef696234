# Made by ucwagen from specs/resources/simultaneousRingToTeam.yaml. Do not edit: change the spec and build again.
"""`simultaneousRingToTeam`: Lets calls ring the team together with the user; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/simultaneousringtoteam_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["SimultaneousRingToTeamLink"]

_POST = Operation(
    "POST",
    Parameter("ringDelay", "integer", place="either", minimum=0, maximum=55),
    returns=wire.nothing(),
)


class SimultaneousRingToTeamLink(Link, rel="simultaneousRingToTeam"):
    """Lets calls ring the team together with the user; present only if the user may do so."""

    def post(self, *, ring_delay: int | None = None) -> Call[None]:
        """Let calls ring the user's team too.

        - ring_delay (from 0 to 55): Seconds before the team's phones ring.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        - `ForbiddenNoTeamMembersConfigured`: The user's team has no members.
        - `ConflictNoTeamMembersConfigured`: The user's team has no members.
        """
        return self._call(_POST, {"ringDelay": ring_delay})
