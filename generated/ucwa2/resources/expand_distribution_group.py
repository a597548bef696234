# Made by ucwagen from specs/resources/expandDistributionGroup.yaml. Do not edit: change the spec and build again.
"""`expandDistributionGroup`: Gives the contacts who are in a distribution group.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/expanddistributiongroup_ref
State: that of `distributionGroup`
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .distribution_group import DistributionGroup

__all__ = ["ExpandDistributionGroupLink"]

_GET = Operation("GET", returns=wire.representation("distribution_group.DistributionGroup"))


class ExpandDistributionGroupLink(Link, rel="expandDistributionGroup"):
    """Gives the contacts who are in a distribution group."""

    def get(self, *, if_none_match: Validator = None) -> Call[DistributionGroup]:
        """List the contacts in the group.

        Gives the `DistributionGroup`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `ForbiddenTooManyContacts`: The distribution group has too many contacts.
        - `Forbidden`: The user may not see who is in the distribution group.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
