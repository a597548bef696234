# Made by ucwagen from specs/resources/me.yaml. Do not edit: change the spec and build again.
"""`me`: The user.

Reference: https://example.com/me_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, State, View, wire

if TYPE_CHECKING:
    from .shout import ShoutLink

__all__ = ["Me", "MeLink", "MeLinks"]


class MeLinks(Links):
    """Where `me` leads."""

    shout: One[ShoutLink] = wire.one("shout", "shout.ShoutLink")
    """Says something loudly."""


class Me(State, rel="me"):
    """The user."""

    links: View[MeLinks] = View(MeLinks)

    name = wire.text("name")
    """The user's name."""

    def shout(self) -> Call[None]:
        """Say the user's name loudly.

        The call sends `POST` to `shout`, with `name` of this state as `text`, `Urgent` as `importance`. Gives
        nothing. Raises what `ShoutLink.post` raises.
        """
        return self.links.shout.post(text=self._needed("text", Me.name), importance="Urgent")


class MeLink(Link, rel="me"):
    """Leads to `Me`."""
