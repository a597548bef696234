# Made by ucwagen from specs/resources/say.yaml. Do not edit: change the spec and build again.
"""`say`: Something."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .note import NoteLink

__all__ = ["SayLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", place="query"),
    content=("text/plain", "text/html"),
    returns=wire.location("note.NoteLink"),
)


class SayLink(Link, rel="say"):
    """Something."""

    def post(
        self, content: str | bytes, *, content_type: str = "text/plain", operation_id: str | None = None
    ) -> Call[NoteLink]:
        """Say something.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `text/plain` or `text/html`.
        - content_type: Its media type; `text/plain` when left out.
        - operation_id (made when left out): Names the operation in its events.

        Gives a link to the `note`. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_POST, {"operationId": operation_id}, content=content, content_type=content_type)
