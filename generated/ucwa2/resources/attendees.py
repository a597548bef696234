# Made by ucwagen from specs/resources/attendees.yaml. Do not edit: change the spec and build again.
"""`attendees`: The participants of the meeting who attend without leading.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/attendees_ref
Scopes: Conversations.Receive
Events: added, updated, deleted of participant (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, Many, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .participant import ParticipantLink

__all__ = ["Attendees", "AttendeesLink", "AttendeesLinks"]


class AttendeesLinks(Links):
    """Where `attendees` leads."""

    self: One[AttendeesLink] = wire.one("self", "attendees.AttendeesLink")
    """The resource itself."""

    participant: Many[ParticipantLink] = wire.many("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""


class Attendees(State, rel="attendees"):
    """The participants of the meeting who attend without leading."""

    links: View[AttendeesLinks] = View(AttendeesLinks)


_GET = Operation("GET", returns=wire.representation("attendees.Attendees"))


class AttendeesLink(Link, rel="attendees"):
    """Leads to `Attendees`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Attendees]:
        """List the attendees.

        Gives the `Attendees`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
