# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: A team."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, State, wire

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Team", "TeamLink"]


class Team(State, rel="team"):
    """A team."""

    extra = wire.object("extra")
    """More."""


_POST = Operation(
    "POST",
    Parameter("extra", "object"),
    returns=wire.nothing(),
)


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""

    def post(self, *, extra: Mapping[str, object] | None = None) -> Call[None]:
        """Send it.

        - extra: More.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_POST, {"extra": extra})
