# Made by ucwagen from specs/resources/myGroupMembership2.yaml. Do not edit: change the spec and build again.
"""`myGroupMembership`: The membership of one contact in one group, which can be deleted.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mygroupmembership2_ref
Revision: 2
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .my_group_membership import MyGroupMembership

__all__ = ["MyGroupMembership2Link"]

_GET = Operation("GET", returns=wire.representation("my_group_membership.MyGroupMembership"))

_DELETE = Operation("DELETE", returns=wire.nothing())


class MyGroupMembership2Link(Link, rel="myGroupMembership", revision=2):
    """The membership of one contact in one group, which can be deleted."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyGroupMembership]:
        """Read the membership.

        Gives the `MyGroupMembership`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `ForbiddenOperationNotSupported`: Memberships in the delegators group cannot be read.
        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def delete(self) -> Call[None]:
        """Remove the contact from the group.

        Gives nothing. Raises the errors of any operation and of the group `cannot-redirect` (see `ucwa2.errors`),
        and:

        - `ServiceFailureMigrationInProgress`: A migration is in progress, so that no contact can be removed.
        - `NotFound`: The contact is not in this group.
        """
        return self._call(_DELETE, {})
