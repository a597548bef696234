# Made by ucwagen from specs/resources/myGroups2.yaml. Do not edit: change the spec and build again.
"""`myGroups`: The groups of the user's contact list, where new ones are created.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mygroups2_ref
Revision: 2
Scopes: Contacts.ReadWrite
Events: added, deleted of group (high, from people); added, deleted of defaultGroup (low, from people); added,
  deleted of pinnedGroup (low, from people); added, deleted of distributionGroup (high, from people); added of
  delegatesGroup (high, from people); added, updated, deleted of delegatorsGroup (high, from people); added, updated
  of myOrganizationGroup (low, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, Validator, wire

if TYPE_CHECKING:
    from .my_groups import MyGroups

__all__ = ["MyGroups2Link"]

_GET = Operation(
    "GET",
    Parameter("expand", "string", place="query"),
    returns=wire.representation("my_groups.MyGroups"),
)

_POST = Operation(
    "POST",
    Parameter("displayName", "string", required=True, max_length=256),
    returns=wire.nothing(),
)


class MyGroups2Link(Link, rel="myGroups", revision=2):
    """The groups of the user's contact list, where new ones are created."""

    def get(self, *, expand: str | None = None, if_none_match: Validator = None) -> Call[MyGroups]:
        """List the user's groups, embedded or as links.

        - expand: Pass false to get links to the groups; by default the groups themselves are embedded.

        Gives the `MyGroups`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {"expand": expand}, if_none_match=if_none_match)

    def post(self, *, display_name: str) -> Call[None]:
        """Create a group of contacts.

        - display_name (at most 256 characters): Name under which the group is shown.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not change the contact list, work with delegates, or expand distribution groups.
        - `Conflict`: The resource is in a state that does not allow this.
        """
        return self._call(_POST, {"displayName": display_name})
