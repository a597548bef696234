# Made by ucwagen from specs/resources/simultaneousRingSettings.yaml. Do not edit: change the spec and build again.
"""`simultaneousRingSettings`: Which other phones ring when the user is called, and after what delay.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/simultaneousringsettings_ref
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
    from .simultaneous_ring_to_contact import SimultaneousRingToContactLink
    from .simultaneous_ring_to_delegates import SimultaneousRingToDelegatesLink
    from .simultaneous_ring_to_team import SimultaneousRingToTeamLink

__all__ = ["SimultaneousRingSettings", "SimultaneousRingSettingsLink", "SimultaneousRingSettingsLinks"]


class SimultaneousRingSettingsLinks(Links):
    """Where `simultaneousRingSettings` leads."""

    self: One[SimultaneousRingSettingsLink] = wire.one(
        "self", "simultaneous_ring_settings.SimultaneousRingSettingsLink"
    )
    """The resource itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""

    simultaneous_ring_to_contact: One[SimultaneousRingToContactLink] = wire.one(
        "simultaneousRingToContact", "simultaneous_ring_to_contact.SimultaneousRingToContactLink"
    )
    """Lets calls ring a contact or number together with the user; present only if the user may do so."""

    simultaneous_ring_to_delegates: One[SimultaneousRingToDelegatesLink] = wire.one(
        "simultaneousRingToDelegates", "simultaneous_ring_to_delegates.SimultaneousRingToDelegatesLink"
    )
    """Lets calls ring the delegates together with the user; present only if the user may do so."""

    simultaneous_ring_to_team: One[SimultaneousRingToTeamLink] = wire.one(
        "simultaneousRingToTeam", "simultaneous_ring_to_team.SimultaneousRingToTeamLink"
    )
    """Lets calls ring the team together with the user; present only if the user may do so."""


class SimultaneousRingSettings(State, rel="simultaneousRingSettings"):
    """Which other phones ring when the user is called, and after what delay."""

    links: View[SimultaneousRingSettingsLinks] = View(SimultaneousRingSettingsLinks)

    ring_delay = wire.integer("ringDelay")
    """Seconds before the target's phone rings."""

    target: EnumProperty[enums.SimultaneousRingTarget] = wire.enum("target", "enums.SimultaneousRingTarget")
    """Whose phones ring together with the user's."""


_GET = Operation("GET", returns=wire.representation("simultaneous_ring_settings.SimultaneousRingSettings"))

_PUT = Operation(
    "PUT",
    Parameter("ringDelay", "integer"),
    Parameter("target", "enums.SimultaneousRingTarget"),
    returns=wire.nothing(),
)


class SimultaneousRingSettingsLink(Link, rel="simultaneousRingSettings"):
    """Leads to `SimultaneousRingSettings`."""

    def get(self, *, if_none_match: Validator = None) -> Call[SimultaneousRingSettings]:
        """Read the settings for simultaneous ringing.

        Gives the `SimultaneousRingSettings`. Raises the errors of any operation and of the groups
        `exchange-version`, `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def put(
        self,
        base: SimultaneousRingSettings,
        *,
        ring_delay: int | Unset | None = UNSET,
        target: enums.SimultaneousRingTarget | str | Unset | None = UNSET,
    ) -> Call[None]:
        """Change the settings for simultaneous ringing.

        - base: The state to change, as it was read; what is not given stays as it is.
        - ring_delay: Seconds before the target's phone rings.
        - target: Whose phones ring together with the user's.

        Gives nothing. Raises the errors of any operation and of the groups `exchange-version`, `cannot-redirect`
        (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        """
        return self._put(_PUT, base, {"ringDelay": ring_delay, "target": target})
