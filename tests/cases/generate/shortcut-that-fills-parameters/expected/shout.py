# Made by ucwagen from specs/resources/shout.yaml. Do not edit: change the spec and build again.
"""`shout`: Says something loudly."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["ShoutLink"]

_POST = Operation(
    "POST",
    Parameter("text", "string", required=True),
    Parameter("importance", "enums.Importance"),
    returns=wire.nothing(),
)


class ShoutLink(Link, rel="shout"):
    """Says something loudly."""

    def post(self, *, text: str, importance: enums.Importance | str | None = None) -> Call[None]:
        """Shout.

        - text: Words.
        - importance: How urgent.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_POST, {"text": text, "importance": importance})
