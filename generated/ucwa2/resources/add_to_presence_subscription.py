# Made by ucwagen from specs/resources/addToPresenceSubscription.yaml. Do not edit: change the spec and build again.
"""`addToPresenceSubscription`: Lets a presence subscription watch more contacts.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/addtopresencesubscription_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .presence_subscription_memberships import PresenceSubscriptionMemberships

__all__ = ["AddToPresenceSubscriptionLink"]

_POST = Operation(
    "POST",
    Parameter("contactUris", "string", many=True, required=True),
    returns=wire.representation("presence_subscription_memberships.PresenceSubscriptionMemberships"),
)


class AddToPresenceSubscriptionLink(Link, rel="addToPresenceSubscription"):
    """Lets a presence subscription watch more contacts."""

    def post(self, *, contact_uris: Sequence[str]) -> Call[PresenceSubscriptionMemberships]:
        """Watch the presence of these contacts too.

        - contact_uris (uri): Addresses of the people whose presence to watch.

        Gives the `PresenceSubscriptionMemberships`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"contactUris": contact_uris})
