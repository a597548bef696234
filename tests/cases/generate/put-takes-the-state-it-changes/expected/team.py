# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: Something."""

from __future__ import annotations

from .._runtime import UNSET, Call, Link, Operation, Parameter, State, Unset, wire

__all__ = ["Team", "TeamLink"]


class Team(State, rel="team"):
    """Something."""

    name = wire.text("name")
    """Its name."""


_PUT = Operation(
    "PUT",
    Parameter("name", "string"),
    returns=wire.nothing(),
)


class TeamLink(Link, rel="team"):
    """Leads to `Team`."""

    def put(self, base: Team, *, name: str | Unset | None = UNSET) -> Call[None]:
        """Rename it.

        - base: The state to change, as it was read; what is not given stays as it is.
        - name: The new name.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._put(_PUT, base, {"name": name})
