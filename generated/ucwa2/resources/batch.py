# Made by ucwagen from specs/resources/batch.yaml. Do not edit: change the spec and build again.
"""`batch`: Sends several independent requests as one, in parts of a `multipart/batching` body.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/batch_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Content, Link, Operation, wire

__all__ = ["BatchLink"]

_POST = Operation("POST", content=("multipart/batching",), returns=wire.content("multipart/batching"))


class BatchLink(Link, rel="batch"):
    """Sends several independent requests as one, in parts of a `multipart/batching` body."""

    def post(self, content: str | bytes, *, content_type: str = "multipart/batching") -> Call[Content]:
        """Send the requests and receive all their responses, possibly processed in another order.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `multipart/batching`.
        - content_type: Its media type; `multipart/batching` when left out.

        Gives the content, `multipart/batching`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `TooManyRequests`: Too many requests are under way.
        """
        return self._call(_POST, {}, content=content, content_type=content_type)
