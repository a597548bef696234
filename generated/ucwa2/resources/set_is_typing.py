# Made by ucwagen from specs/resources/setIsTyping.yaml. Do not edit: change the spec and build again.
"""`setIsTyping`: Shows the other participants for a short time that the user is typing; repeat it while the user
goes on.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/setistyping_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["SetIsTypingLink"]

_POST = Operation("POST", returns=wire.nothing())


class SetIsTypingLink(Link, rel="setIsTyping"):
    """Shows the other participants for a short time that the user is typing; repeat it while the user goes on."""

    def post(self) -> Call[None]:
        """Show that the user is typing.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
