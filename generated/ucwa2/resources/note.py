# Made by ucwagen from specs/resources/note.yaml. Do not edit: change the spec and build again.
"""`note`: The note that the user shows, which combines the personal and the out-of-office text; only the personal
one can be set.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/note_ref
Scopes: User.ReadWrite
Events: added, updated, deleted (medium, from me)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    EnumProperty,
    Link,
    Links,
    One,
    Operation,
    Parameter,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums

__all__ = ["Note", "NoteLink", "NoteLinks"]


class NoteLinks(Links):
    """Where `note` leads."""

    self: One[NoteLink] = wire.one("self", "note.NoteLink")
    """The resource itself."""


class Note(State, rel="note"):
    """The note that the user shows, which combines the personal and the out-of-office text; only the personal one
    can be set."""

    links: View[NoteLinks] = View(NoteLinks)

    message = wire.text("message")
    """Text of the note."""

    type: EnumProperty[enums.NoteType] = wire.enum("type", "enums.NoteType")
    """Whether the note is the user's own or the out-of-office text."""


_GET = Operation("GET", returns=wire.representation("note.Note"))

_POST = Operation(
    "POST",
    Parameter("message", "string", place="either"),
    returns=wire.nothing(),
)


class NoteLink(Link, rel="note"):
    """Leads to `Note`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Note]:
        """Read the note.

        Gives the `Note`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ConflictMakeMeAvailableRequired`: The user has to be made available (makeMeAvailable) before the note can
          be read or set.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(self, *, message: str | None = None) -> Call[None]:
        """Set or reset the user's personal note.

        - message: Text of the note; left out or blank, the note is reset.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ConflictMakeMeAvailableRequired`: The user has to be made available (makeMeAvailable) before the note can
          be read or set.
        """
        return self._call(_POST, {"message": message})
