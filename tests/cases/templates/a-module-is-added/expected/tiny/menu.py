"""All resources of tiny by their rel."""

from __future__ import annotations

MENU = {
    "me": "MeLink",
    "note": "NoteLink",
}
