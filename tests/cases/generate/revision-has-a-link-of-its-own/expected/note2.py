# Made by ucwagen from specs/resources/note2.yaml. Do not edit: change the spec and build again.
"""`note`: Something.

Revision: 2
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .note import Note

__all__ = ["Note2Link"]

_GET = Operation("GET", returns=wire.representation("note.Note"))


class Note2Link(Link, rel="note", revision=2):
    """Something."""

    def get(self, *, if_none_match: Validator = None) -> Call[Note]:
        """Get the note.

        Gives the `Note`. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
