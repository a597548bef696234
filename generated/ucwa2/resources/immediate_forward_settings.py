# Made by ucwagen from specs/resources/immediateForwardSettings.yaml. Do not edit: change the spec and build again.
"""`immediateForwardSettings`: The settings for forwarding the user's calls at once, without ringing the work number.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/immediateforwardsettings_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .contact import ContactLink
    from .immediate_forward_to_contact import ImmediateForwardToContactLink
    from .immediate_forward_to_delegates import ImmediateForwardToDelegatesLink
    from .immediate_forward_to_voicemail import ImmediateForwardToVoicemailLink

__all__ = ["ImmediateForwardSettings", "ImmediateForwardSettingsLink", "ImmediateForwardSettingsLinks"]


class ImmediateForwardSettingsLinks(Links):
    """Where `immediateForwardSettings` leads."""

    self: One[ImmediateForwardSettingsLink] = wire.one(
        "self", "immediate_forward_settings.ImmediateForwardSettingsLink"
    )
    """The resource itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""

    immediate_forward_to_contact: One[ImmediateForwardToContactLink] = wire.one(
        "immediateForwardToContact", "immediate_forward_to_contact.ImmediateForwardToContactLink"
    )
    """Forwards all calls to one contact or number; present only if the user may do so."""

    immediate_forward_to_delegates: One[ImmediateForwardToDelegatesLink] = wire.one(
        "immediateForwardToDelegates", "immediate_forward_to_delegates.ImmediateForwardToDelegatesLink"
    )
    """Forwards all calls to the user's delegates only; present only if the user may do so."""

    immediate_forward_to_voicemail: One[ImmediateForwardToVoicemailLink] = wire.one(
        "immediateForwardToVoicemail", "immediate_forward_to_voicemail.ImmediateForwardToVoicemailLink"
    )
    """Forwards all calls to voicemail without ringing; present only if the user may do so."""


class ImmediateForwardSettings(State, rel="immediateForwardSettings"):
    """The settings for forwarding the user's calls at once, without ringing the work number."""

    links: View[ImmediateForwardSettingsLinks] = View(ImmediateForwardSettingsLinks)

    target: EnumProperty[enums.ImmediateForwardSettingsTarget] = wire.enum(
        "target", "enums.ImmediateForwardSettingsTarget"
    )
    """Where calls go when they are forwarded at once."""


_GET = Operation("GET", returns=wire.representation("immediate_forward_settings.ImmediateForwardSettings"))


class ImmediateForwardSettingsLink(Link, rel="immediateForwardSettings"):
    """Leads to `ImmediateForwardSettings`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ImmediateForwardSettings]:
        """Read the settings for immediate forwarding.

        Gives the `ImmediateForwardSettings`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user is anonymous or does not have Enterprise Voice.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
