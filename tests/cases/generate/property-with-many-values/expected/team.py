# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: Something."""

from __future__ import annotations

from .. import enums
from .._runtime import Link, State, wire

__all__ = ["Team", "TeamLink"]


class Team(State, rel="team"):
    """Something."""

    names = wire.texts("names")
    """What it is called."""

    moods = wire.enums("moods", enums.Importance)
    """How urgent its work is."""


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""
