# Made by ucwagen from specs/resources/presenceSubscriptionMembership.yaml. Do not edit: change the spec and build again.
"""`presenceSubscriptionMembership`: The membership of one contact in one presence subscription.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presencesubscriptionmembership_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .contact import ContactLink
    from .presence_subscription import PresenceSubscriptionLink

__all__ = [
    "PresenceSubscriptionMembership",
    "PresenceSubscriptionMembershipLink",
    "PresenceSubscriptionMembershipLinks",
]


class PresenceSubscriptionMembershipLinks(Links):
    """Where `presenceSubscriptionMembership` leads."""

    self: One[PresenceSubscriptionMembershipLink] = wire.one(
        "self", "presence_subscription_membership.PresenceSubscriptionMembershipLink"
    )
    """The resource itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""

    presence_subscription: One[PresenceSubscriptionLink] = wire.one(
        "presenceSubscription", "presence_subscription.PresenceSubscriptionLink"
    )
    """Watches the presence, location and notes of chosen contacts for a limited time."""


class PresenceSubscriptionMembership(State, rel="presenceSubscriptionMembership"):
    """The membership of one contact in one presence subscription."""

    links: View[PresenceSubscriptionMembershipLinks] = View(PresenceSubscriptionMembershipLinks)


_GET = Operation("GET", returns=wire.representation("presence_subscription_membership.PresenceSubscriptionMembership"))

_DELETE = Operation("DELETE", returns=wire.nothing())


class PresenceSubscriptionMembershipLink(Link, rel="presenceSubscriptionMembership"):
    """Leads to `PresenceSubscriptionMembership`."""

    def get(self, *, if_none_match: Validator = None) -> Call[PresenceSubscriptionMembership]:
        """Read the membership.

        Gives the `PresenceSubscriptionMembership`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not work with the memberships of subscriptions, or see the contact list or
          pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def delete(self) -> Call[None]:
        """Remove the contact from the subscription.

        Gives nothing. Raises the errors of any operation and of the group `cannot-redirect` (see `ucwa2.errors`),
        and:

        - `Forbidden`: The user may not work with the memberships of subscriptions.
        """
        return self._call(_DELETE, {})
