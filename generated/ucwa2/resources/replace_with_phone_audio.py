# Made by ucwagen from specs/resources/replaceWithPhoneAudio.yaml. Do not edit: change the spec and build again.
"""`replaceWithPhoneAudio`: Moves the audio of the conversation to the telephone network.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/replacewithphoneaudio_ref
Scopes: Conversations.Initiate
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .phone_audio_invitation import PhoneAudioInvitationLink

__all__ = ["ReplaceWithPhoneAudioLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("phoneNumber", "string"),
    Parameter("to", "string", required=True),
    returns=wire.location("phone_audio_invitation.PhoneAudioInvitationLink"),
)


class ReplaceWithPhoneAudioLink(Link, rel="replaceWithPhoneAudio"):
    """Moves the audio of the conversation to the telephone network."""

    def post(
        self, *, to: str, operation_id: str | None = None, phone_number: str | None = None
    ) -> Call[PhoneAudioInvitationLink]:
        """Replace the audio by a phone call that starts with a phoneAudioInvitation.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - phone_number (phone): The user's own phone to ring first; by default the number given when the application
          was created. Digits, with + for E.164; samples show a `tel:` URI.
        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.

        Gives a link to the `phoneAudioInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `BadRequestNormalizationFailed`: The phone number cannot be brought into normal form.
        """
        return self._call(_POST, {"operationId": operation_id, "phoneNumber": phone_number, "to": to})
