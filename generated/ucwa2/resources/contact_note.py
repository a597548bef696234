# Made by ucwagen from specs/resources/contactNote.yaml. Do not edit: change the spec and build again.
"""`contactNote`: The note that a contact shows, which combines the personal and the out-of-office text.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contactnote_ref
Scopes: Contacts.ReadWrite
Events: updated (medium, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["ContactNote", "ContactNoteLink", "ContactNoteLinks"]


class ContactNoteLinks(Links):
    """Where `contactNote` leads."""

    self: One[ContactNoteLink] = wire.one("self", "contact_note.ContactNoteLink")
    """The resource itself."""


class ContactNote(State, rel="contactNote"):
    """The note that a contact shows, which combines the personal and the out-of-office text."""

    links: View[ContactNoteLinks] = View(ContactNoteLinks)

    message = wire.text("message")
    """Text of the note."""

    type: EnumProperty[enums.NoteType] = wire.enum("type", "enums.NoteType")
    """Whether the note is the contact's own or the out-of-office text."""


_GET = Operation("GET", returns=wire.representation("contact_note.ContactNote"))


class ContactNoteLink(Link, rel="contactNote"):
    """Leads to `ContactNote`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ContactNote]:
        """Read the contact's note.

        Gives the `ContactNote`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
