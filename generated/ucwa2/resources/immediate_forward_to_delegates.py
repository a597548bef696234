# Made by ucwagen from specs/resources/immediateForwardToDelegates.yaml. Do not edit: change the spec and build again.
"""`immediateForwardToDelegates`: Forwards all calls to the user's delegates only; present only if the user may do
so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/immediateforwardtodelegates_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["ImmediateForwardToDelegatesLink"]

_POST = Operation("POST", returns=wire.nothing())


class ImmediateForwardToDelegatesLink(Link, rel="immediateForwardToDelegates"):
    """Forwards all calls to the user's delegates only; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Forward all calls to the delegates.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        - `ForbiddenNoDelegatesConfigured`: No delegates are set up for the user.
        - `ConflictNoDelegatesConfigured`: No delegates are set up for the user.
        """
        return self._call(_POST, {})
