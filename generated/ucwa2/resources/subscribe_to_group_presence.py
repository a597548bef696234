# Made by ucwagen from specs/resources/subscribeToGroupPresence.yaml. Do not edit: change the spec and build again.
"""`subscribeToGroupPresence`: Watches the presence of the group's present members for a limited time.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/subscribetogrouppresence_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .presence_subscription import PresenceSubscription

__all__ = ["SubscribeToGroupPresenceLink"]

_POST = Operation(
    "POST",
    Parameter("duration", "integer", required=True, place="either", minimum=10, maximum=30),
    Parameter("groupId", "string", required=True, place="query", max_length=256),
    returns=wire.representation("presence_subscription.PresenceSubscription"),
)


class SubscribeToGroupPresenceLink(Link, rel="subscribeToGroupPresence"):
    """Watches the presence of the group's present members for a limited time."""

    def post(self, *, duration: int, group_id: str) -> Call[PresenceSubscription]:
        """Create a presence subscription for the group's members.

        - duration (from 10 to 30): How many minutes the subscription lasts.
        - group_id (at most 256 characters): Identifier of the group.

        Gives the `PresenceSubscription`. Raises the errors of any operation and of the groups `callback-channel`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"duration": duration, "groupId": group_id})
