"""Uses the generated package."""

from __future__ import annotations

from notes_api.resources.note import Note


def first_line(message: bytes) -> str:
    """The first line of a note, from its JSON text."""
    return (Note.from_json(message).text or "").partition("\n")[0]
