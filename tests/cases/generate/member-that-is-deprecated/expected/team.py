# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: A team."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["TeamLink"]

_POST = Operation(
    "POST",
    Parameter("mood", "enums.Mood", deprecated_members=("Bad",)),
    returns=wire.nothing(),
)


class TeamLink(Link, rel="team"):
    """A team."""

    def post(self, *, mood: enums.Mood | str | None = None) -> Call[None]:
        """Tell it.

        - mood: How the team feels.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_POST, {"mood": mood})
