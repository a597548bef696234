# Made by ucwagen from specs/resources/me.yaml. Do not edit: change the spec and build again.
"""`me`: The user.

Reference: https://example.com/me_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .note import NoteLink

__all__ = ["Me", "MeLink", "MeLinks"]


class MeLinks(Links):
    """Where `me` leads."""

    note: One[NoteLink] = wire.one("note", "note.NoteLink")
    """What the user has to say."""


class Me(State, rel="me"):
    """The user."""

    links: View[MeLinks] = View(MeLinks)

    name = wire.text("name")
    """The user's name."""

    def greet(self, *, text: str | None = None, operation_id: str | None = None) -> Call[None]:
        """Say the user's name, or something else.

        - text (`name` of this state when left out): The new words.
        - operation_id (made when left out): Names the operation in its events.

        The call sends `POST` to `note`. Gives nothing. Raises what `NoteLink.post` raises.

        Reference: https://example.com/note_ref
        """
        return self.links.note.post(text=self._needed("text", Me.name, text), operation_id=operation_id)

    def mumble(self, *, text: str = "Well", operation_id: str | None = None) -> Call[None]:
        """Say nothing, or something.

        - text: The new words.
        - operation_id (made when left out): Names the operation in its events.

        The call sends `POST` to `note`. Gives nothing. Raises what `NoteLink.post` raises.

        Reference: https://example.com/note_ref
        """
        return self.links.note.post(text=text, operation_id=operation_id)


_GET = Operation("GET", returns=wire.representation("me.Me"))


class MeLink(Link, rel="me"):
    """Leads to `Me`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Me]:
        """Get the user.

        Gives the `Me`. Raises the errors of any operation and of the group `conflict` (see `tiny.errors`).

        Reasons that its events may carry:

        - `Ended`: The other side ended it.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
