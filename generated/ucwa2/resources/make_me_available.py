# Made by ucwagen from specs/resources/makeMeAvailable.yaml. Do not edit: change the spec and build again.
"""`makeMeAvailable`: Makes the user available, so that invitations come in. Calls and meetings can be started
without it.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/makemeavailable_ref
Scopes: User.ReadWrite, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from .. import enums

__all__ = ["MakeMeAvailableLink"]

_POST = Operation(
    "POST",
    Parameter("audioPreference", "enums.AudioPreference"),
    Parameter("inactiveTimeout", "timespan"),
    Parameter("phoneNumber", "string"),
    Parameter("signInAs", "enums.PreferredAvailability"),
    Parameter("supportedMessageFormats", "enums.MessageFormat", many=True),
    Parameter("supportedModalities", "enums.ModalityType", many=True),
    Parameter("voipFallbackToPhoneAudioTimeOut", "timespan"),
    returns=wire.nothing(),
)


class MakeMeAvailableLink(Link, rel="makeMeAvailable"):
    """Makes the user available, so that invitations come in. Calls and meetings can be started without it."""

    def post(
        self,
        *,
        audio_preference: enums.AudioPreference | str | None = None,
        inactive_timeout: timedelta | None = None,
        phone_number: str | None = None,
        sign_in_as: enums.PreferredAvailability | str | None = None,
        supported_message_formats: Sequence[enums.MessageFormat | str] | None = None,
        supported_modalities: Sequence[enums.ModalityType | str] | None = None,
        voip_fallback_to_phone_audio_time_out: timedelta | None = None,
    ) -> Call[None]:
        """Make the user available for incoming invitations.

        - audio_preference: How the user prefers to receive audio calls; over IP by default.
        - inactive_timeout: How long it takes until the user counts as inactive; 5 minutes by default.
        - phone_number (phone): Number of the phone on which the user wants to be reached; the server normalizes it,
          but does not check that it exists.
        - sign_in_as: Availability to show for the user.
        - supported_message_formats: Message formats that this application can take.
        - supported_modalities: Ways of communicating for which the user wants to receive invitations.
        - voip_fallback_to_phone_audio_time_out: How long the client may leave an audio invitation unacknowledged
          before phone audio is tried.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ConflictAlreadyExists`: This operation may be called only once.
        - `Forbidden`: Only messaging and phone audio may be asked for, and the application wants more.
        - `ForbiddenAnonymousNotAllowed`: Anonymous users cannot be made available.
        """
        return self._call(
            _POST,
            {
                "audioPreference": audio_preference,
                "inactiveTimeout": inactive_timeout,
                "phoneNumber": phone_number,
                "signInAs": sign_in_as,
                "supportedMessageFormats": supported_message_formats,
                "supportedModalities": supported_modalities,
                "voipFallbackToPhoneAudioTimeOut": voip_fallback_to_phone_audio_time_out,
            },
        )
