# Made by ucwagen from specs/resources/mediaPolicies.yaml. Do not edit: change the spec and build again.
"""`mediaPolicies`: Settings for the client's media, most of them meant for the media stack itself.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mediapolicies_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["MediaPolicies", "MediaPoliciesLink", "MediaPoliciesLinks"]


class MediaPoliciesLinks(Links):
    """Where `mediaPolicies` leads."""

    self: One[MediaPoliciesLink] = wire.one("self", "media_policies.MediaPoliciesLink")
    """The resource itself."""


class MediaPolicies(State, rel="mediaPolicies"):
    """Settings for the client's media, most of them meant for the media stack itself."""

    links: View[MediaPoliciesLinks] = View(MediaPoliciesLinks)

    application_sharing_bit_rate = wire.text("applicationSharingBitRate")
    """Bit rate for application sharing."""

    application_sharing_encryption: EnumProperty[enums.EnforcementPolicy] = wire.enum(
        "applicationSharingEncryption", "enums.EnforcementPolicy"
    )
    """Whether application sharing is encrypted."""

    audio_bit_rate = wire.text("audioBitRate")
    """Bit rate for audio."""

    audio_bypass: EnumProperty[enums.GenericPolicy] = wire.enum("audioBypass", "enums.GenericPolicy")
    """Whether audio bypass is switched on."""

    audio_bypass_id = wire.text("audioBypassId")
    """Identifier for audio bypass."""

    audio_video_encryption: EnumProperty[enums.EnforcementPolicy] = wire.enum(
        "audioVideoEncryption", "enums.EnforcementPolicy"
    )
    """Whether audio and video between two applications are encrypted."""

    bandwidth_control: EnumProperty[enums.BandwidthControlPolicy] = wire.enum(
        "bandwidthControl", "enums.BandwidthControlPolicy"
    )
    """Whether the use of bandwidth is controlled, and whether this is in report mode."""

    external_audio_bypass_mode = wire.text("externalAudioBypassMode")
    """How audio bypass works towards the server's external side."""

    fips_compliant_media: EnumProperty[enums.RequirementPolicy] = wire.enum(
        "fipsCompliantMedia", "enums.RequirementPolicy"
    )
    """Whether the media stack uses algorithms approved by FIPS."""

    high_performance_application_sharing_in_online_meeting: EnumProperty[enums.GenericPolicy] = wire.enum(
        "highPerformanceApplicationSharingInOnlineMeeting", "enums.GenericPolicy"
    )
    """Whether meetings have application sharing of high performance."""

    internal_audio_bypass_mode = wire.text("internalAudioBypassMode")
    """How audio bypass works towards the server's internal side."""

    maximum_application_sharing_port = wire.integer("maximumApplicationSharingPort")
    """Highest port that application sharing may use."""

    maximum_audio_port = wire.integer("maximumAudioPort")
    """Highest port that audio may use."""

    maximum_video_port = wire.integer("maximumVideoPort")
    """Highest port that video may use."""

    maximum_video_rate_allowed = wire.text("maximumVideoRateAllowed")
    """Highest rate that video may have."""

    minimum_application_sharing_port = wire.integer("minimumApplicationSharingPort")
    """Lowest port that application sharing may use."""

    minimum_audio_port = wire.integer("minimumAudioPort")
    """Lowest port that audio may use."""

    minimum_video_port = wire.integer("minimumVideoPort")
    """Lowest port that video may use."""

    multi_view_join: EnumProperty[enums.GenericPolicy] = wire.enum("multiViewJoin", "enums.GenericPolicy")
    """Whether the client can join with multi-view video."""

    poor_device_warnings: EnumProperty[enums.GenericPolicy] = wire.enum("poorDeviceWarnings", "enums.GenericPolicy")
    """Whether warnings about poor devices are to be switched off, in the reference's words."""

    poor_network_warnings: EnumProperty[enums.GenericPolicy] = wire.enum("poorNetworkWarnings", "enums.GenericPolicy")
    """Whether warnings about a poor network are to be switched off, in the reference's words."""

    port_range: EnumProperty[enums.GenericPolicy] = wire.enum("portRange", "enums.GenericPolicy")
    """Whether a range of ports is in force."""

    quality_of_service: EnumProperty[enums.GenericPolicy] = wire.enum("qualityOfService", "enums.GenericPolicy")
    """Whether the client's media manager applies quality of service (QoS)."""

    total_received_video_bit_rate_kb = wire.text("totalReceivedVideoBitRateKB")
    """Highest bit rate for all the video that is received."""

    video: EnumProperty[enums.GenericPolicy] = wire.enum("video", "enums.GenericPolicy")
    """Whether the client may use video."""

    video_bit_rate = wire.text("videoBitRate")
    """Bit rate for video."""


_GET = Operation("GET", returns=wire.representation("media_policies.MediaPolicies"))


class MediaPoliciesLink(Link, rel="mediaPolicies"):
    """Leads to `MediaPolicies`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MediaPolicies]:
        """Read the settings.

        Gives the `MediaPolicies`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
