# Made by ucwagen from specs/resources/participants.yaml. Do not edit: change the spec and build again.
"""`participants`: All participants of the conversation, leaders as well as attendees.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/participants_ref
Scopes: Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Link, Links, Many, State, View, wire

if TYPE_CHECKING:
    from .participant import ParticipantLink

__all__ = ["Participants", "ParticipantsLink", "ParticipantsLinks"]


class ParticipantsLinks(Links):
    """Where `participants` leads."""

    participant: Many[ParticipantLink] = wire.many("participant", "participant.ParticipantLink")
    """A person who takes part in a conversation; it exists as long as that lasts."""


class Participants(State, rel="participants"):
    """All participants of the conversation, leaders as well as attendees."""

    links: View[ParticipantsLinks] = View(ParticipantsLinks)


class ParticipantsLink(Link, rel="participants"):
    """Leads to `Participants`."""
