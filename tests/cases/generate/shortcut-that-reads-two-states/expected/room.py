# Made by ucwagen from specs/resources/room.yaml. Do not edit: change the spec and build again.
"""`room`: Where desks stand."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .me import MeLink

__all__ = ["Room", "RoomLink", "RoomLinks"]


class RoomLinks(Links):
    """Where `room` leads."""

    me: One[MeLink] = wire.one("me", "me.MeLink")
    """The user."""


class Room(State, rel="room"):
    """Where desks stand."""

    links: View[RoomLinks] = View(RoomLinks)


_GET = Operation("GET", returns=wire.representation("room.Room"))


class RoomLink(Link, rel="room"):
    """Leads to `Room`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Room]:
        """Read the room.

        Gives the `Room`. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
