# Made by ucwagen from specs/resources/audioVideoInvitation.yaml. Do not edit: change the spec and build again.
"""`audioVideoInvitation`: An invitation to a call in audio, video or both.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiovideoinvitation_ref
Scopes: Conversations.Initiate
Events: started, updated (high, from communication)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    EnumProperty,
    Link,
    Links,
    ManyStates,
    One,
    OneState,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums
    from .accept_with_answer import AcceptWithAnswerLink
    from .accept_with_phone_audio import AcceptWithPhoneAudioLink
    from .accepted_by_contact import AcceptedByContactLink
    from .audio_video import AudioVideoLink
    from .cancel import CancelLink
    from .conversation import ConversationLink
    from .decline import DeclineLink
    from .delegator import DelegatorLink
    from .derived_audio_video import DerivedAudioVideoLink
    from .derived_conversation import DerivedConversationLink
    from .forwarded_by import ForwardedByLink
    from .from_ import FromLink
    from .on_behalf_of import OnBehalfOfLink
    from .participant import Participant
    from .replaces_audio_video import ReplacesAudioVideoLink
    from .report_media_diagnostics import ReportMediaDiagnosticsLink
    from .send_provisional_answer import SendProvisionalAnswerLink
    from .start_emergency_call_input import StartEmergencyCallInput
    from .to import ToLink
    from .transferred_by import TransferredByLink

__all__ = [
    "AudioVideoInvitation",
    "AudioVideoInvitationEmbedded",
    "AudioVideoInvitationLink",
    "AudioVideoInvitationLinks",
]


class AudioVideoInvitationLinks(Links):
    """Where `audioVideoInvitation` leads."""

    self: One[AudioVideoInvitationLink] = wire.one("self", "audio_video_invitation.AudioVideoInvitationLink")
    """The resource itself."""

    accepted_by_contact: One[AcceptedByContactLink] = wire.one(
        "acceptedByContact", "accepted_by_contact.AcceptedByContactLink"
    )
    """The contact who accepted an incoming invitation, such as a delegate or team member."""

    accept_with_answer: One[AcceptWithAnswerLink] = wire.one(
        "acceptWithAnswer", "accept_with_answer.AcceptWithAnswerLink"
    )
    """Accepts an incoming invitation that needs an answer in SDP, such as one to audio, video or application
    sharing."""

    accept_with_phone_audio: One[AcceptWithPhoneAudioLink] = wire.one(
        "acceptWithPhoneAudio", "accept_with_phone_audio.AcceptWithPhoneAudioLink"
    )
    """Accepts an incoming audio-video invitation over the telephone network."""

    audio_video: One[AudioVideoLink] = wire.one("audioVideo", "audio_video.AudioVideoLink")
    """Audio and video in a conversation, with their state and the ways to add, escalate and stop them."""

    cancel: One[CancelLink] = wire.one("cancel", "cancel.CancelLink")
    """Cancels an outgoing invitation, or disconnects its modality."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    decline: One[DeclineLink] = wire.one("decline", "decline.DeclineLink")
    """Declines an incoming invitation, which then fails; a meeting continues for the others."""

    delegator: One[DelegatorLink] = wire.one("delegator", "delegator.DelegatorLink")
    """The contact on whose behalf an incoming invitation is made."""

    derived_audio_video: One[DerivedAudioVideoLink] = wire.one(
        "derivedAudioVideo", "derived_audio_video.DerivedAudioVideoLink"
    )
    """Audio and video that continue in a derived conversation."""

    derived_conversation: One[DerivedConversationLink] = wire.one(
        "derivedConversation", "derived_conversation.DerivedConversationLink"
    )
    """A further conversation, created because another participant than the first one answered when a modality was
    added."""

    forwarded_by: One[ForwardedByLink] = wire.one("forwardedBy", "forwarded_by.ForwardedByLink")
    """The contact who last forwarded the incoming invitation."""

    from_: One[FromLink] = wire.one("from", "from_.FromLink")
    """The participant who sent the invitation, possibly with details of the contact."""

    on_behalf_of: One[OnBehalfOfLink] = wire.one("onBehalfOf", "on_behalf_of.OnBehalfOfLink")
    """The contact on whose behalf another person, usually a delegate, makes the incoming call."""

    replaces_audio_video: One[ReplacesAudioVideoLink] = wire.one(
        "replacesAudioVideo", "replaces_audio_video.ReplacesAudioVideoLink"
    )
    """The audio and video that are replaced if this invitation succeeds."""

    report_media_diagnostics: One[ReportMediaDiagnosticsLink] = wire.one(
        "reportMediaDiagnostics", "report_media_diagnostics.ReportMediaDiagnosticsLink"
    )
    """Receives the client's diagnostics on the media of a call."""

    send_provisional_answer: One[SendProvisionalAnswerLink] = wire.one(
        "sendProvisionalAnswer", "send_provisional_answer.SendProvisionalAnswerLink"
    )
    """Answers an incoming invitation provisionally, so that early media can be negotiated."""

    to: One[ToLink] = wire.one("to", "to.ToLink")
    """The contact to whom the invitation was first addressed."""

    transferred_by: One[TransferredByLink] = wire.one("transferredBy", "transferred_by.TransferredByLink")
    """The contact who transferred the incoming call to the user."""


class AudioVideoInvitationEmbedded(Embedded):
    """What `audioVideoInvitation` holds."""

    from_: OneState[Participant] = wire.one_state("from", "participant.Participant")
    """The participant who sent the invitation, possibly with details of the contact."""

    accepted_by_participant: ManyStates[Participant] = wire.many_states(
        "acceptedByParticipant", "participant.Participant"
    )
    """The participant who accepted the user's invitation, not always the one who was invited."""

    start_emergency_call_input: ManyStates[StartEmergencyCallInput] = wire.many_states(
        "startEmergencyCallInput", "start_emergency_call_input.StartEmergencyCallInput"
    )
    """The input of an emergency call (E911); embedded in invitations."""


class AudioVideoInvitation(State, rel="audioVideoInvitation"):
    """An invitation to a call in audio, video or both."""

    links: View[AudioVideoInvitationLinks] = View(AudioVideoInvitationLinks)
    embedded: View[AudioVideoInvitationEmbedded] = View(AudioVideoInvitationEmbedded)

    address = wire.text("address")
    """Postal address of a custom location."""

    bandwidth_control_id = wire.text("bandwidthControlId")
    """Identifier for the control of bandwidth."""

    building = wire.text("building")
    """Building or room number of a custom location."""

    city = wire.text("city")
    """City of a custom location."""

    country = wire.text("country")
    """Country or region of a custom location."""

    custom_content = wire.data("customContent")
    """Content of the application's own that goes along with the invitation."""

    delegator = wire.text("delegator")
    """Address of the person on whose behalf the invitation is made."""

    direction: EnumProperty[enums.Direction] = wire.enum("direction", "enums.Direction")
    """Whether the invitation came in or went out."""

    importance: EnumProperty[enums.Importance] = wire.enum("importance", "enums.Importance")
    """How urgent the conversation is, as a hint to show to the user."""

    join_audio_muted = wire.boolean("joinAudioMuted")
    """Whether the user joins with audio muted."""

    join_video_muted = wire.boolean("joinVideoMuted")
    """Whether the user joins with video muted."""

    location_state = wire.text("locationState")
    """State or province of a custom location."""

    operation_id = wire.text("operationId")
    """Identifier, chosen by the application, by which it recognises this operation in the event channel."""

    private_line = wire.boolean("privateLine")
    """Whether the invitation came in on the user's private line."""

    media_offer = wire.data("mediaOffer")
    """The media that are offered, described in SDP."""

    session_context = wire.text("sessionContext")
    """Context in which the media session takes place."""

    state: EnumProperty[enums.InvitationState] = wire.enum("state", "enums.InvitationState")
    """State of the invitation."""

    subject = wire.text("subject")
    """What the conversation is about."""

    thread_id = wire.text("threadId")
    """Thread of the conversation; passing the same one again continues that conversation."""

    to = wire.text("to")
    """Address of the contact for whom the invitation was meant, such as `sip:ann@contoso.com`."""

    zip = wire.text("zip")
    """Postal code (ZIP) of a custom location."""

    def accept_by_phone(self) -> Call[None]:
        """Answer the call on the user's own phone.

        The call sends `POST` to `acceptWithPhoneAudio`. Gives nothing. Raises what `AcceptWithPhoneAudioLink.post`
        raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/acceptwithphoneaudio_ref
        """
        return self.links.accept_with_phone_audio.post()

    def decline(self, *, reason: enums.CallDeclineReason | str | None = None) -> Call[None]:
        """Decline the call.

        - reason: Why the invitation is declined, and whether on one endpoint or on all.

        The call sends `POST` to `decline`. Gives nothing. Raises what `DeclineLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/decline_ref
        """
        return self.links.decline.post(reason=reason)


_GET = Operation("GET", returns=wire.representation("audio_video_invitation.AudioVideoInvitation"))


class AudioVideoInvitationLink(Link, rel="audioVideoInvitation"):
    """Leads to `AudioVideoInvitation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[AudioVideoInvitation]:
        """Read the invitation and its state.

        Gives the `AudioVideoInvitation`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `NotFound`: There is no such call or no such resource.
        - `BadRequest`: The request cannot be read, for example because its JSON or XML is malformed.
        - `BadRequestParameterValidationFailure`: A parameter is wrong, such as a subject that is too long.
        - `Gone`: Content of this type is not accepted.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
