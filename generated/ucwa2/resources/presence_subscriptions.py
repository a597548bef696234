# Made by ucwagen from specs/resources/presenceSubscriptions.yaml. Do not edit: change the spec and build again.
"""`presenceSubscriptions`: The user's presence subscriptions, where new ones are created.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presencesubscriptions_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    Link,
    Links,
    ManyStates,
    One,
    Operation,
    Parameter,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .presence_subscription import PresenceSubscription

__all__ = [
    "PresenceSubscriptions",
    "PresenceSubscriptionsEmbedded",
    "PresenceSubscriptionsLink",
    "PresenceSubscriptionsLinks",
]


class PresenceSubscriptionsLinks(Links):
    """Where `presenceSubscriptions` leads."""

    self: One[PresenceSubscriptionsLink] = wire.one("self", "presence_subscriptions.PresenceSubscriptionsLink")
    """The resource itself."""


class PresenceSubscriptionsEmbedded(Embedded):
    """What `presenceSubscriptions` holds."""

    presence_subscription: ManyStates[PresenceSubscription] = wire.many_states(
        "presenceSubscription", "presence_subscription.PresenceSubscription"
    )
    """Watches the presence, location and notes of chosen contacts for a limited time."""


class PresenceSubscriptions(State, rel="presenceSubscriptions"):
    """The user's presence subscriptions, where new ones are created."""

    links: View[PresenceSubscriptionsLinks] = View(PresenceSubscriptionsLinks)
    embedded: View[PresenceSubscriptionsEmbedded] = View(PresenceSubscriptionsEmbedded)


_GET = Operation("GET", returns=wire.representation("presence_subscriptions.PresenceSubscriptions"))

_POST = Operation(
    "POST",
    Parameter("duration", "integer", required=True, minimum=10, maximum=30),
    Parameter("uris", "string", many=True, required=True),
    returns=wire.representation("presence_subscription.PresenceSubscription"),
)


class PresenceSubscriptionsLink(Link, rel="presenceSubscriptions"):
    """Leads to `PresenceSubscriptions`."""

    def get(self, *, if_none_match: Validator = None) -> Call[PresenceSubscriptions]:
        """List the presence subscriptions.

        Gives the `PresenceSubscriptions`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not work with presence subscriptions, or see the contact list or pending
          contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(self, *, duration: int, uris: Sequence[str]) -> Call[PresenceSubscription]:
        """Create a presence subscription for some contacts.

        - duration (from 10 to 30): How many minutes the subscription lasts.
        - uris (uri): Addresses of the people whose presence to watch.

        Gives the `PresenceSubscription`. Raises the errors of any operation and of the groups `callback-channel`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not work with presence subscriptions, change the contact list, work with
          delegates, or expand distribution groups.
        - `ForbiddenLimitExceeded`: The limit on subscriptions has been reached.
        - `Conflict`: The resource is in a state that does not allow this.
        """
        return self._call(_POST, {"duration": duration, "uris": uris})
