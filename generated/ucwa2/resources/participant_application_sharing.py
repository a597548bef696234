# Made by ucwagen from specs/resources/participantApplicationSharing.yaml. Do not edit: change the spec and build again.
"""`participantApplicationSharing`: Shows that a participant uses application sharing in the conversation; it exists
as long as that lasts.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/participantapplicationsharing_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .participant import ParticipantLink

__all__ = ["ParticipantApplicationSharing", "ParticipantApplicationSharingLink", "ParticipantApplicationSharingLinks"]


class ParticipantApplicationSharingLinks(Links):
    """Where `participantApplicationSharing` leads."""

    self: One[ParticipantApplicationSharingLink] = wire.one(
        "self", "participant_application_sharing.ParticipantApplicationSharingLink"
    )
    """The resource itself."""

    participant: One[ParticipantLink] = wire.one("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""


class ParticipantApplicationSharing(State, rel="participantApplicationSharing"):
    """Shows that a participant uses application sharing in the conversation; it exists as long as that lasts."""

    links: View[ParticipantApplicationSharingLinks] = View(ParticipantApplicationSharingLinks)

    application_sharing_direction: EnumProperty[enums.MediaDirectionType] = wire.enum(
        "applicationSharingDirection", "enums.MediaDirectionType"
    )
    """Whether the participant sends shared applications, receives them, both or neither."""

    application_sharing_source_id = wire.text("applicationSharingSourceId")
    """Identifier of the source from which the participant's sharing comes."""


_GET = Operation("GET", returns=wire.representation("participant_application_sharing.ParticipantApplicationSharing"))


class ParticipantApplicationSharingLink(Link, rel="participantApplicationSharing"):
    """Leads to `ParticipantApplicationSharing`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ParticipantApplicationSharing]:
        """Read the participant's application sharing.

        Gives the `ParticipantApplicationSharing`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
