# Made by ucwagen from specs/resources/say.yaml. Do not edit: change the spec and build again.
"""`say`: Something."""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["SayLink"]

_DELETE = Operation("DELETE", returns=wire.nothing())


class SayLink(Link, rel="say"):
    """Something."""

    def delete(self) -> Call[None]:
        """Say nothing.

        Gives nothing. Raises the errors of any operation and of the group `conflict` (see `tiny.errors`), and:

        - `BadRequestTooLong`: The silence is too long.
        """
        return self._call(_DELETE, {})
