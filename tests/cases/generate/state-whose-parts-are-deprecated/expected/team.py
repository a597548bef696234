# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: A team."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Embedded, Link, Links, ManyStates, One, State, View, wire

if TYPE_CHECKING:
    from .me import Me
    from .note import NoteLink

__all__ = ["Team", "TeamEmbedded", "TeamLink", "TeamLinks"]


class TeamLinks(Links):
    """Where `team` leads."""

    note: One[NoteLink] = wire.one("note", "note.NoteLink", deprecated=True)
    """What the user has to say. Deprecated."""


class TeamEmbedded(Embedded):
    """What `team` holds."""

    me: ManyStates[Me] = wire.many_states("me", "me.Me", deprecated=True)
    """The user. Deprecated."""


class Team(State, rel="team"):
    """A team."""

    links: View[TeamLinks] = View(TeamLinks)
    embedded: View[TeamEmbedded] = View(TeamEmbedded)

    old = wire.text("old", deprecated=True)
    """A word. Deprecated."""


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""
