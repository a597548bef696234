# Made by ucwagen from specs/resources/say.yaml. Do not edit: change the spec and build again.
"""`say`: Something."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["SayLink"]

_POST = Operation(
    "POST",
    Parameter("words", "string", many=True, required=True, max_length=250),
    returns=wire.nothing(),
)


class SayLink(Link, rel="say"):
    """Something."""

    def post(self, *, words: Sequence[str]) -> Call[None]:
        """Say something.

        - words (each at most 250 characters): What to say.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_POST, {"words": words})
