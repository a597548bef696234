# Made by ucwagen from specs/resources/messagingInvitation.yaml. Do not edit: change the spec and build again.
"""`messagingInvitation`: An invitation to exchange instant messages. An outgoing one fails when about thirty seconds
bring no response.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/messaginginvitation_ref
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
    from .derived_messaging import DerivedMessagingLink
    from .from_ import FromLink
    from .messaging import MessagingLink
    from .on_behalf_of import OnBehalfOfLink
    from .participant import Participant
    from .start_emergency_call_input import StartEmergencyCallInput
    from .to import ToLink

__all__ = ["MessagingInvitation", "MessagingInvitationEmbedded", "MessagingInvitationLink", "MessagingInvitationLinks"]


class MessagingInvitationLinks(Links):
    """Where `messagingInvitation` leads."""

    self: One[MessagingInvitationLink] = wire.one("self", "messaging_invitation.MessagingInvitationLink")
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

    derived_messaging: One[DerivedMessagingLink] = wire.one(
        "derivedMessaging", "derived_messaging.DerivedMessagingLink"
    )
    """Messaging that continues in a derived conversation, because another participant accepted."""

    from_: One[FromLink] = wire.one("from", "from_.FromLink")
    """The participant who sent the invitation, possibly with details of the contact."""

    messaging: One[MessagingLink] = wire.one("messaging", "messaging.MessagingLink")
    """Instant messaging in a conversation, with its state and the ways to start, stop and use it."""

    on_behalf_of: One[OnBehalfOfLink] = wire.one("onBehalfOf", "on_behalf_of.OnBehalfOfLink")
    """The contact on whose behalf another person, usually a delegate, makes the incoming call."""

    to: One[ToLink] = wire.one("to", "to.ToLink")
    """The contact to whom the invitation was first addressed."""


class MessagingInvitationEmbedded(Embedded):
    """What `messagingInvitation` holds."""

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


class MessagingInvitation(State, rel="messagingInvitation"):
    """An invitation to exchange instant messages. An outgoing one fails when about thirty seconds bring no response."""

    links: View[MessagingInvitationLinks] = View(MessagingInvitationLinks)
    embedded: View[MessagingInvitationEmbedded] = View(MessagingInvitationEmbedded)

    custom_content = wire.data("customContent")
    """Content of the application's own that goes along with the invitation."""

    direction: EnumProperty[enums.Direction] = wire.enum("direction", "enums.Direction")
    """Whether the invitation came in or went out."""

    importance: EnumProperty[enums.Importance] = wire.enum("importance", "enums.Importance")
    """How urgent the conversation is, as a hint to show to the user."""

    message = wire.data("message")
    """First message of the conversation, which the invitation carries."""

    operation_id = wire.text("operationId")
    """Identifier, chosen by the application, by which it recognises this operation in the event channel."""

    state: EnumProperty[enums.InvitationState] = wire.enum("state", "enums.InvitationState")
    """State of the invitation."""

    subject = wire.text("subject")
    """What the conversation is about."""

    thread_id = wire.text("threadId")
    """Thread of the conversation; passing the same one again continues that conversation."""

    to = wire.text("to")
    """Address of the contact for whom the invitation was meant, such as `sip:ann@contoso.com`."""

    def accept(self) -> Call[None]:
        """Accept the invitation.

        The call sends `POST` to `accept`. Gives nothing. Raises what `AcceptLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/accept_ref
        """
        return self.links.accept.post()

    def decline(self, *, reason: enums.CallDeclineReason | str | None = None) -> Call[None]:
        """Decline the invitation.

        - reason: Why the invitation is declined, and whether on one endpoint or on all.

        The call sends `POST` to `decline`. Gives nothing. Raises what `DeclineLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/decline_ref
        """
        return self.links.decline.post(reason=reason)


_GET = Operation("GET", returns=wire.representation("messaging_invitation.MessagingInvitation"))


class MessagingInvitationLink(Link, rel="messagingInvitation"):
    """Leads to `MessagingInvitation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MessagingInvitation]:
        """Read the invitation and its state.

        Gives the `MessagingInvitation`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `BadRequest`: The request cannot be read, for example because its JSON or XML is malformed.
        - `BadRequestParameterValidationFailure`: A parameter is wrong, such as a subject that is too long.
        - `Gone`: Content of this type is not accepted.
        - `NotFound`: There is no such resource.

        Reasons that its events may carry:

        - `Forbidden/DialoutNotAllowed`: In this meeting attendees may not call out to a phone.
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
