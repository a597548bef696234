"""search: finds contacts."""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["SearchLink"]

_POST = Operation(
    "POST",
    Parameter("query", "string", required=True, place="either", max_length=256),
    Parameter("limit", "integer", place="either", minimum=1, maximum=100),
    returns=wire.nothing(),
)


class SearchLink(Link, rel="search"):
    """Finds contacts."""

    def post(self, *, query: str, limit: int | None = None) -> Call[None]:
        """Find them."""
        return self._call(_POST, {"query": query, "limit": limit})
