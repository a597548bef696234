# Made by ucwagen from specs/resources/desk.yaml. Do not edit: change the spec and build again.
"""`desk`: Where the user works.

Reference: https://example.com/desk_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Link, Links, One, State, View, wire

if TYPE_CHECKING:
    from .._runtime.requests.chain import Chain
    from .room import RoomLink

__all__ = ["Desk", "DeskLink", "DeskLinks"]


class DeskLinks(Links):
    """Where `desk` leads."""

    room: One[RoomLink] = wire.one("room", "room.RoomLink")
    """Where desks stand."""


class Desk(State, rel="desk"):
    """Where the user works."""

    links: View[DeskLinks] = View(DeskLinks)

    def say_last(self, text: str, *, operation_id: str | None = None) -> Chain[None]:
        """Say something.

        - text: The new words.
        - operation_id (made when left out): Names the operation in its events.

        The chain reads `room`, then reads `me`, then sends `POST` to `note`. Gives nothing. Raises what
        `NoteLink.post` raises.

        Reference: https://example.com/note_ref
        """
        return self._chain(
            self.links.room.get(), ("me", "note"), "note.NoteLink", "post", text=text, operation_id=operation_id
        )


class DeskLink(Link, rel="desk"):
    """Leads to `Desk`."""
