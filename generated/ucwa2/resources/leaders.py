# Made by ucwagen from specs/resources/leaders.yaml. Do not edit: change the spec and build again.
"""`leaders`: The participants who lead the meeting.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/leaders_ref
Scopes: Conversations.Receive
Events: added, updated, deleted of participant (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, Many, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .participant import ParticipantLink

__all__ = ["Leaders", "LeadersLink", "LeadersLinks"]


class LeadersLinks(Links):
    """Where `leaders` leads."""

    self: One[LeadersLink] = wire.one("self", "leaders.LeadersLink")
    """The resource itself."""

    participant: Many[ParticipantLink] = wire.many("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""


class Leaders(State, rel="leaders"):
    """The participants who lead the meeting."""

    links: View[LeadersLinks] = View(LeadersLinks)


_GET = Operation("GET", returns=wire.representation("leaders.Leaders"))


class LeadersLink(Link, rel="leaders"):
    """Leads to `Leaders`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Leaders]:
        """List the leaders.

        Gives the `Leaders`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
