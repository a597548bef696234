# Made by ucwagen from specs/resources/unansweredCallSettings.yaml. Do not edit: change the spec and build again.
"""`unansweredCallSettings`: The target of the user's unanswered calls, and the time after which they go there.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/unansweredcallsettings_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    UNSET,
    Call,
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
    from .. import enums
    from .contact import ContactLink
    from .reset_unanswered_call_settings import ResetUnansweredCallSettingsLink
    from .unanswered_call_to_contact import UnansweredCallToContactLink
    from .unanswered_call_to_voicemail import UnansweredCallToVoicemailLink

__all__ = ["UnansweredCallSettings", "UnansweredCallSettingsLink", "UnansweredCallSettingsLinks"]


class UnansweredCallSettingsLinks(Links):
    """Where `unansweredCallSettings` leads."""

    self: One[UnansweredCallSettingsLink] = wire.one("self", "unanswered_call_settings.UnansweredCallSettingsLink")
    """The resource itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""

    reset_unanswered_call_settings: One[ResetUnansweredCallSettingsLink] = wire.one(
        "resetUnansweredCallSettings", "reset_unanswered_call_settings.ResetUnansweredCallSettingsLink"
    )
    """Resets the handling of unanswered calls to the default, which is voicemail or, without it, nothing."""

    unanswered_call_to_contact: One[UnansweredCallToContactLink] = wire.one(
        "unansweredCallToContact", "unanswered_call_to_contact.UnansweredCallToContactLink"
    )
    """Forwards unanswered calls to a contact or number; present only if the user may do so."""

    unanswered_call_to_voicemail: One[UnansweredCallToVoicemailLink] = wire.one(
        "unansweredCallToVoicemail", "unanswered_call_to_voicemail.UnansweredCallToVoicemailLink"
    )
    """Forwards unanswered calls to the user's voicemail; present only if the user may do so."""


class UnansweredCallSettings(State, rel="unansweredCallSettings"):
    """The target of the user's unanswered calls, and the time after which they go there."""

    links: View[UnansweredCallSettingsLinks] = View(UnansweredCallSettingsLinks)

    ring_delay = wire.integer("ringDelay")
    """Seconds to wait for an answer before the call goes to the target."""

    target: EnumProperty[enums.UnansweredCallHandlingTarget] = wire.enum("target", "enums.UnansweredCallHandlingTarget")
    """Target of unanswered calls; voicemail by default."""


_GET = Operation("GET", returns=wire.representation("unanswered_call_settings.UnansweredCallSettings"))

_PUT = Operation(
    "PUT",
    Parameter("ringDelay", "integer", minimum=5, maximum=60),
    Parameter("target", "enums.UnansweredCallHandlingTarget"),
    returns=wire.nothing(),
)


class UnansweredCallSettingsLink(Link, rel="unansweredCallSettings"):
    """Leads to `UnansweredCallSettings`."""

    def get(self, *, if_none_match: Validator = None) -> Call[UnansweredCallSettings]:
        """Read the settings for unanswered calls.

        Gives the `UnansweredCallSettings`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice, or calls are forwarded at once (ImmediateForward).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def put(
        self,
        base: UnansweredCallSettings,
        *,
        ring_delay: int | Unset | None = UNSET,
        target: enums.UnansweredCallHandlingTarget | str | Unset | None = UNSET,
    ) -> Call[None]:
        """Change the settings for unanswered calls.

        - base: The state to change, as it was read; what is not given stays as it is.
        - ring_delay (from 5 to 60): Seconds to wait for an answer before the call goes to the target.
        - target: Target of unanswered calls; voicemail by default.

        Gives nothing. Raises the errors of any operation and of the groups `exchange-version`, `cannot-redirect`
        (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice, or calls are forwarded at once (ImmediateForward).
        """
        return self._put(_PUT, base, {"ringDelay": ring_delay, "target": target})
