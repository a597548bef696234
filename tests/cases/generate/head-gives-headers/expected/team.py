# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: A team."""

from __future__ import annotations

from .._runtime import Call, Headers, Link, Operation, wire

__all__ = ["TeamLink"]

_HEAD = Operation("HEAD", returns=wire.headers())


class TeamLink(Link, rel="team"):
    """A team."""

    def head(self) -> Call[Headers]:
        """Ask for the headers.

        Gives the headers of the answer. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_HEAD, {})
