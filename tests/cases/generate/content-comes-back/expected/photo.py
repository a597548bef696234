# Made by ucwagen from specs/resources/photo.yaml. Do not edit: change the spec and build again.
"""`photo`: Something."""

from __future__ import annotations

from .._runtime import Call, Content, Link, Operation, Validator, wire

__all__ = ["PhotoLink"]

_GET = Operation("GET", returns=wire.content("image/jpeg"))

_DELETE = Operation("DELETE", returns=wire.nothing())


class PhotoLink(Link, rel="photo"):
    """Something."""

    def get(self, *, if_none_match: Validator = None) -> Call[Content]:
        """Get the photo.

        Gives the content, `image/jpeg`. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def delete(self) -> Call[None]:
        """Remove the photo.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_DELETE, {})
