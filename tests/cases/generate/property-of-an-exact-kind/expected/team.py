# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: A team."""

from __future__ import annotations

from .._runtime import Link, State, wire

__all__ = ["Team", "TeamLink"]


class Team(State, rel="team"):
    """A team."""

    fee = wire.decimal("fee")
    """A price."""

    born = wire.date("born")
    """A day."""

    key = wire.uuids("key")
    """Keys."""


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""
