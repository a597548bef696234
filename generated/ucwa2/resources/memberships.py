# Made by ucwagen from specs/resources/memberships.yaml. Do not edit: change the spec and build again.
"""`memberships`: The memberships of contacts in one presence subscription.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/memberships_ref
State: that of `presenceSubscriptionMemberships`
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, Validator, wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .presence_subscription_memberships import PresenceSubscriptionMemberships

__all__ = ["MembershipsLink"]

_GET = Operation(
    "GET", returns=wire.representation("presence_subscription_memberships.PresenceSubscriptionMemberships")
)

_POST = Operation(
    "POST",
    Parameter("contactUris", "string", many=True, required=True),
    returns=wire.representation("presence_subscription_memberships.PresenceSubscriptionMemberships"),
)


class MembershipsLink(Link, rel="memberships"):
    """The memberships of contacts in one presence subscription."""

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
