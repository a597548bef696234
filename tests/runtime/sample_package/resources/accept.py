"""accept: takes an invitation."""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["AcceptLink"]

_POST = Operation("POST", returns=wire.nothing())


class AcceptLink(Link, rel="accept"):
    """Takes an invitation."""

    def post(self) -> Call[None]:
        """Take it."""
        return self._call(_POST, {})
