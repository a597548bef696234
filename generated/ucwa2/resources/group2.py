# Made by ucwagen from specs/resources/group2.yaml. Do not edit: change the spec and build again.
"""`group`: A group of contacts created by the user; it can be renamed and deleted.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/group2_ref
Revision: 2
Scopes: Contacts.ReadWrite
Events: added, deleted of contact (high, from people); updated (high, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, UNSET, Call, Link, Operation, Parameter, Unset, Validator, wire

if TYPE_CHECKING:
    from .group import Group

__all__ = ["Group2Link"]

_GET = Operation("GET", returns=wire.representation("group.Group"))

_DELETE = Operation("DELETE", returns=wire.nothing())

_PUT = Operation(
    "PUT",
    Parameter("id", "string"),
    Parameter("name", "string", required=True, max_length=256),
    returns=wire.nothing(),
)


class Group2Link(Link, rel="group", revision=2):
    """A group of contacts created by the user; it can be renamed and deleted."""

    def get(self, *, if_none_match: Validator = None) -> Call[Group]:
        """Read the group.

        Gives the `Group`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def delete(self) -> Call[None]:
        """Delete the group.

        Gives nothing. Raises the errors of any operation and of the group `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_DELETE, {})

    def put(self, base: Group, *, name: str | Unset | None = UNSET, id: str | Unset | None = UNSET) -> Call[None]:
        """Rename the group.

        - base: The state to change, as it was read; what is not given stays as it is.
        - id: Identifier of the group.
        - name (at most 256 characters): Name under which the group is shown.

        Gives nothing. Raises the errors of any operation and of the groups `exchange-version`, `cannot-redirect`
        (see `ucwa2.errors`).
        """
        return self._put(_PUT, base, {"id": id, "name": name})
