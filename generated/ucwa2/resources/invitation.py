# Made by ucwagen from specs/resources/invitation.yaml. Do not edit: change the spec and build again.
"""`invitation`: What invitations of all kinds have in common.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/invitation_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, EnumProperty, Link, Links, One, State, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .cancel import CancelLink
    from .conversation import ConversationLink
    from .from_ import FromLink

__all__ = ["Invitation", "InvitationLink", "InvitationLinks"]


class InvitationLinks(Links):
    """Where `invitation` leads."""

    cancel: One[CancelLink] = wire.one("cancel", "cancel.CancelLink")
    """Cancels an outgoing invitation, or disconnects its modality."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    from_: One[FromLink] = wire.one("from", "from_.FromLink")
    """The participant who sent the invitation, possibly with details of the contact."""


class Invitation(State, rel="invitation"):
    """What invitations of all kinds have in common."""

    links: View[InvitationLinks] = View(InvitationLinks)

    direction: EnumProperty[enums.Direction] = wire.enum("direction", "enums.Direction")
    """Whether the invitation came in or went out."""

    importance: EnumProperty[enums.Importance] = wire.enum("importance", "enums.Importance")
    """How urgent the conversation is, as a hint to show to the user."""

    operation_id = wire.text("operationId")
    """Identifier, chosen by the application, by which it recognises this operation in the event channel."""

    state: EnumProperty[enums.InvitationState] = wire.enum("state", "enums.InvitationState")
    """State of the invitation."""

    subject = wire.text("subject")
    """What the conversation is about."""

    thread_id = wire.text("threadId")
    """Thread of the conversation; passing the same one again continues that conversation."""


class InvitationLink(Link, rel="invitation"):
    """Leads to `Invitation`."""
