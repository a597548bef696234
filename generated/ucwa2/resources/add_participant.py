# Made by ucwagen from specs/resources/addParticipant.yaml. Do not edit: change the spec and build again.
"""`addParticipant`: Invites one more person to the conversation; one between two people becomes a conference first.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/addparticipant_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .participant_invitation import ParticipantInvitationLink

__all__ = ["AddParticipantLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("to", "string", required=True),
    returns=wire.location("participant_invitation.ParticipantInvitationLink"),
)


class AddParticipantLink(Link, rel="addParticipant"):
    """Invites one more person to the conversation; one between two people becomes a conference first."""

    def post(self, *, to: str, operation_id: str | None = None) -> Call[ParticipantInvitationLink]:
        """Invite the contact, which begins a participantInvitation in the event channel.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.

        Gives a link to the `participantInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"operationId": operation_id, "to": to})
