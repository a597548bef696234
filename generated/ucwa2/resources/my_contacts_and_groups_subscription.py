# Made by ucwagen from specs/resources/myContactsAndGroupsSubscription.yaml. Do not edit: change the spec and build again.
"""`myContactsAndGroupsSubscription`: The subscription to changes of the user's contacts and groups, but not of
presence, notes or locations.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mycontactsandgroupssubscription_ref
Scopes: Contacts.ReadWrite
Events: updated (medium, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .start_or_refresh_subscription_to_contacts_and_groups import StartOrRefreshSubscriptionToContactsAndGroupsLink
    from .stop_subscription_to_contacts_and_groups import StopSubscriptionToContactsAndGroupsLink

__all__ = [
    "MyContactsAndGroupsSubscription",
    "MyContactsAndGroupsSubscriptionLink",
    "MyContactsAndGroupsSubscriptionLinks",
]


class MyContactsAndGroupsSubscriptionLinks(Links):
    """Where `myContactsAndGroupsSubscription` leads."""

    self: One[MyContactsAndGroupsSubscriptionLink] = wire.one(
        "self", "my_contacts_and_groups_subscription.MyContactsAndGroupsSubscriptionLink"
    )
    """The resource itself."""

    start_or_refresh_subscription_to_contacts_and_groups: One[StartOrRefreshSubscriptionToContactsAndGroupsLink] = (
        wire.one(
            "startOrRefreshSubscriptionToContactsAndGroups",
            "start_or_refresh_subscription_to_contacts_and_groups.StartOrRefreshSubscriptionToContactsAndGroupsLink",
        )
    )
    """Begins or prolongs the subscription to the user's contacts and groups."""

    stop_subscription_to_contacts_and_groups: One[StopSubscriptionToContactsAndGroupsLink] = wire.one(
        "stopSubscriptionToContactsAndGroups",
        "stop_subscription_to_contacts_and_groups.StopSubscriptionToContactsAndGroupsLink",
    )
    """Ends the subscription to the user's contacts and groups."""


class MyContactsAndGroupsSubscription(State, rel="myContactsAndGroupsSubscription"):
    """The subscription to changes of the user's contacts and groups, but not of presence, notes or locations."""

    links: View[MyContactsAndGroupsSubscriptionLinks] = View(MyContactsAndGroupsSubscriptionLinks)

    state: EnumProperty[enums.SubscriptionState] = wire.enum("state", "enums.SubscriptionState")
    """Whether the subscription brings notifications."""


_GET = Operation(
    "GET", returns=wire.representation("my_contacts_and_groups_subscription.MyContactsAndGroupsSubscription")
)


class MyContactsAndGroupsSubscriptionLink(Link, rel="myContactsAndGroupsSubscription"):
    """Leads to `MyContactsAndGroupsSubscription`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyContactsAndGroupsSubscription]:
        """Read the subscription.

        Gives the `MyContactsAndGroupsSubscription`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
