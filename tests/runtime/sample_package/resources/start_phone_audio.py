"""startPhoneAudio: starts a call that rings the user's own phone first."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums
    from .phone_audio_invitation import PhoneAudioInvitationLink

__all__ = ["StartPhoneAudioLink"]

_POST = Operation(
    "POST",
    Parameter("importance", "enums.Importance"),
    Parameter("operationId", "string", max_length=50),
    Parameter("phoneNumber", "string"),
    Parameter("subject", "string", max_length=250),
    Parameter("threadId", "string"),
    Parameter("to", "string", required=True, place="either"),
    returns=wire.location("phone_audio_invitation.PhoneAudioInvitationLink"),
)


class StartPhoneAudioLink(Link, rel="startPhoneAudio"):
    """Starts a call."""

    def post(
        self,
        *,
        to: str,
        importance: enums.Importance | str | None = None,
        operation_id: str | None = None,
        phone_number: str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
    ) -> Call[PhoneAudioInvitationLink]:
        """Ring the user's phone, then the other's."""
        return self._call(
            _POST,
            {
                "importance": importance,
                "operationId": operation_id,
                "phoneNumber": phone_number,
                "subject": subject,
                "threadId": thread_id,
                "to": to,
            },
        )
