# Made by ucwagen from specs/resources/turn.yaml. Do not edit: change the spec and build again.
"""`turn`: Turns."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["TurnLink"]

_POST = Operation(
    "POST",
    Parameter("30d", "enums.Temper"),
    returns=wire.nothing(),
)


class TurnLink(Link, rel="turn"):
    """Turns."""

    def post(self, *, month: enums.Temper | str | None = None) -> Call[None]:
        """Turn.

        - month: How long.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_POST, {"30d": month})
