# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: A team."""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["TeamLink"]

_GET = Operation(
    "GET",
    Parameter("X-Trace-Id", "string", required=True, place="header", deprecated=True),
    returns=wire.nothing(),
)


class TeamLink(Link, rel="team"):
    """A team."""

    def get(self, *, x_trace_id: str) -> Call[None]:
        """Get it.

        - x_trace_id (deprecated): What to log.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_GET, {"X-Trace-Id": x_trace_id})
