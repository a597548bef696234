# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: Something."""

from __future__ import annotations

from .._runtime import Link, State, wire

__all__ = ["Team", "TeamLink"]


class Team(State, rel="team"):
    """Something."""

    links_ = wire.text("links")
    """A word that a state uses itself."""

    wire_ = wire.text("wire")
    """A word that the module uses itself."""

    class_ = wire.text("class")
    """A word that Python uses itself."""


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""
