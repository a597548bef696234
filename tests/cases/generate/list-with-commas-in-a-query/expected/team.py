# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: A team."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

__all__ = ["TeamLink"]

_GET = Operation(
    "GET",
    Parameter("days", "date", many=True, place="query", comma=True),
    returns=wire.nothing(),
)


class TeamLink(Link, rel="team"):
    """A team."""

    def get(self, *, days: Sequence[date] | None = None) -> Call[None]:
        """Get it.

        - days: When.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_GET, {"days": days})
