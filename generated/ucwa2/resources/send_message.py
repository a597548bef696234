# Made by ucwagen from specs/resources/sendMessage.yaml. Do not edit: change the spec and build again.
"""`sendMessage`: Sends an instant message to all participants of the conversation; present only while messaging is
connected.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/sendmessage_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .message import MessageLink

__all__ = ["SendMessageLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", place="either"),
    content=("text/plain", "text/html"),
    returns=wire.location("message.MessageLink"),
)


class SendMessageLink(Link, rel="sendMessage"):
    """Sends an instant message to all participants of the conversation; present only while messaging is connected."""

    def post(
        self, content: str | bytes, *, content_type: str = "text/plain", operation_id: str | None = None
    ) -> Call[MessageLink]:
        """Send a message; its delivery is reported in the event channel.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `text/plain` or `text/html`.
        - content_type: Its media type; `text/plain` when left out.
        - operation_id (made when left out): Identifier, chosen by the application, by which it recognises this
          operation in the event channel.

        Gives a link to the `message`. Raises the errors of any operation and of the groups `callback-channel`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"operationId": operation_id}, content=content, content_type=content_type)
