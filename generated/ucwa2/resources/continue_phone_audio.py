# Made by ucwagen from specs/resources/continuePhoneAudio.yaml. Do not edit: change the spec and build again.
"""`continuePhoneAudio`: Takes a past conversation up again over the telephone network.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/continuephoneaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .phone_audio_invitation import PhoneAudioInvitationLink

__all__ = ["ContinuePhoneAudioLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("phoneNumber", "string"),
    returns=wire.location("phone_audio_invitation.PhoneAudioInvitationLink"),
)


class ContinuePhoneAudioLink(Link, rel="continuePhoneAudio"):
    """Takes a past conversation up again over the telephone network."""

    def post(
        self, *, operation_id: str | None = None, phone_number: str | None = None
    ) -> Call[PhoneAudioInvitationLink]:
        """Take the conversation up again by a phoneAudioInvitation.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - phone_number (phone): The user's own phone to ring first; by default the number given when the application
          was created. Digits, with + for E.164; samples show a `tel:` URI.

        Gives a link to the `phoneAudioInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"operationId": operation_id, "phoneNumber": phone_number})
