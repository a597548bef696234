# Made by ucwagen from specs/resources/presenceSubscriptionMemberships.yaml. Do not edit: change the spec and build again.
"""`presenceSubscriptionMemberships`: The memberships of contacts in presence subscriptions.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presencesubscriptionmemberships_ref
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

    from .presence_subscription_membership import PresenceSubscriptionMembership

__all__ = [
    "PresenceSubscriptionMemberships",
    "PresenceSubscriptionMembershipsEmbedded",
    "PresenceSubscriptionMembershipsLink",
    "PresenceSubscriptionMembershipsLinks",
]


class PresenceSubscriptionMembershipsLinks(Links):
    """Where `presenceSubscriptionMemberships` leads."""

    self: One[PresenceSubscriptionMembershipsLink] = wire.one(
        "self", "presence_subscription_memberships.PresenceSubscriptionMembershipsLink"
    )
    """The resource itself."""


class PresenceSubscriptionMembershipsEmbedded(Embedded):
    """What `presenceSubscriptionMemberships` holds."""

    presence_subscription_membership: ManyStates[PresenceSubscriptionMembership] = wire.many_states(
        "presenceSubscriptionMembership", "presence_subscription_membership.PresenceSubscriptionMembership"
    )
    """The membership of one contact in one presence subscription."""


class PresenceSubscriptionMemberships(State, rel="presenceSubscriptionMemberships"):
    """The memberships of contacts in presence subscriptions."""

    links: View[PresenceSubscriptionMembershipsLinks] = View(PresenceSubscriptionMembershipsLinks)
    embedded: View[PresenceSubscriptionMembershipsEmbedded] = View(PresenceSubscriptionMembershipsEmbedded)


_GET = Operation(
    "GET", returns=wire.representation("presence_subscription_memberships.PresenceSubscriptionMemberships")
)

_POST = Operation(
    "POST",
    Parameter("contactUris", "string", many=True, required=True),
    returns=wire.representation("presence_subscription_memberships.PresenceSubscriptionMemberships"),
)


class PresenceSubscriptionMembershipsLink(Link, rel="presenceSubscriptionMemberships"):
    """Leads to `PresenceSubscriptionMemberships`."""

    def get(self, *, if_none_match: Validator = None) -> Call[PresenceSubscriptionMemberships]:
        """List the memberships.

        Gives the `PresenceSubscriptionMemberships`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not work with the memberships of subscriptions, or see the contact list or
          pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(self, *, contact_uris: Sequence[str]) -> Call[PresenceSubscriptionMemberships]:
        """Add contacts whose presence to watch.

        - contact_uris (uri): Addresses of the people whose presence to watch.

        Gives the `PresenceSubscriptionMemberships`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not work with memberships of subscriptions, change the contact list, work with
          delegates, or expand distribution groups.
        - `ForbiddenLimitExceeded`: The limit on subscriptions has been reached.
        - `Conflict`: The resource is in a state that does not allow this.
        """
        return self._call(_POST, {"contactUris": contact_uris})
