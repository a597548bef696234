# Made by ucwagen from specs/resources/from.yaml. Do not edit: change the spec and build again.
"""`from`: Something."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .me import Me

__all__ = ["FromLink"]

_GET = Operation("GET", returns=wire.representation("me.Me"))


class FromLink(Link, rel="from"):
    """Something."""

    def get(self, *, if_none_match: Validator = None) -> Call[Me]:
        """Get who says it.

        Gives the `Me`. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
