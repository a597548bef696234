# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: A team."""

from __future__ import annotations

from .._runtime import UNSET, Call, Link, Operation, Parameter, Unset, wire

__all__ = ["TeamLink"]

_PATCH = Operation(
    "PATCH",
    Parameter("motto", "string", nullable=True),
    Parameter("size", "integer"),
    returns=wire.nothing(),
)


class TeamLink(Link, rel="team"):
    """A team."""

    def patch(self, *, motto: str | None | Unset = UNSET, size: int | Unset = UNSET) -> Call[None]:
        """Change it.

        - motto: Its motto.
        - size: How many.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._patch(_PATCH, {"motto": motto, "size": size})
