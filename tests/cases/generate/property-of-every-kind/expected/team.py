# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: Something."""

from __future__ import annotations

from .._runtime import Link, State, wire

__all__ = ["Team", "TeamLink"]


class Team(State, rel="team"):
    """Something."""

    size = wire.integer("size")
    """How many they are."""

    founded = wire.datetime("founded")
    """Since when there is such a team."""

    picture = wire.data("picture")
    """How it looks."""


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""
