"""sendMessage: sends a message."""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["SendMessageLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", place="either", max_length=50),
    content=("text/plain", "text/html"),
    returns=wire.location("send_message.SendMessageLink"),
)


class SendMessageLink(Link, rel="sendMessage"):
    """Sends a message."""

    def post(
        self, content: str | bytes, *, content_type: str = "text/plain", operation_id: str | None = None
    ) -> Call[SendMessageLink]:
        """Send it."""
        return self._call(_POST, {"operationId": operation_id}, content=content, content_type=content_type)
