# Made by ucwagen from specs/resources/policies.yaml. Do not edit: change the spec and build again.
"""`policies`: What the administrator allows or expects of the user's application; users cannot change it.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/policies_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
Events: updated (medium, from policies)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["Policies", "PoliciesLink", "PoliciesLinks"]


class PoliciesLinks(Links):
    """Where `policies` leads."""

    self: One[PoliciesLink] = wire.one("self", "policies.PoliciesLink")
    """The resource itself."""


class Policies(State, rel="policies"):
    """What the administrator allows or expects of the user's application; users cannot change it."""

    links: View[PoliciesLinks] = View(PoliciesLinks)

    allow_device_contacts_sync: EnumProperty[enums.GenericPolicy] = wire.enum(
        "allowDeviceContactsSync", "enums.GenericPolicy"
    )
    """Whether mobile applications may synchronise the contacts on the device."""

    audio_only_on_wifi: EnumProperty[enums.GenericPolicy] = wire.enum("audioOnlyOnWifi", "enums.GenericPolicy")
    """Whether audio is limited to Wi-Fi."""

    call_log_archiving: EnumProperty[enums.GenericPolicy] = wire.enum("callLogArchiving", "enums.GenericPolicy")
    """Whether the client keeps call logs by default; if disabled, offer the user no way to turn that on."""

    customer_experience_improvement_program: EnumProperty[enums.GenericPolicy] = wire.enum(
        "customerExperienceImprovementProgram", "enums.GenericPolicy"
    )
    """Whether mobile users can contribute to Microsoft's Customer Experience Improvement Program; applications need
    not behave differently."""

    emergency_dial_mask = wire.text("emergencyDialMask")
    """Another emergency number, for which emergencyDialString is dialled."""

    emergency_dial_string = wire.text("emergencyDialString")
    """The emergency number to dial, for example 911, also when the user enters emergencyDialMask."""

    emergency_numbers = wire.texts("emergencyNumbers")
    """Pairs of an emergency number and its dial masks, separated by semicolons; where supported, they overrule
    emergencyDialString."""

    emergency_service_disclaimer = wire.text("emergencyServiceDisclaimer")
    """The administrator's warning to show if no location was found and locationRequired is Disclaimer."""

    emoticons: EnumProperty[enums.GenericPolicy] = wire.enum("emoticons", "enums.GenericPolicy")
    """Whether messages may hold emoticons; if disabled, they are delivered as text."""

    encrypt_app_data: EnumProperty[enums.GenericPolicy] = wire.enum("encryptAppData", "enums.GenericPolicy")
    """Whether mobile applications can encrypt data."""

    client_exchange_connectivity: EnumProperty[enums.GenericPolicy] = wire.enum(
        "clientExchangeConnectivity", "enums.GenericPolicy"
    )
    """Whether the mobile client may connect to Exchange."""

    exchange_unified_messaging: EnumProperty[enums.GenericPolicy] = wire.enum(
        "exchangeUnifiedMessaging", "enums.GenericPolicy"
    )
    """Whether Exchange Unified Messaging keeps the user's contacts and voicemail; applications need no change."""

    help_environment = wire.text("helpEnvironment")
    """Opaque text that tells the client which help to show; Office365g for Gallatin, otherwise not set."""

    html_messaging: EnumProperty[enums.GenericPolicy] = wire.enum("htmlMessaging", "enums.GenericPolicy")
    """Whether messages may be sent as HTML."""

    location_refresh_interval = wire.integer("locationRefreshInterval")
    """Hours after which the client fetches its location from the Location Information Service (LIS) again."""

    location_required: EnumProperty[enums.LocationRequiredEnum] = wire.enum(
        "locationRequired", "enums.LocationRequiredEnum"
    )
    """Whether an emergency call has to carry a location."""

    logging: EnumProperty[enums.GenericPolicy] = wire.enum("logging", "enums.GenericPolicy")
    """Whether the client writes logs by default; if enabled, offer the user no way to turn that off."""

    logging_level = wire.text("loggingLevel")
    """Log level of the client, set by the administrator."""

    message_archiving: EnumProperty[enums.GenericPolicy] = wire.enum("messageArchiving", "enums.GenericPolicy")
    """Whether the client archives messages by default; if disabled, offer the user no way to turn that on."""

    messaging_urls: EnumProperty[enums.GenericPolicy] = wire.enum("messagingUrls", "enums.GenericPolicy")
    """Whether web addresses in messages can be clicked."""

    multi_view_join: EnumProperty[enums.GenericPolicy] = wire.enum("multiViewJoin", "enums.GenericPolicy")
    """Whether the client can join with multi-view video."""

    online_feedback_url = wire.text("onlineFeedbackUrl")
    """Web address for online feedback, as set by policy."""

    photos: EnumProperty[enums.GenericPolicy] = wire.enum("photos", "enums.GenericPolicy")
    """Whether the photos of the organization's contacts are shown."""

    save_call_logs: EnumProperty[enums.GenericPolicy] = wire.enum("saveCallLogs", "enums.GenericPolicy")
    """Whether call logs may be stored on the mobile device; allowed by default."""

    save_credentials: EnumProperty[enums.GenericPolicy] = wire.enum("saveCredentials", "enums.GenericPolicy")
    """Whether users may store their credentials on the mobile device; allowed by default."""

    save_messaging_history: EnumProperty[enums.GenericPolicy] = wire.enum("saveMessagingHistory", "enums.GenericPolicy")
    """Whether the history of messages may be stored on the mobile device; allowed by default."""

    send_feedback_url = wire.text("sendFeedbackUrl")
    """Web address for sending feedback, as set by policy."""

    sharing_only_on_wifi: EnumProperty[enums.GenericPolicy] = wire.enum("sharingOnlyOnWifi", "enums.GenericPolicy")
    """Whether sharing is limited to Wi-Fi."""

    software_quality_metrics: EnumProperty[enums.GenericPolicy] = wire.enum(
        "softwareQualityMetrics", "enums.GenericPolicy"
    )
    """Whether anonymous quality data are collected, by which Microsoft improves the product."""

    telephony_mode = wire.text("telephonyMode")
    """Which kinds of audio the user can use, and so whether calls over the telephone network are possible."""

    use_location_for_e911_only: EnumProperty[enums.GenericPolicy] = wire.enum(
        "useLocationForE911Only", "enums.GenericPolicy"
    )
    """Whether the location is sent only in emergency (E911) calls, and not also with presence."""

    video_only_on_wifi: EnumProperty[enums.GenericPolicy] = wire.enum("videoOnlyOnWifi", "enums.GenericPolicy")
    """Whether video is limited to Wi-Fi."""

    voicemail_uri = wire.text("voicemailUri")
    """Address to call for voicemail."""


_GET = Operation("GET", returns=wire.representation("policies.Policies"))


class PoliciesLink(Link, rel="policies"):
    """Leads to `Policies`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Policies]:
        """Read the policies.

        Gives the `Policies`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ServiceFailureProvisioningDataUnavailable`: The policies could not be fetched.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
