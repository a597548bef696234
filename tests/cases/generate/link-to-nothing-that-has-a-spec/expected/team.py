# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: Something."""

from __future__ import annotations

from .._runtime import Embedded, Link, Links, ManyStates, One, State, View, wire

__all__ = ["Team", "TeamEmbedded", "TeamLink", "TeamLinks"]


class TeamLinks(Links):
    """Where `team` leads."""

    photo: One[Link] = wire.one("photo")
    """How it looks."""


class TeamEmbedded(Embedded):
    """What `team` holds."""

    tasks: ManyStates[State] = wire.many_states("tasks")
    """What it does."""


class Team(State, rel="team"):
    """Something."""

    links: View[TeamLinks] = View(TeamLinks)
    embedded: View[TeamEmbedded] = View(TeamEmbedded)


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""
