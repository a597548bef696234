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

    def keys_in_order(self) -> list[str]:
        """The names of `Me` in the order of the alphabet."""
        return sorted(self.keys())


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
