# Made by ucwagen from specs/resources/participantMessaging.yaml. Do not edit: change the spec and build again.
"""`participantMessaging`: Shows that a participant uses messaging in the conversation; it exists as long as that
lasts.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/participantmessaging_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .participant import ParticipantLink

__all__ = ["ParticipantMessaging", "ParticipantMessagingLink", "ParticipantMessagingLinks"]


class ParticipantMessagingLinks(Links):
    """Where `participantMessaging` leads."""

    self: One[ParticipantMessagingLink] = wire.one("self", "participant_messaging.ParticipantMessagingLink")
    """The resource itself."""

    participant: One[ParticipantLink] = wire.one("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""


class ParticipantMessaging(State, rel="participantMessaging"):
    """Shows that a participant uses messaging in the conversation; it exists as long as that lasts."""

    links: View[ParticipantMessagingLinks] = View(ParticipantMessagingLinks)


_GET = Operation("GET", returns=wire.representation("participant_messaging.ParticipantMessaging"))


class ParticipantMessagingLink(Link, rel="participantMessaging"):
    """Leads to `ParticipantMessaging`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ParticipantMessaging]:
        """Read the participant's messaging.

        Gives the `ParticipantMessaging`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
