# Made by ucwagen from specs/resources/presenceSubscription.yaml. Do not edit: change the spec and build again.
"""`presenceSubscription`: Watches the presence, location and notes of chosen contacts for a limited time.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presencesubscription_ref
Scopes: User.ReadWrite
Events: added, updated, deleted (medium, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, Parameter, State, Validator, View, wire

if TYPE_CHECKING:
    from .add_to_presence_subscription import AddToPresenceSubscriptionLink
    from .memberships import MembershipsLink

__all__ = ["PresenceSubscription", "PresenceSubscriptionLink", "PresenceSubscriptionLinks"]


class PresenceSubscriptionLinks(Links):
    """Where `presenceSubscription` leads."""

    self: One[PresenceSubscriptionLink] = wire.one("self", "presence_subscription.PresenceSubscriptionLink")
    """The resource itself."""

    add_to_presence_subscription: One[AddToPresenceSubscriptionLink] = wire.one(
        "addToPresenceSubscription", "add_to_presence_subscription.AddToPresenceSubscriptionLink"
    )
    """Lets a presence subscription watch more contacts."""

    memberships: One[MembershipsLink] = wire.one("memberships", "memberships.MembershipsLink")
    """The memberships of contacts in this subscription."""


class PresenceSubscription(State, rel="presenceSubscription"):
    """Watches the presence, location and notes of chosen contacts for a limited time."""

    links: View[PresenceSubscriptionLinks] = View(PresenceSubscriptionLinks)

    id = wire.text("id")
    """Identifier of the subscription within the application."""

    def extend(self, *, duration: int = 30) -> Call[PresenceSubscription]:
        """Go on watching for some minutes from now on.

        - duration (from 10 to 30): How many minutes the subscription lasts; refreshing adds them to the time left,
          up to 30 in all.

        The call sends `POST` to `self`. Gives the `PresenceSubscription`. Raises what
        `PresenceSubscriptionLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presencesubscription_ref
        """
        return self.links.self.post(duration=duration)

    def stop(self) -> Call[None]:
        """Watch no longer.

        The call sends `DELETE` to `self`. Gives nothing. Raises what `PresenceSubscriptionLink.delete` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presencesubscription_ref
        """
        return self.links.self.delete()


_GET = Operation("GET", returns=wire.representation("presence_subscription.PresenceSubscription"))

_POST = Operation(
    "POST",
    Parameter("duration", "integer", required=True, place="either", minimum=10, maximum=30),
    returns=wire.representation("presence_subscription.PresenceSubscription"),
)

_DELETE = Operation("DELETE", returns=wire.nothing())


class PresenceSubscriptionLink(Link, rel="presenceSubscription"):
    """Leads to `PresenceSubscription`."""

    def get(self, *, if_none_match: Validator = None) -> Call[PresenceSubscription]:
        """Read the subscription.

        Gives the `PresenceSubscription`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The system made the subscription, or the user may not see the contact list or pending
          contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(self, *, duration: int) -> Call[PresenceSubscription]:
        """Prolong the subscription.

        - duration (from 10 to 30): How many minutes the subscription lasts; refreshing adds them to the time left,
          up to 30 in all.

        Gives the `PresenceSubscription`. Raises the errors of any operation and of the groups `callback-channel`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The system made the subscription, or the user may not change contacts, work with delegates, or
          expand distribution groups.
        - `Conflict`: The resource is in a state that does not allow this.
        """
        return self._call(_POST, {"duration": duration})

    def delete(self) -> Call[None]:
        """End the subscription.

        Gives nothing. Raises the errors of any operation and of the group `cannot-redirect` (see `ucwa2.errors`),
        and:

        - `Forbidden`: The system made the subscription, so that the user has no access to it.
        """
        return self._call(_DELETE, {})
