"""participant: somebody in a conversation."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Link, Links, State, View, wire

if TYPE_CHECKING:
    from .._runtime import One
    from .contact import ContactLink
    from .contact_photo import ContactPhotoLink

__all__ = ["Participant", "ParticipantLink", "ParticipantLinks"]


class ParticipantLinks(Links):
    """Where `participant` leads."""

    self: One[ParticipantLink] = wire.one("self", "participant.ParticipantLink")
    """Itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """The contact."""

    contact_photo: One[ContactPhotoLink] = wire.one("contactPhoto", "contact_photo.ContactPhotoLink")
    """The photo."""


class Participant(State, rel="participant"):
    """Somebody in a conversation."""

    links: View[ParticipantLinks] = View(ParticipantLinks)

    anonymous = wire.boolean("anonymous")
    """Whether nobody knows who it is."""

    in_lobby = wire.boolean("inLobby")
    """Whether it waits."""

    local = wire.boolean("local")
    """Whether it is the user."""

    name = wire.text("name")
    """The name."""

    organizer = wire.boolean("organizer")
    """Whether it called the meeting."""

    other_phone_number = wire.text("otherPhoneNumber")
    """Another phone."""

    role = wire.text("role")
    """What it may do."""

    source_network = wire.text("sourceNetwork")
    """Where it comes from."""

    uri = wire.text("uri")
    """The address."""

    work_phone_number = wire.text("workPhoneNumber")
    """The phone at work."""


class ParticipantLink(Link, rel="participant"):
    """Leads to a `Participant`."""
