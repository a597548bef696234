# Made by ucwagen from specs/resources/axes.yaml. Do not edit: change the spec and build again.
"""`axes`: Axes."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, View, wire

if TYPE_CHECKING:
    from .note import NoteLink

__all__ = ["Axes", "AxesLink", "AxesLinks"]


class AxesLinks(Links):
    """Where `axes` leads."""

    ref: One[NoteLink] = wire.one("$ref", "note.NoteLink")
    """What the user has to say."""


class Axes(State, rel="axes"):
    """Axes."""

    links: View[AxesLinks] = View(AxesLinks)

    kind = wire.text("@type")
    """What they are."""


_PUT = Operation("PUT", returns=wire.nothing())


class AxesLink(Link, rel="axes"):
    """Leads to `Axes`."""

    def put(self, base: Axes) -> Call[None]:
        """Turn.

        - base: The state to change, as it was read; what is not given stays as it is.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._put(_PUT, base, {})
