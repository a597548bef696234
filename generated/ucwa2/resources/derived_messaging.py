# Made by ucwagen from specs/resources/derivedMessaging.yaml. Do not edit: change the spec and build again.
"""`derivedMessaging`: Messaging that continues in a derived conversation, because another participant accepted.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/derivedmessaging_ref
State: that of `messaging`
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Validator, wire

if TYPE_CHECKING:
    from .messaging import Messaging

__all__ = ["DerivedMessagingLink"]

_GET = Operation("GET", returns=wire.representation("messaging.Messaging"))


class DerivedMessagingLink(Link, rel="derivedMessaging"):
    """Messaging that continues in a derived conversation, because another participant accepted."""

    def get(self, *, if_none_match: Validator = None) -> Call[Messaging]:
        """Read the derived messaging.

        Gives the `Messaging`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
