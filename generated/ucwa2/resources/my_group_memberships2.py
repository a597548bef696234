# Made by ucwagen from specs/resources/myGroupMemberships2.yaml. Do not edit: change the spec and build again.
"""`myGroupMemberships`: The memberships of contacts in the user's groups, where contacts are added to a group.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mygroupmemberships2_ref
Revision: 2
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, Validator, wire

if TYPE_CHECKING:
    from .my_group_membership import MyGroupMembership
    from .my_group_memberships import MyGroupMemberships

__all__ = ["MyGroupMemberships2Link"]

_GET = Operation(
    "GET",
    Parameter("groupId", "string", place="query", max_length=256),
    returns=wire.representation("my_group_memberships.MyGroupMemberships"),
)

_POST = Operation(
    "POST",
    Parameter("contactUri", "string", required=True, place="either", max_length=250),
    Parameter("groupId", "string", place="either", max_length=256),
    returns=wire.representation("my_group_membership.MyGroupMembership"),
)


class MyGroupMemberships2Link(Link, rel="myGroupMemberships", revision=2):
    """The memberships of contacts in the user's groups, where contacts are added to a group."""

    def get(self, *, group_id: str | None = None, if_none_match: Validator = None) -> Call[MyGroupMemberships]:
        """List the memberships, of all groups or of one.

        - group_id (at most 256 characters): Identifier of the group whose memberships to list.

        Gives the `MyGroupMemberships`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `ForbiddenOperationNotSupported`: Memberships in the delegators group or the organization's group cannot be
          read.
        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {"groupId": group_id}, if_none_match=if_none_match)

    def post(self, *, contact_uri: str, group_id: str | None = None) -> Call[MyGroupMembership]:
        """Add a contact to a group.

        - contact_uri (uri, at most 250 characters): Address of the contact.
        - group_id (at most 256 characters): Identifier of the group.

        Gives the `MyGroupMembership`. Raises the errors of any operation and of the groups `callback-channel`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `ServiceFailureMigrationInProgress`: A migration is in progress, so that no contact can be added or
          removed.
        - `ConflictAlreadyExists`: The contact is in this group already.
        - `Forbidden`: The group is a distribution group, or the user may not change contacts, work with delegates,
          or expand distribution groups.
        - `ForbiddenOperationNotSupported`: No contact can be added to the delegators group or the organization's
          group.
        - `ForbiddenLimitExceeded`: The user has 25 delegates already, and more are not allowed.
        - `ConflictLimitExceeded`: The user has as many contacts as allowed, 250 by default.
        - `Conflict`: The resource is in a state that does not allow this.
        """
        return self._call(_POST, {"contactUri": contact_uri, "groupId": group_id})
