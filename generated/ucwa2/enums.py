# Made by ucwagen from specs/enums/. Do not edit: change the specs and build again.
"""Enumerations. A value that the server has added since arrives as plain text."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "AccessLevel",
    "ActivePeriod",
    "AudienceMessaging",
    "AudienceMuteLock",
    "AudioPreference",
    "AudioTranscriptStatus",
    "AutomaticLeaderAssignment",
    "Availability",
    "BandwidthControlPolicy",
    "CallDeclineReason",
    "CallForwardingState",
    "CallState",
    "CallTerminationReason",
    "ClientNetworkType",
    "ContactDeviceType",
    "ContactType",
    "ConversationLogStatus",
    "ConversationLogType",
    "ConversationModalityType",
    "ConversationState",
    "Direction",
    "EnforcementPolicy",
    "EntryExitAnnouncement",
    "ErrorCode",
    "ErrorSubcode",
    "ErrorTranscriptReason",
    "GenericPolicy",
    "ImmediateForwardSettingsTarget",
    "Importance",
    "InvitationState",
    "LargeMeetingMode",
    "LisQueryResultEnum",
    "LobbyBypassForPhoneUsers",
    "LocationRequiredEnum",
    "MediaDirectionType",
    "MessageFormat",
    "ModalityType",
    "MuteStatus",
    "NoteType",
    "OnlineMeetingExtensionType",
    "OnlineMeetingRel",
    "PhoneUserAdmission",
    "PreferredAvailability",
    "PrivacyRelationshipLevel",
    "ReNegotiationDeclineReason",
    "RelayLocation",
    "RequirementPolicy",
    "Role",
    "SessionState",
    "SimultaneousRingTarget",
    "SourceNetwork",
    "Status",
    "SubscriptionState",
    "UnansweredCallHandling",
    "UnansweredCallHandlingTarget",
    "VideoSourcesAllowed",
]


class AccessLevel(StrEnum):
    """Who enters an online meeting without waiting in its lobby.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/accesslevel_ref
    """

    EVERYONE = "Everyone"
    """All people may enter at once."""

    INVITED = "Invited"
    """Only people of the same company who were invited enter at once; others wait in the lobby."""

    LOCKED = "Locked"
    """Only the organizer enters at once; all others wait in the lobby."""

    NONE = "None"
    """No access level has been set yet."""

    SAME_ENTERPRISE = "SameEnterprise"
    """People of the same company enter at once; others wait in the lobby."""


class ActivePeriod(StrEnum):
    """The hours during which the call forwarding settings apply.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/activeperiod_ref
    """

    ALWAYS = "Always"
    """They apply at any hour."""

    WORKHOURS = "Workhours"
    """They apply in working hours only."""


class AudienceMessaging(StrEnum):
    """Whether the members of an audience conversation may use instant messaging.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiencemessaging_ref
    """

    DISABLED = "Disabled"
    """No participant of the conversation may use messaging."""

    ENABLED = "Enabled"
    """All participants of the conversation may use messaging."""

    UNKNOWN = "Unknown"
    """It is not known whether messaging is allowed."""


class AudienceMuteLock(StrEnum):
    """Whether the audience is kept muted, in audio and video.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiencemutelock_ref
    """

    DISABLED = "Disabled"
    """The audience is not kept muted."""

    ENABLED = "Enabled"
    """The audience is kept muted by a lock."""

    UNKNOWN = "Unknown"
    """It is not known whether a mute lock is on."""


class AudioPreference(StrEnum):
    """The way in which the user prefers to receive audio calls.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiopreference_ref
    """

    PHONE_AUDIO = "PhoneAudio"
    """Calls come in on a phone."""

    VOIP_AUDIO = "VoipAudio"
    """Calls come in as voice over IP."""


class AudioTranscriptStatus(StrEnum):
    """The audio event that a transcript entry records.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiotranscriptstatus_ref
    """

    CONNECTED = "Connected"
    """The entry records that audio was connected."""

    ENDED = "Ended"
    """The entry records that audio came to an end."""

    TRANSFERRED = "Transferred"
    """The entry records that audio was transferred."""

    UNKNOWN = "Unknown"
    """The entry records an audio event of unknown kind."""


class AutomaticLeaderAssignment(StrEnum):
    """Who becomes a leader of the meeting by joining it.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/automaticleaderassignment_ref
    """

    DISABLED = "Disabled"
    """No one is promoted by joining; people invited as leaders still join as leaders."""

    EVERYONE = "Everyone"
    """All who join become leaders."""

    SAME_ENTERPRISE = "SameEnterprise"
    """Those who come from the same company become leaders."""


class Availability(StrEnum):
    """The availability of a person.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/availability_ref
    """

    AWAY = "Away"
    """The person is away."""

    BE_RIGHT_BACK = "BeRightBack"
    """The person is away but will soon return."""

    BUSY = "Busy"
    """The person is busy."""

    DO_NOT_DISTURB = "DoNotDisturb"
    """The person does not want to be disturbed."""

    IDLE_BUSY = "IdleBusy"
    """The person is busy and has not touched the device for a while."""

    IDLE_ONLINE = "IdleOnline"
    """The person is available but has not touched the device for a while."""

    OFFLINE = "Offline"
    """The person is offline."""

    ONLINE = "Online"
    """The person is available."""


class BandwidthControlPolicy(StrEnum):
    """Whether the use of bandwidth is controlled, and whether this is in report mode.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/bandwidthcontrolpolicy_ref
    """

    OFF = "Off"
    """Bandwidth control is switched off."""

    OFF_REPORT_MODE = "OffReportMode"
    """Bandwidth control is switched off, in report mode."""

    ON = "On"
    """Bandwidth control is switched on."""

    ON_REPORT_MODE = "OnReportMode"
    """Bandwidth control is switched on, in report mode."""


class CallDeclineReason(StrEnum):
    """Why a call is declined, and whether on one endpoint or on all.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/calldeclinereason_ref
    """

    CODEC_MISMATCH = "CodecMismatch"
    """The two sides have no codec that fits."""

    ENCRYPTION_MISMATCH = "EncryptionMismatch"
    """The two sides could not negotiate media encryption (SRTP)."""

    GLOBAL = "Global"
    """The user declines the call on all of the user's endpoints."""

    INSUFFICIENT_BANDWIDTH = "InsufficientBandwidth"
    """There is too little bandwidth for the call."""

    INSUFFICIENT_BANDWIDTH_REROUTE_OVER_PSTN = "InsufficientBandwidthRerouteOverPstn"
    """There is too little bandwidth, and the call is to be redirected to the telephone network."""

    INVALID_MEDIA_OFFER = "InvalidMediaOffer"
    """The media offer holds an SDP that is not valid."""

    IPV6_NOT_SUPPORTED = "IPv6NotSupported"
    """IPv6 cannot be used here."""

    LOCAL = "Local"
    """This endpoint alone declines the call."""

    MEDIA_ALLOCATION_FAILURE = "MediaAllocationFailure"
    """Media for the call could not be allocated."""

    MEDIA_CONNECTIVITY_FAILURE = "MediaConnectivityFailure"
    """No media connection could be made."""

    UNKNOWN = "Unknown"
    """No reason was given."""

    UNSUPPORTED_MEDIA = "UnsupportedMedia"
    """The media could not be negotiated."""


class CallForwardingState(StrEnum):
    """Whether and how incoming calls are forwarded.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/callforwardingstate_ref
    """

    IMMEDIATE_FORWARD = "ImmediateForward"
    """Calls go straight to the target; the work phone does not ring."""

    SIMULTANEOUS_RING = "SimultaneousRing"
    """Calls ring the work phone and another phone or person together."""

    NONE = "None"
    """Calls are not forwarded."""


class CallState(StrEnum):
    """The state of a call.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/callstate_ref
    """

    CONNECTED = "Connected"
    """The call is connected."""

    CONNECTING = "Connecting"
    """The call is being set up."""

    DISCONNECTED = "Disconnected"
    """The call has come to an end."""

    DISCONNECTING = "Disconnecting"
    """The call is being disconnected."""

    TRANSFERRING = "Transferring"
    """The call is being transferred to another person."""


class CallTerminationReason(StrEnum):
    """Why a call ended.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/callterminationreason_ref
    """

    CALL_ESTABLISH_FAILURE_BOTH_INTERNAL = "CallEstablishFailureBothInternal"
    """The call was never set up, as media could not connect between two internal endpoints."""

    CALL_ESTABLISH_FAILURE_ONE_INTERNAL_ONE_EXTERNAL = "CallEstablishFailureOneInternalOneExternal"
    """The call was never set up, as media could not connect between an internal and a remote endpoint."""

    CANCEL = "Cancel"
    """The client cancelled the call."""

    CODEC_MISMATCH = "CodecMismatch"
    """The two sides have no codec that fits."""

    CONVERSATION_SUSPENDED_LOSS_NETWORK = "ConversationSuspendedLossNetwork"
    """The network was lost."""

    FAILED_START_AUDIO_STREAM = "FailedStartAudioStream"
    """The call was never set up, as its audio stream did not start."""

    INTERNAL_FAILURE = "InternalFailure"
    """The client ended the call after a fault of its own."""

    INVALID_MEDIA_ANSWER = "InvalidMediaAnswer"
    """The answer to the media offer holds an SDP that is not valid."""

    MEDIA_CONNECTIVITY_FAILURE = "MediaConnectivityFailure"
    """No media connection could be made."""

    MEDIA_TIMEOUT = "MediaTimeout"
    """Media did not arrive in time."""

    MID_CALL_FAILURE_BOTH_INTERNAL = "MidCallFailureBothInternal"
    """Media failed during the call, between two internal endpoints."""

    MID_CALL_FAILURE_ONE_INTERNAL_ONE_EXTERNAL = "MidCallFailureOneInternalOneExternal"
    """Media failed during the call, between an internal and a remote endpoint."""

    SHARER_LEFT_CONFERENCE = "SharerLeftConference"
    """Application sharing ended, as the sharer left the conference."""

    UNKNOWN = "Unknown"
    """No reason was given."""

    UNSUPPORTED_MEDIA = "UnsupportedMedia"
    """The media could not be negotiated."""

    USER_INITIATED_ACTION = "UserInitiatedAction"
    """The user ended the call."""


class ClientNetworkType(StrEnum):
    """Where the client is connected, seen from the corporate network.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/clientnetworktype_ref
    """

    EXTERNAL = "External"
    """The client is outside the corporate network."""

    INTERNAL = "Internal"
    """The client is on a site that the company has provisioned."""


class ContactDeviceType(StrEnum):
    """The kind of device on which the contact is active now.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contactdevicetype_ref
    """

    DESK_PHONE = "DeskPhone"
    """The contact uses a desk phone."""

    MOBILE = "Mobile"
    """The contact uses a smartphone."""

    PC = "PC"
    """The contact uses a desktop or laptop computer."""

    UNKNOWN = "Unknown"
    """The device is not known."""

    WEB = "Web"
    """The contact uses a web browser."""


class ContactType(StrEnum):
    """What kind of contact this is, a person or a thing.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contacttype_ref
    """

    BOT = "Bot"
    """The contact is a program."""

    PHONE = "Phone"
    """The contact is a phone."""

    REPLAY_BOT = "ReplayBot"
    """The name suggests a replay bot, but the reference calls it a user."""

    USER = "User"
    """The contact is a person."""


class ConversationLogStatus(StrEnum):
    """Whether a past conversation was answered.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationlogstatus_ref
    """

    ARCHIVED = "Archived"
    """The conversation was answered."""

    MISSED = "Missed"
    """The conversation was not answered."""


class ConversationLogType(StrEnum):
    """What kind of conversation a log entry is about.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationlogtype_ref
    """

    APP_SHARING_LOG = "AppSharingLog"
    """The entry is about application sharing."""

    AUDIO_LOG = "AudioLog"
    """The entry is about an audio call."""

    CONFERENCE_LOG = "ConferenceLog"
    """The entry is about a conference."""

    MESSAGE_LOG = "MessageLog"
    """The entry is about instant messages."""

    UNKNOWN_LOG = "UnknownLog"
    """It is not known what the entry is about."""

    VIDEO_LOG = "VideoLog"
    """The entry is about a video call."""


class ConversationModalityType(StrEnum):
    """A way of communicating that can be active in a conversation.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationmodalitytype_ref
    """

    APPLICATION_SHARING = "ApplicationSharing"
    """The screen or a program is shared."""

    AUDIO = "Audio"
    """The participants talk to each other."""

    DATA_COLLABORATION = "DataCollaboration"
    """The participants work together on data."""

    MESSAGING = "Messaging"
    """The participants exchange instant messages."""

    PANORAMIC_VIDEO = "PanoramicVideo"
    """A panoramic video is shown."""

    VIDEO = "Video"
    """The participants see each other."""


class ConversationState(StrEnum):
    """The state of a conversation.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationstate_ref
    """

    CONFERENCED = "Conferenced"
    """The conversation has become a conference."""

    CONFERENCING = "Conferencing"
    """The conversation is being turned into a conference."""

    CONNECTED = "Connected"
    """The conversation is under way."""

    CONNECTING = "Connecting"
    """The conversation is being set up."""

    DISCONNECTED = "Disconnected"
    """The conversation has come to an end."""

    DISCONNECTING = "Disconnecting"
    """The conversation is being ended."""

    INCOMING = "Incoming"
    """The conversation is coming in."""

    IN_LOBBY = "InLobby"
    """The user waits in the lobby."""


class Direction(StrEnum):
    """Whether a call, message or the like came in or went out.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/direction_ref
    """

    INCOMING = "Incoming"
    """It came in to the user."""

    OUTGOING = "Outgoing"
    """It went out from the user."""


class EnforcementPolicy(StrEnum):
    """How strictly a policy is applied.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/enforcementpolicy_ref
    """

    ENFORCED = "Enforced"
    """The policy must be followed."""

    NOT_SUPPORTED = "NotSupported"
    """The policy cannot be used."""

    SUPPORTED = "Supported"
    """The policy can be used but is not enforced."""


class EntryExitAnnouncement(StrEnum):
    """Whether a meeting says in audio who has joined; change it only where the meeting supports that.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/entryexitannouncement_ref
    """

    DISABLED = "Disabled"
    """People who join are not announced."""

    ENABLED = "Enabled"
    """The names of those who join are announced."""

    UNSUPPORTED = "Unsupported"
    """The setting cannot be changed, as on servers older than Lync Server 2010."""


class ErrorCode(StrEnum):
    """The general kind of a failure, or of a message about what happened.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/errorcode_ref
    """

    BAD_REQUEST = "BadRequest"
    """The request is wrong."""

    CONFLICT = "Conflict"
    """The request does not fit the current state of the resource."""

    ENTITY_TOO_LARGE = "EntityTooLarge"
    """The request is bigger than the server allows."""

    EXCHANGE_SERVICE_FAILURE = "ExchangeServiceFailure"
    """Exchange did not answer in time or gave a malformed answer; no HTTP status stands for it."""

    FORBIDDEN = "Forbidden"
    """The server refuses to do this for the user."""

    GATEWAY_TIMEOUT = "GatewayTimeout"
    """A server behind this one did not answer in time."""

    GONE = "Gone"
    """The resource is gone for good, so trying again is of no use."""

    INFORMATIONAL = "Informational"
    """Nothing failed; the subcode tells what happened."""

    LOCAL_FAILURE = "LocalFailure"
    """The operation failed on the user's own side."""

    METHOD_NOT_ALLOWED = "MethodNotAllowed"
    """The resource does not have this HTTP method."""

    NOT_ACCEPTABLE = "NotAcceptable"
    """The request cannot be accepted in this place."""

    NOT_FOUND = "NotFound"
    """There is no such resource."""

    PRECONDITION_FAILED = "PreconditionFailed"
    """A condition of the request does not hold, for example its ETag is out of date."""

    PRECONDITION_REQUIRED = "PreconditionRequired"
    """The request must carry a condition."""

    REMOTE_FAILURE = "RemoteFailure"
    """The operation failed on the other side."""

    SERVICE_FAILURE = "ServiceFailure"
    """Something went wrong inside the service."""

    SERVICE_UNAVAILABLE = "ServiceUnavailable"
    """The service cannot be used at the moment."""

    TIMEOUT = "Timeout"
    """The operation took too long."""

    TOO_MANY_REQUESTS = "TooManyRequests"
    """Too many requests are under way."""

    UNSUPPORTED_MEDIA_TYPE = "UnsupportedMediaType"
    """The server does not take content of this type."""


class ErrorSubcode(StrEnum):
    """What exactly went wrong or happened; new values can appear at any time.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/errorsubcode_ref
    """

    ALREADY_EXISTS = "AlreadyExists"
    """The resource to create exists already."""

    ANONYMOUS_NOT_ALLOWED = "AnonymousNotAllowed"
    """Anonymous users may not do this."""

    ANOTHER_OPERATION_PENDING = "AnotherOperationPending"
    """An earlier operation has not finished yet."""

    API_VERSION_NOT_SUPPORTED = "APIVersionNotSupported"
    """The server does not have the requested version of the API."""

    APPLICATION_NOT_FOUND = "ApplicationNotFound"
    """The application does not exist and has to be created again."""

    ATTENDEE_NOT_ALLOWED = "AttendeeNotAllowed"
    """Attendees may not do this, for instance after a demotion."""

    AUTO_ACCEPTED = "AutoAccepted"
    """The invitation was accepted automatically."""

    BUSY = "Busy"
    """The other side is too busy for the request."""

    CALLBACK_URI_UNREACHABLE = "CallbackUriUnreachable"
    """The callback address that the application gave cannot be reached."""

    CALL_TERMINATED = "CallTerminated"
    """The call has been ended."""

    CANCELED = "Canceled"
    """The request was cancelled."""

    CONNECTED_ELSEWHERE = "ConnectedElsewhere"
    """The call was taken on another endpoint."""

    CONVERSATION_NOT_FOUND = "ConversationNotFound"
    """There is no such conversation."""

    DECLINED = "Declined"
    """The call was declined."""

    DEMOTED = "Demoted"
    """The participant is no longer a leader."""

    DENIED = "Denied"
    """The participant was refused while waiting in the lobby."""

    DERIVED_CONVERSATION = "DerivedConversation"
    """A new conversation was derived from this one."""

    DESERIALIZATION_FAILURE = "DeserializationFailure"
    """The request body cannot be read."""

    DESTINATION_NOT_FOUND = "DestinationNotFound"
    """The person who was addressed does not exist."""

    DIALOUT_NOT_ALLOWED = "DialoutNotAllowed"
    """Calling out to a phone is not permitted."""

    DO_NOT_DISTURB = "DoNotDisturb"
    """The person called does not want to be disturbed."""

    EJECTED = "Ejected"
    """The user was ejected from the conference."""

    ENDED = "Ended"
    """The conference is over."""

    ESCALATION_FAILED = "EscalationFailed"
    """The conversation could not be turned into a conference."""

    EXCHANGE_TIMEOUT = "ExchangeTimeout"
    """Exchange did not answer in time."""

    EXPIRED = "Expired"
    """A parked audio and video session timed out."""

    FEDERATION_REQUIRED = "FederationRequired"
    """The two organizations are not federated."""

    FORWARDED = "Forwarded"
    """The call was forwarded locally."""

    INACTIVE_APPLICATION_EXPIRED = "InactiveApplicationExpired"
    """The application was idle for too long and has expired."""

    INSUFFICIENT_BANDWIDTH = "InsufficientBandwidth"
    """The outgoing call lacks the bandwidth that it needs."""

    INVALID_MEDIA_DESCRIPTION = "InvalidMediaDescription"
    """The media description that was sent is wrong."""

    INVITEES_ONLY = "InviteesOnly"
    """Only people who were invited may enter."""

    IPV6_NOT_SUPPORTED = "IPv6NotSupported"
    """The other side cannot use IPv6 addresses."""

    LIMIT_EXCEEDED = "LimitExceeded"
    """A limit set by the server has been exceeded."""

    LIS_SERVICE_UNAVAILABLE = "LisServiceUnavailable"
    """The Location Information Service cannot be used now."""

    MAKE_ME_AVAILABLE_REQUIRED = "MakeMeAvailableRequired"
    """The user has to be made available (makeMeAvailable) before this is possible."""

    MEDIA_ENCRYPTION_MISMATCH = "MediaEncryptionMismatch"
    """The clients on the two sides encrypt media in ways that do not fit."""

    MEDIA_ENCRYPTION_NOT_SUPPORTED = "MediaEncryptionNotSupported"
    """Media encryption, which the client requires, is not possible."""

    MEDIA_ENCRYPTION_REQUIRED = "MediaEncryptionRequired"
    """Media can only be set up with encryption."""

    MEDIA_FAILURE = "MediaFailure"
    """The media have failed."""

    MEDIA_FALLBACK = "MediaFallback"
    """The fallback logic takes care of the incoming media."""

    MEDIA_NEGOTIATION_FAILURE = "MediaNegotiationFailure"
    """The two sides could not agree on media."""

    MEDIA_NEGOTIATION_TIME_OUT = "MediaNegotiationTimeOut"
    """The two sides did not agree on media in time."""

    MIGRATION_IN_PROGRESS = "MigrationInProgress"
    """The contact list is being migrated and can only be read until that is done."""

    MISSED = "Missed"
    """The call was not answered."""

    MODALITY_NOT_SUPPORTED = "ModalityNotSupported"
    """This way of communicating is not supported."""

    NEW_CONTENT_SHARER = "NewContentSharer"
    """The call ended because another presenter began to share."""

    NO_DELEGATES_CONFIGURED = "NoDelegatesConfigured"
    """No delegates are set up for the user."""

    NO_LOCATION_FOUND = "NoLocationFound"
    """The Location Information Service found no location that fits."""

    NORMALIZATION_FAILED = "NormalizationFailed"
    """The phone number could not be brought into normal form."""

    NOT_ACCEPTABLE = "NotAcceptable"
    """The other client cannot take the call now or in this situation."""

    NOT_ALLOWED = "NotAllowed"
    """A policy does not allow the other side to process the request."""

    NO_TEAM_MEMBERS_CONFIGURED = "NoTeamMembersConfigured"
    """The user's team has no members."""

    OPERATION_NOT_SUPPORTED = "OperationNotSupported"
    """The operation cannot be done at the moment."""

    PARAMETER_VALIDATION_FAILURE = "ParameterValidationFailure"
    """A parameter, or the content type of a message, is not valid."""

    P_GET_REPLACED = "PGetReplaced"
    """A newer request to the event channel replaced this one."""

    PHONE_NUMBER_CONFLICT = "PhoneNumberConflict"
    """Several users have the phone number that was called."""

    PROVISIONING_DATA_UNAVAILABLE = "ProvisioningDataUnavailable"
    """The user's provisioning data cannot be fetched."""

    PSTN_CALL_FAILED = "PstnCallFailed"
    """The number set to ring along for a mobile user could not be reached."""

    REDIRECTED = "Redirected"
    """The invitation went on to another participant."""

    REMOVED = "Removed"
    """The user was taken out of the conference server (MCU)."""

    REPLACED = "Replaced"
    """Another modality replaced this one."""

    REPLIED_WITH_OTHER_MODALITY = "RepliedWithOtherModality"
    """The person called answers in another way, for instance by message or phone."""

    SESSION_SWITCHED = "SessionSwitched"
    """The call has moved to another session."""

    TEMPORARILY_UNAVAILABLE = "TemporarilyUnavailable"
    """The conference server (MCU) is shutting down."""

    THREAD_ID_ALREADY_EXISTS = "ThreadIdAlreadyExists"
    """There is a conversation with this thread ID already."""

    TIMEOUT = "Timeout"
    """The service did not answer in time."""

    TOO_MANY_APPLICATIONS = "TooManyApplications"
    """The limit on applications has been reached."""

    TOO_MANY_CONTACTS = "TooManyContacts"
    """The limit on contacts has been reached."""

    TOO_MANY_CONVERSATIONS = "TooManyConversations"
    """The limit on conversations has been reached."""

    TOO_MANY_GROUPS = "TooManyGroups"
    """The limit on groups has been reached."""

    TOO_MANY_LOBBY_PARTICIPANTS = "TooManyLobbyParticipants"
    """The lobby is full."""

    TOO_MANY_ONLINE_MEETINGS = "TooManyOnlineMeetings"
    """The limit on the user's online meetings has been reached."""

    TOO_MANY_PARTICIPANTS = "TooManyParticipants"
    """There is no room for another participant."""

    TRANSFER_DECLINED = "TransferDeclined"
    """The person who was to be transferred declined."""

    TRANSFERRED = "Transferred"
    """The call was transferred to another person."""

    TRANSFER_TARGET_DECLINED = "TransferTargetDeclined"
    """The person to whom the call was transferred declined it."""

    UNAVAILABLE = "Unavailable"
    """The factory has no conference server (MCU) available."""

    UNREACHABLE = "Unreachable"
    """The person called cannot be reached."""

    UNSUPPORTED_MEDIA_TYPE = "UnsupportedMediaType"
    """The server does not take content of this type."""

    USER_AGENT_NOT_ALLOWED = "UserAgentNotAllowed"
    """Clients with this user agent are not allowed."""

    NONE = "None"
    """There is no subcode."""

    MAX_EVENT_COUNT_REACHED = "MaxEventCountReached"
    """The largest number of events has been reached."""

    CALLBACK_CHANNEL_ERROR = "CallbackChannelError"
    """The remote event channel cannot be reached."""

    INVALID_EXCHANGE_SERVER_VERSION = "InvalidExchangeServerVersion"
    """The Exchange server's version is not valid; the mailbox may have moved to an unsupported one."""

    UNPROCESSABLE_ENTITY = "UnprocessableEntity"
    """The request can be read, but what it asks cannot be processed."""

    CANNOT_REDIRECT = "CannotRedirect"
    """There is no backup pool to redirect the request to."""


class ErrorTranscriptReason(StrEnum):
    """Why a transcript has an error in place of an entry.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/errortranscriptreason_ref
    """

    TRANSCRIPTION_FAILED = "TranscriptionFailed"
    """The conversation could not be transcribed."""


class GenericPolicy(StrEnum):
    """Whether a policy allows something.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/genericpolicy_ref
    """

    DISABLED = "Disabled"
    """The policy is switched off."""

    ENABLED = "Enabled"
    """The policy is switched on."""

    NONE = "None"
    """The policy is not set."""


class ImmediateForwardSettingsTarget(StrEnum):
    """Where calls go when they are forwarded at once, without ringing the user's own number.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/immediateforwardsettingstarget_ref
    """

    CONTACT = "Contact"
    """Calls go to a contact or number of the user's choice."""

    DELEGATES = "Delegates"
    """Calls go to the user's delegates."""

    VOICEMAIL = "Voicemail"
    """Calls go to the user's voicemail."""

    NONE = "None"
    """No target has been set."""


class Importance(StrEnum):
    """The urgency of a conversation or call.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/importance_ref
    """

    EMERGENCY = "Emergency"
    """It is an emergency."""

    NORMAL = "Normal"
    """It has normal urgency."""

    URGENT = "Urgent"
    """It is urgent."""


class InvitationState(StrEnum):
    """The state of an outgoing call or invitation.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/invitationstate_ref
    """

    ALERTING = "Alerting"
    """The call is alerting the other side."""

    CANCELLED = "Cancelled"
    """The caller has withdrawn the call."""

    CONNECTED = "Connected"
    """The call is connected."""

    CONNECTING = "Connecting"
    """The call is being set up."""

    DECLINED = "Declined"
    """The other side has declined the call."""

    FAILED = "Failed"
    """The call could not be set up."""

    FORWARDED = "Forwarded"
    """The call was forwarded to another person."""

    TEAM_RING = "TeamRing"
    """The call is ringing the team of the person called."""


class LargeMeetingMode(StrEnum):
    """Whether an online meeting counts as a large one.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/largemeetingmode_ref
    """

    DISABLED = "Disabled"
    """The meeting is an ordinary one."""

    ENABLED = "Enabled"
    """The meeting usually has a great many participants."""

    UNKNOWN = "Unknown"
    """It is not known which kind of meeting this is."""


class LisQueryResultEnum(StrEnum):
    """The outcome of a query to the Location Information Service (LIS).

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/lisqueryresultenum_ref
    """

    FAILED = "Failed"
    """The query failed."""

    SUCCEEDED = "Succeeded"
    """The query was answered."""


class LobbyBypassForPhoneUsers(StrEnum):
    """Whether people who dial in by phone skip the lobby; in a locked meeting they do not.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/lobbybypassforphoneusers_ref
    """

    DISABLED = "Disabled"
    """People who dial in do not skip the lobby."""

    ENABLED = "Enabled"
    """Callers who arrive through a voice gateway, such as telephone users, skip the lobby."""


class LocationRequiredEnum(StrEnum):
    """Whether an emergency (E911) call has to carry a location.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/locationrequiredenum_ref
    """

    DISCLAIMER = "Disclaimer"
    """A location is asked for with an alert; users who go on without one see the emergency disclaimer."""

    NO = "No"
    """A location may be left out; that is ignored."""

    YES = "Yes"
    """A location has to be given; without one the client alerts the user and asks for it."""


class MediaDirectionType(StrEnum):
    """The direction in which media flow through a channel.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mediadirectiontype_ref
    """

    INACTIVE = "Inactive"
    """Media do not flow at all."""

    RECEIVE_ONLY = "ReceiveOnly"
    """Media only come in."""

    SEND_ONLY = "SendOnly"
    """Media only go out."""

    SEND_RECEIVE = "SendReceive"
    """Media come in and go out."""

    UNKNOWN = "Unknown"
    """It is not known in which direction media flow."""


class MessageFormat(StrEnum):
    """The format of the text of an instant message.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/messageformat_ref
    """

    HTML = "Html"
    """The text is written in HTML."""

    PLAIN = "Plain"
    """The text has no markup."""


class ModalityType(StrEnum):
    """A way in which people communicate.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/modalitytype_ref
    """

    AUDIO = "Audio"
    """People talk over IP."""

    MESSAGING = "Messaging"
    """People exchange instant messages."""

    PANORAMIC_VIDEO = "PanoramicVideo"
    """A panoramic video is shown."""

    PHONE_AUDIO = "PhoneAudio"
    """People talk over the telephone network."""

    VIDEO = "Video"
    """People see each other."""

    APPLICATION_SHARING = "ApplicationSharing"
    """The screen or a program is shared."""

    DATA_COLLABORATION = "DataCollaboration"
    """People work together on data."""


class MuteStatus(StrEnum):
    """Whether audio or video is muted.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mutestatus_ref
    """

    MUTED = "Muted"
    """Nothing of this medium is passed on."""

    UNMUTED = "Unmuted"
    """The medium is passed on."""


class NoteType(StrEnum):
    """Where a note comes from; personal by default.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/notetype_ref
    """

    OUT_OF_OFFICE = "OutOfOffice"
    """The note is the out-of-office text from Exchange."""

    PERSONAL = "Personal"
    """The note was written by the user in Skype for Business."""


class OnlineMeetingExtensionType(StrEnum):
    """Who gets the data of a meeting extension.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeetingextensiontype_ref
    """

    ROAMED_ORGANIZER_DATA = "RoamedOrganizerData"
    """Only the organizer gets the data."""

    ROAMED_PARTICIPANT_DATA = "RoamedParticipantData"
    """Every participant gets the data."""

    UNDEFINED = "Undefined"
    """Nothing has been set."""


class OnlineMeetingRel(StrEnum):
    """The link to the meeting that the user schedules by default.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeetingrel_ref
    """

    MY_ASSIGNED_ONLINE_MEETING = "myAssignedOnlineMeeting"
    """The user has a standing meeting, found behind the link `myAssignedOnlineMeeting`."""

    MY_ONLINE_MEETINGS = "myOnlineMeetings"
    """A new meeting is made through the link `myOnlineMeetings`."""


class PhoneUserAdmission(StrEnum):
    """Whether people may dial in to a meeting by phone.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/phoneuseradmission_ref
    """

    DISABLED = "Disabled"
    """Dialling in is not allowed."""

    ENABLED = "Enabled"
    """Participants may dial in."""


class PreferredAvailability(StrEnum):
    """The availability that a user can choose to show.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/preferredavailability_ref
    """

    AWAY = "Away"
    """The user appears as away."""

    BE_RIGHT_BACK = "BeRightBack"
    """The user is away but will soon return."""

    BUSY = "Busy"
    """The user is busy."""

    DO_NOT_DISTURB = "DoNotDisturb"
    """The user does not want to be disturbed."""

    OFFWORK = "Offwork"
    """The user has finished work."""

    ONLINE = "Online"
    """The user is available."""


class PrivacyRelationshipLevel(StrEnum):
    """The privacy relationship of a contact, which decides how much the contact may see.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/privacyrelationshiplevel_ref
    """

    BLOCKED = "Blocked"
    """The contact is blocked and sees only the user's name and email address."""

    COLLEAGUES = "Colleagues"
    """The contact works for the same company."""

    EXTERNAL = "External"
    """The contact does not work for the company."""

    FRIENDS_AND_FAMILY = "FriendsAndFamily"
    """The contact is a friend or relative of the user."""

    UNKNOWN = "Unknown"
    """The privacy relationship is not known."""

    WORKGROUP = "Workgroup"
    """The contact works in the same team."""


class ReNegotiationDeclineReason(StrEnum):
    """Why a change of the media of a call is declined.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/renegotiationdeclinereason_ref
    """

    CONFLICT = "Conflict"
    """The client cannot process it just now."""

    ENCRYPTION_MISMATCH = "EncryptionMismatch"
    """The two sides could not negotiate media encryption (SRTP)."""

    INSUFFICIENT_BANDWIDTH = "InsufficientBandwidth"
    """There is too little bandwidth for the change."""

    INVALID_MEDIA_OFFER = "InvalidMediaOffer"
    """The media offer holds an SDP that is not valid."""

    IPV6_NOT_SUPPORTED = "IPv6NotSupported"
    """IPv6 cannot be used here."""

    MEDIA_ALLOCATION_FAILURE = "MediaAllocationFailure"
    """Media for the call could not be allocated."""

    UNKNOWN = "Unknown"
    """No reason was given."""

    UNSUPPORTED_MEDIA = "UnsupportedMedia"
    """The media could not be negotiated."""


class RelayLocation(StrEnum):
    """The side from which a media relay can be reached.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/relaylocation_ref
    """

    ALL = "All"
    """It can be reached from inside and outside."""

    INTERNET = "Internet"
    """It can be reached from outside, over the internet."""

    INTRANET = "Intranet"
    """It can be reached from inside the company network."""


class RequirementPolicy(StrEnum):
    """Whether something has to be used.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/requirementpolicy_ref
    """

    NOT_REQUIRED = "NotRequired"
    """It can be left out."""

    REQUIRED = "Required"
    """It has to be used."""


class Role(StrEnum):
    """The role of a participant in a meeting.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/role_ref
    """

    ATTENDEE = "Attendee"
    """The participant only attends."""

    LEADER = "Leader"
    """The participant leads the meeting."""

    UNKNOWN = "Unknown"
    """It is not known what the participant may do."""


class SessionState(StrEnum):
    """The state of a media session.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/sessionstate_ref
    """

    ESTABLISHED = "Established"
    """The session is connected."""

    ESTABLISHING = "Establishing"
    """The session is being set up."""

    SUSPENDED = "Suspended"
    """The session is paused."""


class SimultaneousRingTarget(StrEnum):
    """Whose phones ring together with the user's.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/simultaneousringtarget_ref
    """

    CONTACT = "Contact"
    """The phone of a contact or number of the user's choice rings."""

    DELEGATES = "Delegates"
    """The phones of the user's delegates ring."""

    TEAM = "Team"
    """The phones of the other members of the user's team ring."""

    NONE = "None"
    """Only the user's own phones ring."""


class SourceNetwork(StrEnum):
    """The network from which a person communicates, seen from the user's company.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/sourcenetwork_ref
    """

    EVERYONE = "Everyone"
    """Stands for same enterprise, federated and public cloud together."""

    FEDERATED = "Federated"
    """The person belongs to an organization that is federated with the user's."""

    PUBLIC_CLOUD = "PublicCloud"
    """The person uses a public service on the internet."""

    SAME_ENTERPRISE = "SameEnterprise"
    """The person belongs to the user's own company."""

    UNKNOWN = "Unknown"
    """It is not known which network the person uses."""


class Status(StrEnum):
    """Whether a job, such as the delivery of a message, is done.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/status_ref
    """

    FAILED = "Failed"
    """The job could not be done."""

    PENDING = "Pending"
    """The job is still to be done."""

    SUCCEEDED = "Succeeded"
    """The job has been done."""


class SubscriptionState(StrEnum):
    """Whether a subscription brings notifications.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/subscriptionstate_ref
    """

    CONNECTED = "Connected"
    """All changes to the subscribed resources are notified."""

    CONNECTING = "Connecting"
    """The subscription is being set up; nothing is notified yet."""

    DISCONNECTED = "Disconnected"
    """Changes are no longer notified."""

    DISCONNECTING = "Disconnecting"
    """The subscription is coming to its end."""


class UnansweredCallHandling(StrEnum):
    """Whether unanswered calls are forwarded.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/unansweredcallhandling_ref
    """

    DISABLED = "Disabled"
    """They are not forwarded; this is the default unless calls are forwarded at once (ImmediateForward)."""

    ENABLED = "Enabled"
    """They are forwarded to a target."""


class UnansweredCallHandlingTarget(StrEnum):
    """The target of unanswered calls.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/unansweredcallhandlingtarget_ref
    """

    CONTACT = "Contact"
    """They go to a contact or number of the user's choice."""

    VOICEMAIL = "Voicemail"
    """They go to the user's voicemail."""

    NONE = "None"
    """No target has been set."""


class VideoSourcesAllowed(StrEnum):
    """Who may show video in an online meeting.

    Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/videosourcesallowed_ref
    """

    EVERYONE = "Everyone"
    """All participants may show video."""

    ONE_PARTICIPANT = "OneParticipant"
    """Only one chosen participant may show video."""

    PRESENTERS_ONLY = "PresentersOnly"
    """Only the presenters may show video."""

    UNKNOWN = "Unknown"
    """It is not known who may show video."""
