# Made by ucwagen from specs/resources/answer.yaml. Do not edit: change the spec and build again.
"""`answer`: Answers a renegotiation of media.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/answer_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["AnswerLink"]

_POST = Operation("POST", returns=wire.nothing())


class AnswerLink(Link, rel="answer"):
    """Answers a renegotiation of media."""

    def post(self) -> Call[None]:
        """Answer the renegotiation.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
