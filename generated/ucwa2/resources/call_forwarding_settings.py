# Made by ucwagen from specs/resources/callForwardingSettings.yaml. Do not edit: change the spec and build again.
"""`callForwardingSettings`: How the user's audio calls are forwarded or ring in several places.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/callforwardingsettings_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    UNSET,
    Call,
    Embedded,
    EnumProperty,
    Link,
    Links,
    One,
    OneState,
    Operation,
    Parameter,
    State,
    Unset,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums
    from .immediate_forward_settings import ImmediateForwardSettings
    from .simultaneous_ring_settings import SimultaneousRingSettings
    from .turn_off_call_forwarding import TurnOffCallForwardingLink
    from .unanswered_call_settings import UnansweredCallSettings

__all__ = [
    "CallForwardingSettings",
    "CallForwardingSettingsEmbedded",
    "CallForwardingSettingsLink",
    "CallForwardingSettingsLinks",
]


class CallForwardingSettingsLinks(Links):
    """Where `callForwardingSettings` leads."""

    self: One[CallForwardingSettingsLink] = wire.one("self", "call_forwarding_settings.CallForwardingSettingsLink")
    """The resource itself."""

    turn_off_call_forwarding: One[TurnOffCallForwardingLink] = wire.one(
        "turnOffCallForwarding", "turn_off_call_forwarding.TurnOffCallForwardingLink"
    )
    """Turns call forwarding off, so that calls ring at work and unanswered ones go to voicemail."""


class CallForwardingSettingsEmbedded(Embedded):
    """What `callForwardingSettings` holds."""

    immediate_forward_settings: OneState[ImmediateForwardSettings] = wire.one_state(
        "immediateForwardSettings", "immediate_forward_settings.ImmediateForwardSettings"
    )
    """The settings for forwarding the user's calls at once, without ringing the work number."""

    simultaneous_ring_settings: OneState[SimultaneousRingSettings] = wire.one_state(
        "simultaneousRingSettings", "simultaneous_ring_settings.SimultaneousRingSettings"
    )
    """Which other phones ring when the user is called, and after what delay."""

    unanswered_call_settings: OneState[UnansweredCallSettings] = wire.one_state(
        "unansweredCallSettings", "unanswered_call_settings.UnansweredCallSettings"
    )
    """The target of the user's unanswered calls, and the time after which they go there."""


class CallForwardingSettings(State, rel="callForwardingSettings"):
    """How the user's audio calls are forwarded or ring in several places."""

    links: View[CallForwardingSettingsLinks] = View(CallForwardingSettingsLinks)
    embedded: View[CallForwardingSettingsEmbedded] = View(CallForwardingSettingsEmbedded)

    active_period: EnumProperty[enums.ActivePeriod] = wire.enum("activePeriod", "enums.ActivePeriod")
    """The hours during which the call forwarding settings apply."""

    active_setting: EnumProperty[enums.CallForwardingState] = wire.enum("activeSetting", "enums.CallForwardingState")
    """Whether and how incoming calls are forwarded."""

    unanswered_call_handling: EnumProperty[enums.UnansweredCallHandling] = wire.enum(
        "unansweredCallHandling", "enums.UnansweredCallHandling"
    )
    """Whether unanswered calls are forwarded; has no effect while ImmediateForward is active."""


_GET = Operation("GET", returns=wire.representation("call_forwarding_settings.CallForwardingSettings"))

_PUT = Operation(
    "PUT",
    Parameter("activePeriod", "enums.ActivePeriod"),
    Parameter("activeSetting", "enums.CallForwardingState"),
    Parameter("unansweredCallHandling", "enums.UnansweredCallHandling"),
    returns=wire.nothing(),
)


class CallForwardingSettingsLink(Link, rel="callForwardingSettings"):
    """Leads to `CallForwardingSettings`."""

    def get(self, *, if_none_match: Validator = None) -> Call[CallForwardingSettings]:
        """Read the settings for call forwarding.

        Gives the `CallForwardingSettings`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def put(
        self,
        base: CallForwardingSettings,
        *,
        active_period: enums.ActivePeriod | str | Unset | None = UNSET,
        active_setting: enums.CallForwardingState | str | Unset | None = UNSET,
        unanswered_call_handling: enums.UnansweredCallHandling | str | Unset | None = UNSET,
    ) -> Call[None]:
        """Change the settings for call forwarding.

        - base: The state to change, as it was read; what is not given stays as it is.
        - active_period: The hours during which the call forwarding settings apply.
        - active_setting: Whether and how incoming calls are forwarded.
        - unanswered_call_handling: Whether unanswered calls are forwarded; has no effect while ImmediateForward is
          active.

        Gives nothing. Raises the errors of any operation and of the groups `exchange-version`, `cannot-redirect`
        (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        """
        return self._put(
            _PUT,
            base,
            {
                "activePeriod": active_period,
                "activeSetting": active_setting,
                "unansweredCallHandling": unanswered_call_handling,
            },
        )
