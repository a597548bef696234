# Made by ucwagen from specs/resources/immediateForwardToDelegates.yaml. Do not edit: change the spec and build again.
"""`immediateForwardToDelegates`: Sends all calls on to the user's delegates alone; present only if the user may do
so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/immediateforwardtodelegates_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["ImmediateForwardToDelegatesLink"]

_POST = Operation("POST", returns=wire.nothing())


class ImmediateForwardToDelegatesLink(Link, rel="immediateForwardToDelegates"):
    """Sends all calls on to the user's delegates alone; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Send all calls on to the delegates.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        - `ForbiddenNoDelegatesConfigured`: No delegates are set up for the user.
        - `ConflictNoDelegatesConfigured`: No delegates are set up for the user.
        """
        return self._call(_POST, {})
