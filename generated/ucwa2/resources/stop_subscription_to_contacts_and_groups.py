# Made by ucwagen from specs/resources/stopSubscriptionToContactsAndGroups.yaml. Do not edit: change the spec and build again.
"""`stopSubscriptionToContactsAndGroups`: Ends the subscription to the user's contacts and groups.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/stopsubscriptiontocontactsandgroups_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["StopSubscriptionToContactsAndGroupsLink"]

_POST = Operation("POST", returns=wire.nothing())


class StopSubscriptionToContactsAndGroupsLink(Link, rel="stopSubscriptionToContactsAndGroups"):
    """Ends the subscription to the user's contacts and groups."""

    def post(self) -> Call[None]:
        """End the subscription.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not change the contact list, work with delegates, or expand distribution groups.
        - `Conflict`: The resource is in a state that does not allow this.
        """
        return self._call(_POST, {})
