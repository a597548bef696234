# Made by ucwagen from specs/resources/communication.yaml. Do not edit: change the spec and build again.
"""`communication`: What the user can do to communicate, such as to start calls and messages or join meetings.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/communication_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: updated (medium, from communication)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    UNSET,
    Call,
    EnumListProperty,
    EnumProperty,
    Link,
    Links,
    One,
    Operation,
    Parameter,
    State,
    Unset,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import enums
    from .conversation_logs import ConversationLogsLink
    from .conversations import ConversationsLink
    from .join_online_meeting import JoinOnlineMeetingLink
    from .media_policies import MediaPoliciesLink
    from .media_relay_access_token import MediaRelayAccessTokenLink
    from .missed_items import MissedItemsLink
    from .phone_audio_invitation import PhoneAudioInvitationLink
    from .replay_message import ReplayMessageLink
    from .start_audio import StartAudioLink
    from .start_audio_on_behalf_of_delegator import StartAudioOnBehalfOfDelegatorLink
    from .start_audio_video import StartAudioVideoLink
    from .start_audio_video_on_behalf_of_delegator import StartAudioVideoOnBehalfOfDelegatorLink
    from .start_emergency_call import StartEmergencyCallLink
    from .start_messaging import StartMessagingLink
    from .start_online_meeting import StartOnlineMeetingLink
    from .start_phone_audio import StartPhoneAudioLink
    from .start_phone_audio_on_behalf_of_delegator import StartPhoneAudioOnBehalfOfDelegatorLink
    from .start_video import StartVideoLink

__all__ = ["Communication", "CommunicationLink", "CommunicationLinks"]


class CommunicationLinks(Links):
    """Where `communication` leads."""

    self: One[CommunicationLink] = wire.one("self", "communication.CommunicationLink")
    """The resource itself."""

    conversation_logs: One[ConversationLogsLink] = wire.one(
        "conversationLogs", "conversation_logs.ConversationLogsLink"
    )
    """The user's past conversations, with one other person as well as in conferences."""

    conversations: One[ConversationsLink] = wire.one("conversations", "conversations.ConversationsLink")
    """The conversations in which the user takes part now."""

    join_online_meeting: One[JoinOnlineMeetingLink] = wire.one(
        "joinOnlineMeeting", "join_online_meeting.JoinOnlineMeetingLink"
    )
    """Joins a meeting that is already scheduled, or a new one."""

    media_policies: One[MediaPoliciesLink] = wire.one("mediaPolicies", "media_policies.MediaPoliciesLink")
    """Settings for the client's media, most of them meant for the media stack itself."""

    media_relay_access_token: One[MediaRelayAccessTokenLink] = wire.one(
        "mediaRelayAccessToken", "media_relay_access_token.MediaRelayAccessTokenLink"
    )
    """Credentials for a media relay, valid for a limited time."""

    missed_items: One[MissedItemsLink] = wire.one("missedItems", "missed_items.MissedItemsLink")
    """How many conversation logs, missed conversations and voicemails the user has, and how many are not yet read."""

    replay_message: One[ReplayMessageLink] = wire.one("replayMessage", "replay_message.ReplayMessageLink")
    """Sends a message again, from an endpoint of the application to its running instance."""

    start_audio_on_behalf_of_delegator: One[StartAudioOnBehalfOfDelegatorLink] = wire.one(
        "startAudioOnBehalfOfDelegator", "start_audio_on_behalf_of_delegator.StartAudioOnBehalfOfDelegatorLink"
    )
    """Starts an audio call with a contact for a delegator."""

    start_audio: One[StartAudioLink] = wire.one("startAudio", "start_audio.StartAudioLink")
    """Starts an audio call with a contact."""

    start_audio_video_on_behalf_of_delegator: One[StartAudioVideoOnBehalfOfDelegatorLink] = wire.one(
        "startAudioVideoOnBehalfOfDelegator",
        "start_audio_video_on_behalf_of_delegator.StartAudioVideoOnBehalfOfDelegatorLink",
    )
    """Starts a call with a contact in audio and video for a delegator."""

    start_audio_video: One[StartAudioVideoLink] = wire.one("startAudioVideo", "start_audio_video.StartAudioVideoLink")
    """Starts a call with a contact in audio, video or both."""

    start_emergency_call: One[StartEmergencyCallLink] = wire.one(
        "startEmergencyCall", "start_emergency_call.StartEmergencyCallLink"
    )
    """Starts an emergency call (E911), for users who have enhanced emergency services."""

    start_messaging: One[StartMessagingLink] = wire.one("startMessaging", "start_messaging.StartMessagingLink")
    """Starts instant messaging with a contact."""

    start_online_meeting: One[StartOnlineMeetingLink] = wire.one(
        "startOnlineMeeting", "start_online_meeting.StartOnlineMeetingLink"
    )
    """Creates a meeting and joins it at once."""

    start_phone_audio_on_behalf_of_delegator: One[StartPhoneAudioOnBehalfOfDelegatorLink] = wire.one(
        "startPhoneAudioOnBehalfOfDelegator",
        "start_phone_audio_on_behalf_of_delegator.StartPhoneAudioOnBehalfOfDelegatorLink",
    )
    """Starts a call for a delegator from the user's own phone, which shows the user's work identity."""

    start_phone_audio: One[StartPhoneAudioLink] = wire.one("startPhoneAudio", "start_phone_audio.StartPhoneAudioLink")
    """Starts a call from the user's own phone that shows the user's work identity to the contact."""

    start_video: One[StartVideoLink] = wire.one("startVideo", "start_video.StartVideoLink")
    """Starts a video call with a contact."""


class Communication(State, rel="communication"):
    """What the user can do to communicate, such as to start calls and messages or join meetings."""

    links: View[CommunicationLinks] = View(CommunicationLinks)

    audio_preference: EnumProperty[enums.AudioPreference] = wire.enum("audioPreference", "enums.AudioPreference")
    """How the user prefers to receive audio calls; over IP by default."""

    conversation_history: EnumProperty[enums.GenericPolicy] = wire.enum("conversationHistory", "enums.GenericPolicy")
    """Whether the history of conversations is kept."""

    lis_location = wire.text("lisLocation")
    """Where this endpoint is, according to the Location Information Service (LIS)."""

    lis_query_result: EnumProperty[enums.LisQueryResultEnum] = wire.enum("lisQueryResult", "enums.LisQueryResultEnum")
    """Whether the query to the Location Information Service (LIS) was answered."""

    phone_number = wire.text("phoneNumber")
    """Number of the phone on which the user wants to be reached."""

    publish_endpoint_location = wire.boolean("publishEndpointLocation")
    """Whether the location of the user's endpoint is to be published."""

    supported_message_formats: EnumListProperty[enums.MessageFormat] = wire.enums(
        "supportedMessageFormats", "enums.MessageFormat"
    )
    """Message formats that this application can take."""

    supported_modalities: EnumListProperty[enums.ModalityType] = wire.enums("supportedModalities", "enums.ModalityType")
    """Ways of communicating for which the user wants to receive invitations."""

    video_based_screen_sharing: EnumProperty[enums.GenericPolicy] = wire.enum(
        "videoBasedScreenSharing", "enums.GenericPolicy"
    )
    """Whether the server supports screen sharing by video."""

    simultaneous_ring_number_match: EnumProperty[enums.GenericPolicy] = wire.enum(
        "simultaneousRingNumberMatch", "enums.GenericPolicy"
    )
    """Policy on matching the numbers that ring at the same time; no page describes it."""

    def call(
        self,
        to: str,
        *,
        operation_id: str | None = None,
        phone_number: str | None = None,
        importance: enums.Importance | str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
    ) -> Call[PhoneAudioInvitationLink]:
        """Call a person by telephone. The user's own phone rings first.

        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.
        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - phone_number (phone, `phoneNumber` of this state when left out): The user's own phone to ring first; by
          default the number given when the application was created. Digits, with + for E.164; samples show a `tel:`
          URI.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id: Thread of the conversation; passing the same one again continues that conversation.

        The call sends `POST` to `startPhoneAudio`. Gives a link to the `phoneAudioInvitation`. Raises what
        `StartPhoneAudioLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/startphoneaudio_ref
        """
        return self.links.start_phone_audio.post(
            operation_id=operation_id,
            phone_number=self._filled(Communication.phone_number, phone_number),
            importance=importance,
            subject=subject,
            thread_id=thread_id,
            to=to,
        )


_GET = Operation("GET", returns=wire.representation("communication.Communication"))

_PUT = Operation(
    "PUT",
    Parameter("audioPreference", "enums.AudioPreference"),
    Parameter("conversationHistory", "enums.GenericPolicy"),
    Parameter("lisLocation", "string"),
    Parameter("lisQueryResult", "enums.LisQueryResultEnum"),
    Parameter("phoneNumber", "string", max_length=100),
    Parameter("publishEndpointLocation", "boolean"),
    Parameter("supportedMessageFormats", "enums.MessageFormat", many=True),
    Parameter("supportedModalities", "enums.ModalityType", many=True),
    Parameter("videoBasedScreenSharing", "enums.GenericPolicy"),
    returns=wire.nothing(),
)


class CommunicationLink(Link, rel="communication"):
    """Leads to `Communication`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Communication]:
        """Read the user's capabilities and settings.

        Gives the `Communication`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def put(
        self,
        base: Communication,
        *,
        audio_preference: enums.AudioPreference | str | Unset | None = UNSET,
        conversation_history: enums.GenericPolicy | str | Unset | None = UNSET,
        lis_location: str | Unset | None = UNSET,
        lis_query_result: enums.LisQueryResultEnum | str | Unset | None = UNSET,
        phone_number: str | Unset | None = UNSET,
        publish_endpoint_location: bool | Unset | None = UNSET,
        supported_message_formats: Sequence[enums.MessageFormat | str] | Unset | None = UNSET,
        supported_modalities: Sequence[enums.ModalityType | str] | Unset | None = UNSET,
        video_based_screen_sharing: enums.GenericPolicy | str | Unset | None = UNSET,
    ) -> Call[None]:
        """Change the settings.

        - base: The state to change, as it was read; what is not given stays as it is.
        - audio_preference: How the user prefers to receive audio calls; over IP by default.
        - conversation_history: Whether the history of conversations is kept.
        - lis_location: Where this endpoint is, according to the Location Information Service (LIS).
        - lis_query_result: Whether the query to the Location Information Service (LIS) was answered.
        - phone_number (phone, at most 100 characters): Number of the phone on which the user wants to be reached.
        - publish_endpoint_location: Whether the location of the user's endpoint is to be published.
        - supported_message_formats: Message formats that this application can take.
        - supported_modalities: Ways of communicating for which the user wants to receive invitations.
        - video_based_screen_sharing: Whether the server supports screen sharing by video.

        Gives nothing. Raises the errors of any operation and of the groups `exchange-version`, `cannot-redirect`
        (see `ucwa2.errors`).
        """
        return self._put(
            _PUT,
            base,
            {
                "audioPreference": audio_preference,
                "conversationHistory": conversation_history,
                "lisLocation": lis_location,
                "lisQueryResult": lis_query_result,
                "phoneNumber": phone_number,
                "publishEndpointLocation": publish_endpoint_location,
                "supportedMessageFormats": supported_message_formats,
                "supportedModalities": supported_modalities,
                "videoBasedScreenSharing": video_based_screen_sharing,
            },
        )
