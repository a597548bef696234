# Made by ucwagen from specs/resources/accept.yaml. Do not edit: change the spec and build again.
"""`accept`: Accepts an incoming invitation to messaging or to a meeting.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/accept_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["AcceptLink"]

_POST = Operation("POST", returns=wire.nothing())


class AcceptLink(Link, rel="accept"):
    """Accepts an incoming invitation to messaging or to a meeting."""

    def post(self) -> Call[None]:
        """Accept the invitation; its completion tells whether that worked.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
