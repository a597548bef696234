# Made by ucwagen from specs/resources/to.yaml. Do not edit: change the spec and build again.
"""`to`: The contact to whom the invitation was first addressed.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/to_ref
State: that of `contact`
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .contact import Contact

__all__ = ["ToLink"]

_GET = Operation("GET", returns=wire.representation("contact.Contact"))


class ToLink(Link, rel="to"):
    """The contact to whom the invitation was first addressed."""

    def get(self, *, if_none_match: Validator = None) -> Call[Contact]:
        """Read the contact who was invited.

        Gives the `Contact`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The application may not see this contact, or the user may not see the contact list or pending
          contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
