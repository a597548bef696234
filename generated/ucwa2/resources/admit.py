# Made by ucwagen from specs/resources/admit.yaml. Do not edit: change the spec and build again.
"""`admit`: Admits a participant from the lobby to the meeting; present only if the user may do so.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/admit_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["AdmitLink"]

_POST = Operation("POST", returns=wire.nothing())


class AdmitLink(Link, rel="admit"):
    """Admits a participant from the lobby to the meeting; present only if the user may do so."""

    def post(self) -> Call[None]:
        """Admit the participant to the meeting.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
