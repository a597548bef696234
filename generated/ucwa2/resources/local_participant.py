# Made by ucwagen from specs/resources/localParticipant.yaml. Do not edit: change the spec and build again.
"""`localParticipant`: The user as a participant in one conversation; it exists as long as that lasts.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/localparticipant_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .contact import ContactLink
    from .contact_photo import ContactPhotoLink
    from .contact_presence import ContactPresenceLink
    from .conversation import ConversationLink
    from .eject import EjectLink
    from .me import MeLink
    from .participant_application_sharing import ParticipantApplicationSharingLink
    from .participant_audio import ParticipantAudioLink
    from .participant_data_collaboration import ParticipantDataCollaborationLink
    from .participant_messaging import ParticipantMessagingLink
    from .participant_panoramic_video import ParticipantPanoramicVideoLink
    from .participant_video import ParticipantVideoLink

__all__ = ["LocalParticipant", "LocalParticipantLink", "LocalParticipantLinks"]


class LocalParticipantLinks(Links):
    """Where `localParticipant` leads."""

    self: One[LocalParticipantLink] = wire.one("self", "local_participant.LocalParticipantLink")
    """The resource itself."""

    contact: One[ContactLink] = wire.one("contact", "contact.ContactLink")
    """A person or service with whom the user can communicate."""

    contact_photo: One[ContactPhotoLink] = wire.one("contactPhoto", "contact_photo.ContactPhotoLink")
    """A picture of the contact."""

    contact_presence: One[ContactPresenceLink] = wire.one("contactPresence", "contact_presence.ContactPresenceLink")
    """How available a contact is and what the contact is doing."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    eject: One[EjectLink] = wire.one("eject", "eject.EjectLink")
    """Removes the participant from the meeting; present only if the user may do so."""

    me: One[MeLink] = wire.one("me", "me.MeLink")
    """The signed-in user, with links to the user's presence, note, phones and settings."""

    participant_application_sharing: One[ParticipantApplicationSharingLink] = wire.one(
        "participantApplicationSharing", "participant_application_sharing.ParticipantApplicationSharingLink"
    )
    """Shows that a participant uses application sharing in the conversation; it exists as long as that lasts."""

    participant_audio: One[ParticipantAudioLink] = wire.one(
        "participantAudio", "participant_audio.ParticipantAudioLink"
    )
    """Shows that a participant uses audio in the conversation; it exists as long as that lasts."""

    participant_data_collaboration: One[ParticipantDataCollaborationLink] = wire.one(
        "participantDataCollaboration", "participant_data_collaboration.ParticipantDataCollaborationLink"
    )
    """Shows that a participant uses data collaboration in the conversation; it exists as long as that lasts."""

    participant_messaging: One[ParticipantMessagingLink] = wire.one(
        "participantMessaging", "participant_messaging.ParticipantMessagingLink"
    )
    """Shows that a participant uses messaging in the conversation; it exists as long as that lasts."""

    participant_panoramic_video: One[ParticipantPanoramicVideoLink] = wire.one(
        "participantPanoramicVideo", "participant_panoramic_video.ParticipantPanoramicVideoLink"
    )
    """Shows that a participant uses panoramic video in the conversation; it exists as long as that lasts."""

    participant_video: One[ParticipantVideoLink] = wire.one(
        "participantVideo", "participant_video.ParticipantVideoLink"
    )
    """Shows that a participant uses the main video in the conversation; it exists as long as that lasts."""


class LocalParticipant(State, rel="localParticipant"):
    """The user as a participant in one conversation; it exists as long as that lasts."""

    links: View[LocalParticipantLinks] = View(LocalParticipantLinks)

    anonymous = wire.boolean("anonymous")
    """Whether the participant takes part anonymously."""

    in_lobby = wire.boolean("inLobby")
    """Whether the participant is waiting in the lobby."""

    local = wire.boolean("local")
    """Whether the participant is the user of this application."""

    name = wire.text("name")
    """Name to show for this person or service."""

    organizer = wire.boolean("organizer")
    """Whether the participant organizes the meeting; a meeting never locks out its organizer."""

    other_phone_number = wire.text("otherPhoneNumber")
    """One more phone number, as a `tel:` URI."""

    role: EnumProperty[enums.Role] = wire.enum("role", "enums.Role")
    """Whether the participant attends or leads."""

    source_network: EnumProperty[enums.SourceNetwork] = wire.enum("sourceNetwork", "enums.SourceNetwork")
    """Network to which this person belongs, such as the user's company or a public service."""

    uri = wire.text("uri")
    """Address of this person or service, such as `sip:ann@contoso.com`."""

    work_phone_number = wire.text("workPhoneNumber")
    """Work phone number, as a `tel:` URI."""


_GET = Operation("GET", returns=wire.representation("local_participant.LocalParticipant"))


class LocalParticipantLink(Link, rel="localParticipant"):
    """Leads to `LocalParticipant`."""

    def get(self, *, if_none_match: Validator = None) -> Call[LocalParticipant]:
        """Read the user as a participant.

        Gives the `LocalParticipant`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
