"""contactPhoto: the photo of a contact."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Content, Link, Operation, wire

if TYPE_CHECKING:
    from .._runtime import Validator

__all__ = ["ContactPhotoLink"]

_GET = Operation("GET", returns=wire.content("image/jpeg"))


class ContactPhotoLink(Link, rel="contactPhoto"):
    """Leads to the photo."""

    def get(self, *, if_none_match: Validator = None) -> Call[Content]:
        """Read the photo."""
        return self._call(_GET, {}, if_none_match=if_none_match)
