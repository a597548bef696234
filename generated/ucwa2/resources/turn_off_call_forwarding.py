# Made by ucwagen from specs/resources/turnOffCallForwarding.yaml. Do not edit: change the spec and build again.
"""`turnOffCallForwarding`: Turns call forwarding off, so that calls ring at work and unanswered ones go to
voicemail.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/turnoffcallforwarding_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["TurnOffCallForwardingLink"]

_POST = Operation("POST", returns=wire.nothing())


class TurnOffCallForwardingLink(Link, rel="turnOffCallForwarding"):
    """Turns call forwarding off, so that calls ring at work and unanswered ones go to voicemail."""

    def post(self) -> Call[None]:
        """Turn call forwarding off.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        """
        return self._call(_POST, {})
