# Made by ucwagen from specs/resources/phoneAudioInvitation.yaml. Do not edit: change the spec and build again.
"""`phoneAudioInvitation`: An invitation to talk by phone, in a new or an existing conversation. An incoming one is
accepted by answering the phone.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/phoneaudioinvitation_ref
Scopes: Conversations.Initiate
Events: started, updated, completed (high, from communication)
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
    from .accept import AcceptLink
    from .accepted_by_contact import AcceptedByContactLink
    from .cancel import CancelLink
    from .conversation import ConversationLink
    from .decline import DeclineLink
    from .delegator import DelegatorLink
    from .derived_conversation import DerivedConversationLink
    from .derived_phone_audio import DerivedPhoneAudioLink
    from .forwarded_by import ForwardedByLink
    from .from_ import FromLink
    from .on_behalf_of import OnBehalfOfLink
    from .participant import Participant
    from .phone_audio import PhoneAudioLink
    from .replaces_phone_audio import ReplacesPhoneAudioLink
    from .start_emergency_call_input import StartEmergencyCallInput
    from .to import ToLink
    from .transferred_by import TransferredByLink

__all__ = [
    "PhoneAudioInvitation",
    "PhoneAudioInvitationEmbedded",
    "PhoneAudioInvitationLink",
    "PhoneAudioInvitationLinks",
]


class PhoneAudioInvitationLinks(Links):
    """Where `phoneAudioInvitation` leads."""

    self: One[PhoneAudioInvitationLink] = wire.one("self", "phone_audio_invitation.PhoneAudioInvitationLink")
    """The resource itself."""

    accept: One[AcceptLink] = wire.one("accept", "accept.AcceptLink")
    """Accepts an incoming invitation to messaging or to a meeting."""

    accepted_by_contact: One[AcceptedByContactLink] = wire.one(
        "acceptedByContact", "accepted_by_contact.AcceptedByContactLink"
    )
    """The contact who accepted an incoming invitation, such as a delegate or team member."""

    cancel: One[CancelLink] = wire.one("cancel", "cancel.CancelLink")
    """Cancels an outgoing invitation, or disconnects its modality."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    decline: One[DeclineLink] = wire.one("decline", "decline.DeclineLink")
    """Declines an incoming invitation, which then fails; a meeting continues for the others."""

    delegator: One[DelegatorLink] = wire.one("delegator", "delegator.DelegatorLink")
    """The contact on whose behalf an incoming invitation is made."""

    derived_conversation: One[DerivedConversationLink] = wire.one(
        "derivedConversation", "derived_conversation.DerivedConversationLink"
    )
    """A further conversation, created because another participant than the first one answered when a modality was
    added."""

    derived_phone_audio: One[DerivedPhoneAudioLink] = wire.one(
        "derivedPhoneAudio", "derived_phone_audio.DerivedPhoneAudioLink"
    )
    """Phone audio that continues in a derived conversation, because another participant accepted."""

    forwarded_by: One[ForwardedByLink] = wire.one("forwardedBy", "forwarded_by.ForwardedByLink")
    """The contact who last forwarded the incoming invitation."""

    from_: One[FromLink] = wire.one("from", "from_.FromLink")
    """The participant who sent the invitation, possibly with details of the contact."""

    on_behalf_of: One[OnBehalfOfLink] = wire.one("onBehalfOf", "on_behalf_of.OnBehalfOfLink")
    """The contact on whose behalf another person, usually a delegate, makes the incoming call."""

    phone_audio: One[PhoneAudioLink] = wire.one("phoneAudio", "phone_audio.PhoneAudioLink")
    """Audio over the telephone network in a conversation, with its state and the ways to start, hold and stop it."""

    replaces_phone_audio: One[ReplacesPhoneAudioLink] = wire.one(
        "replacesPhoneAudio", "replaces_phone_audio.ReplacesPhoneAudioLink"
    )
    """The phone audio that is replaced if this invitation succeeds."""

    to: One[ToLink] = wire.one("to", "to.ToLink")
    """The contact to whom the invitation was first addressed."""

    transferred_by: One[TransferredByLink] = wire.one("transferredBy", "transferred_by.TransferredByLink")
    """The contact who transferred the incoming call to the user."""


class PhoneAudioInvitationEmbedded(Embedded):
    """What `phoneAudioInvitation` holds."""

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


class PhoneAudioInvitation(State, rel="phoneAudioInvitation"):
    """An invitation to talk by phone, in a new or an existing conversation. An incoming one is accepted by answering
    the phone."""

    links: View[PhoneAudioInvitationLinks] = View(PhoneAudioInvitationLinks)
    embedded: View[PhoneAudioInvitationEmbedded] = View(PhoneAudioInvitationEmbedded)

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

    operation_id = wire.text("operationId")
    """Identifier, chosen by the application, by which it recognises this operation in the event channel."""

    phone_number = wire.text("phoneNumber")
    """The user's own phone number in this call."""

    private_line = wire.boolean("privateLine")
    """Whether the invitation came in on the user's private line."""

    state: EnumProperty[enums.InvitationState] = wire.enum("state", "enums.InvitationState")
    """State of the invitation."""

    subject = wire.text("subject")
    """What the conversation is about."""

    thread_id = wire.text("threadId")
    """Thread of the conversation; passing the same one again continues that conversation."""

    to = wire.text("to")
    """Address of the contact for whom the invitation was meant, such as `sip:ann@contoso.com`."""

    def decline(self, *, reason: enums.CallDeclineReason | str | None = None) -> Call[None]:
        """Decline the call.

        - reason: Why the invitation is declined, and whether on one endpoint or on all.

        The call sends `POST` to `decline`. Gives nothing. Raises what `DeclineLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/decline_ref
        """
        return self.links.decline.post(reason=reason)

    def hang_up(self) -> Call[None]:
        """Give up the user's own call before it is answered.

        The call sends `POST` to `cancel`. Gives nothing. Raises what `CancelLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/cancel_ref
        """
        return self.links.cancel.post()


_GET = Operation("GET", returns=wire.representation("phone_audio_invitation.PhoneAudioInvitation"))


class PhoneAudioInvitationLink(Link, rel="phoneAudioInvitation"):
    """Leads to `PhoneAudioInvitation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[PhoneAudioInvitation]:
        """Read the invitation and its state.

        Gives the `PhoneAudioInvitation`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `BadRequest`: The request cannot be read, for example because its JSON or XML is malformed.
        - `BadRequestParameterValidationFailure`: A parameter is wrong, such as a subject that is too long.
        - `Gone`: Content of this type is not accepted.
        - `NotFound`: There is no such resource.

        Reasons that its events may carry:

        - `BadRequest/NormalizationFailed`: The phone number cannot be brought into normal form.
        - `Forbidden/DialoutNotAllowed`: In this meeting attendees may not call out to a phone.
        - `Informational/Redirected`: The invitation went on to another contact.
        - `LocalFailure/PstnCallFailed`: The first call, over the telephone network to the user's own phone, could
          not be set up.
        - `RemoteFailure/InsufficientBandwidth`: The other client declined the invitation for lack of bandwidth.
        - `RemoteFailure/MediaEncryptionMismatch`: The clients on the two sides encrypt media in ways that do not
          fit.
        - `RemoteFailure/MediaFailure`: Media failed in the other client while it handled the request.
        - `ServiceFailure/PhoneNumberConflict`: Several users have the phone number that was called.
        - `ServiceFailure/PstnCallFailed`: An incoming call fell back from voice over IP, but the call over the
          telephone network failed.
        - `Conflict/AlreadyExists`: The resource to create exists already, or the conference could not be joined.
        - `Conflict`: The conference could not be joined, the resource is being deleted, or the service does not
          support this.
        - `Conflict/TooManyGroups`: The limit on groups has been reached.
        - `EntityTooLarge`: The request is bigger than the server allows.
        - `Forbidden/AnonymousNotAllowed`: In this meeting attendees may not call out to a phone.
        - `Forbidden/FederationRequired`: The two organizations are not federated.
        - `Forbidden/InviteesOnly`: The meeting is closed, and the user was not invited.
        - `Forbidden/ModalityNotSupported`: The other client or the conference does not support this way of
          communicating.
        - `Forbidden`: The participant has no connection to the meeting.
        - `Forbidden/Unreachable`: The person called cannot be reached.
        - `Informational/AutoAccepted`: The invitation was accepted automatically.
        - `Informational/Canceled`: The request was cancelled.
        - `Informational/ConnectedElsewhere`: The invitation was accepted on another endpoint.
        - `Informational/DerivedConversation`: A new conversation was derived from this one.
        - `Informational/MediaFallback`: The fallback logic for media cancelled the invitation.
        - `Informational/Missed`: The invitation was not answered.
        - `LocalFailure/Canceled`: The user cancelled the invitation.
        - `LocalFailure/Declined`: The user declined the invitation.
        - `LocalFailure`: Something failed on the user's own side.
        - `LocalFailure/Timeout`: The invitation took too long on the user's own side.
        - `NotFound/DestinationNotFound`: The person who was addressed does not exist.
        - `RemoteFailure/AnotherOperationPending`: The other side has not finished an earlier operation.
        - `RemoteFailure/Busy`: The other side is too busy to accept the invitation.
        - `RemoteFailure/Canceled`: The other side cancelled the invitation.
        - `RemoteFailure/Declined`: The other side declined the invitation.
        - `RemoteFailure/DoNotDisturb`: The person called does not want to be disturbed.
        - `RemoteFailure`: Something failed on the other side.
        - `RemoteFailure/NotAcceptable`: The other client cannot take the call now or in this situation.
        - `RemoteFailure/NotAllowed`: A policy does not allow the other side to process the request.
        - `RemoteFailure/RepliedWithOtherModality`: The person called answers in another way.
        - `RemoteFailure/TemporarilyUnavailable`: The other side, or a service on the way, cannot be used at the
          moment.
        - `RemoteFailure/ThreadIdAlreadyExists`: The other side is in a conversation with this thread ID already.
        - `RemoteFailure/Timeout`: The person called did not answer in time.
        - `RemoteFailure/UnsupportedMediaType`: The media are of a kind that is not supported.
        - `ServiceFailure/CallbackChannelError`: The remote event channel cannot be reached.
        - `ServiceFailure/EscalationFailed`: The conversation could not be turned into a conference.
        - `ServiceFailure/InvalidExchangeServerVersion`: The version of the Exchange server is not valid.
        - `ServiceFailure`: Something went wrong inside the service.
        - `ServiceFailure/Timeout`: The service did not answer in time.
        - `ServiceFailure/Unavailable`: The conference has no service for this way of communicating.
        - `Timeout`: The operation took too long, or failed on the other side.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
