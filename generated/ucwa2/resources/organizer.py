# Made by ucwagen from specs/resources/organizer.yaml. Do not edit: change the spec and build again.
"""`organizer`: The contact who organizes the meeting.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/organizer_ref
State: that of `contact`
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .contact import Contact

__all__ = ["OrganizerLink"]

_GET = Operation("GET", returns=wire.representation("contact.Contact"))


class OrganizerLink(Link, rel="organizer"):
    """The contact who organizes the meeting."""

    def get(self, *, if_none_match: Validator = None) -> Call[Contact]:
        """Read the organizer of the meeting.

        Gives the `Contact`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
