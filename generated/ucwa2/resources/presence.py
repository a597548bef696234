# Made by ucwagen from specs/resources/presence.yaml. Do not edit: change the spec and build again.
"""`presence`: How available the user is and what the user is doing; the user can set the availability.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presence_ref
Scopes: User.ReadWrite
Events: added, updated, deleted (medium, from me)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    EnumProperty,
    Link,
    Links,
    One,
    Operation,
    Parameter,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums

__all__ = ["Presence", "PresenceLink", "PresenceLinks"]


class PresenceLinks(Links):
    """Where `presence` leads."""

    self: One[PresenceLink] = wire.one("self", "presence.PresenceLink")
    """The resource itself."""


class Presence(State, rel="presence"):
    """How available the user is and what the user is doing; the user can set the availability."""

    links: View[PresenceLinks] = View(PresenceLinks)

    activity = wire.text("activity")
    """What the user is doing now, as text in the language of the application."""

    availability: EnumProperty[enums.Availability] = wire.enum("availability", "enums.Availability")
    """How available the user is, such as Away or Busy."""


_GET = Operation("GET", returns=wire.representation("presence.Presence"))

_POST = Operation(
    "POST",
    Parameter("availability", "enums.PreferredAvailability"),
    returns=wire.nothing(),
)


class PresenceLink(Link, rel="presence"):
    """Leads to `Presence`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Presence]:
        """Read the presence.

        Gives the `Presence`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ConflictMakeMeAvailableRequired`: The user is anonymous, or has not been made available (makeMeAvailable).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(self, *, availability: enums.PreferredAvailability | str | None = None) -> Call[None]:
        """Set the user's presence, or reset it with an empty body.

        - availability: Availability to show for the user; an empty body resets the presence.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ConflictMakeMeAvailableRequired`: The user is anonymous, or has not been made available (makeMeAvailable).
        """
        return self._call(_POST, {"availability": availability})
