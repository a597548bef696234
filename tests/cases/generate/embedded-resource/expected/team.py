# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: Something."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Embedded, Link, ManyStates, OneState, State, View, wire

if TYPE_CHECKING:
    from .me import Me

__all__ = ["Team", "TeamEmbedded", "TeamLink"]


class TeamEmbedded(Embedded):
    """What `team` holds."""

    leader: OneState[Me] = wire.one_state("leader", "me.Me")
    """Who leads it."""

    members: ManyStates[Me] = wire.many_states("members", "me.Me")
    """Who is in it."""


class Team(State, rel="team"):
    """Something."""

    embedded: View[TeamEmbedded] = View(TeamEmbedded)


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""
