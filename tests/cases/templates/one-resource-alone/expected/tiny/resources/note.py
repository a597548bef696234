# Only the note has this line: NoteLink.
# Made by ucwagen from specs/resources/note.yaml. Do not edit: change the spec and build again.
"""`note`: What the user has to say.

Reference: https://example.com/note_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Operation, Parameter, State, Validator, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["Note", "NoteLink"]


class Note(State, rel="note"):
    """What the user has to say."""

    text = wire.text("text")
    """The words."""

    importance: EnumProperty[enums.Importance] = wire.enum("importance", "enums.Importance")
    """How urgent they are."""


_GET = Operation("GET", returns=wire.representation("note.Note"))

_POST = Operation(
    "POST",
    Parameter("text", "string", required=True),
    Parameter("operationId", "string"),
    returns=wire.nothing(),
)


class NoteLink(Link, rel="note"):
    """Leads to `Note`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Note]:
        """Get the note.

        Gives the `Note`. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(self, *, text: str, operation_id: str | None = None) -> Call[None]:
        """Change the note.

        - text: The new words.
        - operation_id (made when left out): Names the operation in its events.

        Gives nothing. Raises the errors of any operation and of the group `conflict` (see `tiny.errors`), and:

        - `BadRequestTooLong`: There are too many words.

        Reasons that its events may carry:

        - `Ended`: The other side ended it.
        """
        return self._call(_POST, {"text": text, "operationId": operation_id})
