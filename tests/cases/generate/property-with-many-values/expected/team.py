# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: Something."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, EnumListProperty, Link, State, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["Team", "TeamLink"]


class Team(State, rel="team"):
    """Something."""

    names = wire.texts("names")
    """What it is called."""

    moods: EnumListProperty[enums.Importance] = wire.enums("moods", "enums.Importance")
    """How urgent its work is."""


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""
