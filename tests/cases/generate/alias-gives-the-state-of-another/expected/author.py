# Made by ucwagen from specs/resources/author.yaml. Do not edit: change the spec and build again.
"""`author`: Something.

State: that of `me`
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .me import Me

__all__ = ["AuthorLink"]

_GET = Operation("GET", returns=wire.representation("me.Me"))


class AuthorLink(Link, rel="author"):
    """Something."""

    def get(self, *, if_none_match: Validator = None) -> Call[Me]:
        """Get who wrote it.

        Gives the `Me`. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
