# Made by ucwagen from specs/resources/desk.yaml. Do not edit: change the spec and build again.
"""`desk`: Where the user works."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Embedded, Link, OneState, State, View, wire

if TYPE_CHECKING:
    from .me import Me

__all__ = ["Desk", "DeskEmbedded", "DeskLink"]


class DeskEmbedded(Embedded):
    """What `desk` holds."""

    me: OneState[Me] = wire.one_state("me", "me.Me")
    """The user."""


class Desk(State, rel="desk"):
    """Where the user works."""

    embedded: View[DeskEmbedded] = View(DeskEmbedded)

    def say(self, *, text: str, operation_id: str | None = None) -> Call[None]:
        """Say something.

        - text: The new words.
        - operation_id (made when left out): Names the operation in its events.

        The call sends `POST` to `note` of `me`. Gives nothing. Raises what `NoteLink.post` raises.

        Reference: https://example.com/note_ref
        """
        return self.embedded.me.links.note.post(text=text, operation_id=operation_id)


class DeskLink(Link, rel="desk"):
    """Leads to `Desk`."""
