"""phoneAudioInvitation: an invitation to a call."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Embedded, EnumProperty, Link, Links, Operation, State, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .._runtime import ManyStates, One, OneState, Validator
    from .accept import AcceptLink
    from .accepted_by_contact import AcceptedByContactLink
    from .contact import ContactLink
    from .participant import Participant, ParticipantLink

__all__ = [
    "PhoneAudioInvitation",
    "PhoneAudioInvitationEmbedded",
    "PhoneAudioInvitationLink",
    "PhoneAudioInvitationLinks",
]


class PhoneAudioInvitationLinks(Links):
    """Where `phoneAudioInvitation` leads."""

    self: One[PhoneAudioInvitationLink] = wire.one("self", "phone_audio_invitation.PhoneAudioInvitationLink")
    """Itself."""

    accept: One[AcceptLink] = wire.one("accept", "accept.AcceptLink")
    """Takes the call."""

    accepted_by_contact: One[AcceptedByContactLink] = wire.one(
        "acceptedByContact", "accepted_by_contact.AcceptedByContactLink"
    )
    """Who took it."""

    conversation: One[Link] = wire.one("conversation")
    """The conversation."""

    from_: One[ParticipantLink] = wire.one("from", "participant.ParticipantLink")
    """Who calls."""

    to: One[ContactLink] = wire.one("to", "contact.ContactLink")
    """Who is called."""


class PhoneAudioInvitationEmbedded(Embedded):
    """What `phoneAudioInvitation` holds."""

    accepted_by_participant: ManyStates[Participant] = wire.many_states(
        "acceptedByParticipant", "participant.Participant"
    )
    """Who took it."""

    from_: OneState[Participant] = wire.one_state("from", "participant.Participant")
    """Who calls."""


class PhoneAudioInvitation(State, rel="phoneAudioInvitation"):
    """An invitation to a call."""

    links: View[PhoneAudioInvitationLinks] = View(PhoneAudioInvitationLinks)
    embedded: View[PhoneAudioInvitationEmbedded] = View(PhoneAudioInvitationEmbedded)

    custom_content = wire.data("customContent")
    """Whatever the caller sent along."""

    delegator = wire.text("delegator")
    """On whose behalf."""

    direction: EnumProperty[enums.Direction] = wire.enum("direction", "enums.Direction")
    """Which way it goes."""

    importance: EnumProperty[enums.Importance] = wire.enum("importance", "enums.Importance")
    """How urgent it is."""

    join_audio_muted = wire.boolean("joinAudioMuted")
    """Whether one joins muted."""

    operation_id = wire.text("operationId")
    """The operation."""

    phone_number = wire.text("phoneNumber")
    """The phone."""

    private_line = wire.boolean("privateLine")
    """Whether it came on a private line."""

    state = wire.text("state")
    """How far it has come."""

    subject = wire.text("subject")
    """What it is about."""

    thread_id = wire.text("threadId")
    """The thread."""

    to = wire.text("to")
    """Who is called."""


_GET = Operation("GET", returns=wire.representation("phone_audio_invitation.PhoneAudioInvitation"))


class PhoneAudioInvitationLink(Link, rel="phoneAudioInvitation"):
    """Leads to a `PhoneAudioInvitation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[PhoneAudioInvitation]:
        """Read it."""
        return self._call(_GET, {}, if_none_match=if_none_match)
