# Made by ucwagen from specs/resources/startOrRefreshSubscriptionToContactsAndGroups.yaml. Do not edit: change the spec and build again.
"""`startOrRefreshSubscriptionToContactsAndGroups`: Begins or prolongs the subscription to the user's contacts and
groups.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/startorrefreshsubscriptiontocontactsandgroups_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .my_contacts_and_groups_subscription import MyContactsAndGroupsSubscription

__all__ = ["StartOrRefreshSubscriptionToContactsAndGroupsLink"]

_POST = Operation(
    "POST",
    Parameter("duration", "integer", required=True, place="either", minimum=10, maximum=60),
    returns=wire.representation("my_contacts_and_groups_subscription.MyContactsAndGroupsSubscription"),
)


class StartOrRefreshSubscriptionToContactsAndGroupsLink(Link, rel="startOrRefreshSubscriptionToContactsAndGroups"):
    """Begins or prolongs the subscription to the user's contacts and groups."""

    def post(self, *, duration: int) -> Call[MyContactsAndGroupsSubscription]:
        """Begin or prolong the subscription.

        - duration (from 10 to 60): How many minutes the subscription lasts; refreshing adds them to the time left,
          up to 30 in all.

        Gives the `MyContactsAndGroupsSubscription`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not change the contact list, work with delegates, or expand distribution groups.
        - `Conflict`: The resource is in a state that does not allow this.
        """
        return self._call(_POST, {"duration": duration})
