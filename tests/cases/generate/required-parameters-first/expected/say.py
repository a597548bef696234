# Made by ucwagen from specs/resources/say.yaml. Do not edit: change the spec and build again.
"""`say`: Something."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["SayLink"]

_POST = Operation(
    "POST",
    Parameter("mood", "enums.Importance"),
    Parameter("if_none_match", "string", required=True),
    returns=wire.nothing(),
)


class SayLink(Link, rel="say"):
    """Something."""

    def post(self, *, if_none_match_: str, mood: enums.Importance | str | None = None) -> Call[None]:
        """Say something.

        - mood: How urgent it is.
        - if_none_match_: A word that the method uses itself.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_POST, {"mood": mood, "if_none_match": if_none_match_})
