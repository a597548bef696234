# Made by ucwagen from specs/resources/conversation.yaml. Do not edit: change the spec and build again.
"""`conversation`: The user's side of a communication with one or more people, and what can be done in it now.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversation_ref
Scopes: Conversations.Receive
Events: added, updated, deleted (high, from communication)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    EnumListProperty,
    EnumProperty,
    Link,
    Links,
    One,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums
    from .._runtime.requests.chain import Chain
    from .add_participant import AddParticipantLink
    from .application_sharing import ApplicationSharingLink
    from .attendees import AttendeesLink
    from .audio_video import AudioVideoLink
    from .data_collaboration import DataCollaborationLink
    from .disable_audience_messaging import DisableAudienceMessagingLink
    from .disable_audience_mute_lock import DisableAudienceMuteLockLink
    from .enable_audience_messaging import EnableAudienceMessagingLink
    from .enable_audience_mute_lock import EnableAudienceMuteLockLink
    from .leaders import LeadersLink
    from .lobby import LobbyLink
    from .local_participant import LocalParticipantLink
    from .message import MessageLink
    from .messaging import MessagingLink
    from .online_meeting import OnlineMeetingLink
    from .participant_invitation import ParticipantInvitationLink
    from .participants import ParticipantsLink
    from .phone_audio import PhoneAudioLink
    from .user_acknowledged import UserAcknowledgedLink

__all__ = ["Conversation", "ConversationLink", "ConversationLinks"]


class ConversationLinks(Links):
    """Where `conversation` leads."""

    self: One[ConversationLink] = wire.one("self", "conversation.ConversationLink")
    """The resource itself."""

    add_participant: One[AddParticipantLink] = wire.one("addParticipant", "add_participant.AddParticipantLink")
    """Invites one more person to the conversation; one between two people becomes a conference first."""

    application_sharing: One[ApplicationSharingLink] = wire.one(
        "applicationSharing", "application_sharing.ApplicationSharingLink"
    )
    """Application sharing in a conversation, with its state; nothing can be viewed or shared through this API."""

    attendees: One[AttendeesLink] = wire.one("attendees", "attendees.AttendeesLink")
    """The participants of the meeting who attend without leading."""

    audio_video: One[AudioVideoLink] = wire.one("audioVideo", "audio_video.AudioVideoLink")
    """Audio and video in a conversation, with their state and the ways to add, escalate and stop them."""

    data_collaboration: One[DataCollaborationLink] = wire.one(
        "dataCollaboration", "data_collaboration.DataCollaborationLink"
    )
    """Data collaboration in a conversation, with its state; nothing can be viewed or shared through this API."""

    disable_audience_messaging: One[DisableAudienceMessagingLink] = wire.one(
        "disableAudienceMessaging", "disable_audience_messaging.DisableAudienceMessagingLink"
    )
    """Forbids messaging to all participants of the conversation; present only if the user may do so."""

    disable_audience_mute_lock: One[DisableAudienceMuteLockLink] = wire.one(
        "disableAudienceMuteLock", "disable_audience_mute_lock.DisableAudienceMuteLockLink"
    )
    """Lets attendees unmute themselves again; present only if the user may do so."""

    enable_audience_messaging: One[EnableAudienceMessagingLink] = wire.one(
        "enableAudienceMessaging", "enable_audience_messaging.EnableAudienceMessagingLink"
    )
    """Allows messaging to all participants of the conversation; present only if the user may do so."""

    enable_audience_mute_lock: One[EnableAudienceMuteLockLink] = wire.one(
        "enableAudienceMuteLock", "enable_audience_mute_lock.EnableAudienceMuteLockLink"
    )
    """Mutes the attendees and does not let them unmute themselves; present only if the user may do so."""

    leaders: One[LeadersLink] = wire.one("leaders", "leaders.LeadersLink")
    """The participants who lead the meeting."""

    lobby: One[LobbyLink] = wire.one("lobby", "lobby.LobbyLink")
    """The participants who wait to be admitted to the meeting; those who are not admitted are disconnected."""

    local_participant: One[LocalParticipantLink] = wire.one(
        "localParticipant", "local_participant.LocalParticipantLink"
    )
    """The user as a participant in one conversation; it exists as long as that lasts."""

    messaging: One[MessagingLink] = wire.one("messaging", "messaging.MessagingLink")
    """Instant messaging in a conversation, with its state and the ways to start, stop and use it."""

    online_meeting: One[OnlineMeetingLink] = wire.one("onlineMeeting", "online_meeting.OnlineMeetingLink")
    """The meeting of the conversation; it can only be read."""

    participants: One[ParticipantsLink] = wire.one("participants", "participants.ParticipantsLink")
    """All participants of the conversation, leaders as well as attendees."""

    phone_audio: One[PhoneAudioLink] = wire.one("phoneAudio", "phone_audio.PhoneAudioLink")
    """Audio over the telephone network in a conversation, with its state and the ways to start, hold and stop it."""

    user_acknowledged: One[UserAcknowledgedLink] = wire.one(
        "userAcknowledged", "user_acknowledged.UserAcknowledgedLink"
    )
    """Acknowledges for the user; the reference does not describe it further."""


class Conversation(State, rel="conversation"):
    """The user's side of a communication with one or more people, and what can be done in it now."""

    links: View[ConversationLinks] = View(ConversationLinks)

    active_modalities: EnumListProperty[enums.ConversationModalityType] = wire.enums(
        "activeModalities", "enums.ConversationModalityType"
    )
    """Ways of communicating that are in use now."""

    audience_messaging: EnumProperty[enums.AudienceMessaging] = wire.enum(
        "audienceMessaging", "enums.AudienceMessaging"
    )
    """Whether members of the audience may use messaging."""

    audience_mute: EnumProperty[enums.AudienceMuteLock] = wire.enum("audienceMute", "enums.AudienceMuteLock")
    """Whether the local participant's audio is muted, as a state of the mute lock of the audience."""

    created = wire.datetime("created")
    """When the conversation was created (UTC)."""

    expiration_time = wire.datetime("expirationTime")
    """When the conversation expires."""

    importance: EnumProperty[enums.Importance] = wire.enum("importance", "enums.Importance")
    """How urgent the conversation is, as a hint to show to the user."""

    participant_count = wire.integer("participantCount")
    """How many participants there are."""

    read_locally = wire.boolean("readLocally")
    """Whether the user has read the conversation in this application."""

    recording = wire.boolean("recording")
    """Whether the conversation is recorded."""

    state: EnumProperty[enums.ConversationState] = wire.enum("state", "enums.ConversationState")
    """State of the conversation."""

    subject = wire.text("subject")
    """What the conversation is about."""

    thread_id = wire.text("threadId")
    """Thread of the conversation; passing the same one again continues that conversation."""

    def send(
        self, content: str | bytes, *, content_type: str = "text/plain", operation_id: str | None = None
    ) -> Chain[MessageLink]:
        """Send an instant message to all participants.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `text/plain` or `text/html`.
        - content_type: Its media type; `text/plain` when left out.
        - operation_id (made when left out): Identifier, chosen by the application, by which it recognises this
          operation in the event channel.

        The chain reads `messaging`, then sends `POST` to `sendMessage`. Gives a link to the `message`. Raises what
        `SendMessageLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/sendmessage_ref
        """
        return self._chain(
            self.links.messaging.get(),
            ("sendMessage",),
            "send_message.SendMessageLink",
            "post",
            content,
            content_type=content_type,
            operation_id=operation_id,
        )

    def start_typing(self) -> Chain[None]:
        """Show the other participants for a short time that the user is typing.

        The chain reads `messaging`, then sends `POST` to `setIsTyping`. Gives nothing. Raises what
        `SetIsTypingLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/setistyping_ref
        """
        return self._chain(self.links.messaging.get(), ("setIsTyping",), "set_is_typing.SetIsTypingLink", "post")

    def invite(self, to: str, *, operation_id: str | None = None) -> Call[ParticipantInvitationLink]:
        """Invite one more person to the conversation.

        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.
        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.

        The call sends `POST` to `addParticipant`. Gives a link to the `participantInvitation`. Raises what
        `AddParticipantLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/addparticipant_ref
        """
        return self.links.add_participant.post(operation_id=operation_id, to=to)

    def hang_up(self) -> Chain[None]:
        """Stop the telephone call of the conversation, which goes on with its other modalities.

        The chain reads `phoneAudio`, then sends `POST` to `stopPhoneAudio`. Gives nothing. Raises what
        `StopPhoneAudioLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/stopphoneaudio_ref
        """
        return self._chain(
            self.links.phone_audio.get(), ("stopPhoneAudio",), "stop_phone_audio.StopPhoneAudioLink", "post"
        )

    def leave(self) -> Call[None]:
        """Leave the conversation or meeting, which goes on for the others.

        The call sends `DELETE` to `self`. Gives nothing. Raises what `ConversationLink.delete` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversation_ref
        """
        return self.links.self.delete()


_GET = Operation("GET", returns=wire.representation("conversation.Conversation"))

_DELETE = Operation("DELETE", returns=wire.nothing())


class ConversationLink(Link, rel="conversation"):
    """Leads to `Conversation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Conversation]:
        """Read the conversation.

        Gives the `Conversation`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def delete(self) -> Call[None]:
        """Leave the conversation and end all its modalities; the other participants may continue.

        Gives nothing. Raises the errors of any operation and of the group `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_DELETE, {})
