"""acceptedByContact: who took the call.

State: that of contact
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, wire

if TYPE_CHECKING:
    from .._runtime import Validator
    from .contact import Contact

__all__ = ["AcceptedByContactLink"]

_GET = Operation("GET", returns=wire.representation("contact.Contact"))


class AcceptedByContactLink(Link, rel="acceptedByContact"):
    """Leads to who took the call."""

    def get(self, *, if_none_match: Validator = None) -> Call[Contact]:
        """Read the contact."""
        return self._call(_GET, {}, if_none_match=if_none_match)
