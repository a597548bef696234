# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: A team.

Deprecated: do not use it in new code
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["TeamLink"]

_DELETE = Operation("DELETE", returns=wire.nothing(), deprecated=True)


class TeamLink(Link, rel="team", deprecated=True):
    """A team. Deprecated."""

    def delete(self) -> Call[None]:
        """Remove it. Deprecated.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_DELETE, {})
