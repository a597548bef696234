"""contactPhoto: the photo of a contact."""

from __future__ import annotations

from .._runtime import Call, Content, Link, Operation, wire

__all__ = ["ContactPhotoLink"]

_GET = Operation("GET", returns=wire.content("image/jpeg"))


class ContactPhotoLink(Link, rel="contactPhoto"):
    """Leads to the photo."""

    def get(self) -> Call[Content]:
        """Read the photo."""
        return self._call(_GET, {})
