# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: Something."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Link, Links, Many, One, State, View, wire

if TYPE_CHECKING:
    from .note import NoteLink

__all__ = ["Team", "TeamLink", "TeamLinks"]


class TeamLinks(Links):
    """Where `team` leads."""

    self: One[TeamLink] = wire.one("self", "team.TeamLink")
    """The team itself."""

    notes: Many[NoteLink] = wire.many("notes", "note.NoteLink")
    """What its members say."""


class Team(State, rel="team"):
    """Something."""

    links: View[TeamLinks] = View(TeamLinks)


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""
