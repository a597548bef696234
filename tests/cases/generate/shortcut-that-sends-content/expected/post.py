# Made by ucwagen from specs/resources/post.yaml. Do not edit: change the spec and build again.
"""`post`: Sends something."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, wire

if TYPE_CHECKING:
    from .note import NoteLink

__all__ = ["PostLink"]

_POST = Operation("POST", content=("text/plain", "text/html"), returns=wire.location("note.NoteLink"))


class PostLink(Link, rel="post"):
    """Sends something."""

    def post(self, content: str | bytes, *, content_type: str = "text/plain") -> Call[NoteLink]:
        """Send it.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `text/plain` or `text/html`.
        - content_type: Its media type; `text/plain` when left out.

        Gives a link to the `note`. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_POST, {}, content=content, content_type=content_type)
