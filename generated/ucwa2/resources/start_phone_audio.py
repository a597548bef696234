# Made by ucwagen from specs/resources/startPhoneAudio.yaml. Do not edit: change the spec and build again.
"""`startPhoneAudio`: Starts a call from the user's own phone that shows the user's work identity to the contact.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/startphoneaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums
    from .phone_audio_invitation import PhoneAudioInvitationLink

__all__ = ["StartPhoneAudioLink"]

_POST = Operation(
    "POST",
    Parameter("operationId", "string", max_length=50),
    Parameter("phoneNumber", "string"),
    Parameter("importance", "enums.Importance"),
    Parameter("subject", "string", max_length=250),
    Parameter("threadId", "string"),
    Parameter("to", "string", required=True, place="either"),
    returns=wire.location("phone_audio_invitation.PhoneAudioInvitationLink"),
)


class StartPhoneAudioLink(Link, rel="startPhoneAudio"):
    """Starts a call from the user's own phone that shows the user's work identity to the contact."""

    def post(
        self,
        *,
        to: str,
        operation_id: str | None = None,
        phone_number: str | None = None,
        importance: enums.Importance | str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
    ) -> Call[PhoneAudioInvitationLink]:
        """Start a call that rings the user's own phone first, in a new conversation with the contact.

        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - phone_number (phone): The user's own phone to ring first; by default the number given when the application
          was created. Digits, with + for E.164; samples show a `tel:` URI.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id: Thread of the conversation; passing the same one again continues that conversation.
        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.

        Gives a link to the `phoneAudioInvitation`. Raises the errors of any operation and of the groups
        `callback-channel`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `BadRequestNormalizationFailed`: The phone number cannot be brought into normal form.
        - `Forbidden`: Phone audio is not among the user's capabilities.
        """
        return self._call(
            _POST,
            {
                "operationId": operation_id,
                "phoneNumber": phone_number,
                "importance": importance,
                "subject": subject,
                "threadId": thread_id,
                "to": to,
            },
        )
