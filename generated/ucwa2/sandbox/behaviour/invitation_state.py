"""The state of invitations, and their bodies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..extension import ApplicationState, state_per_owner
from .conversation_bodies import callee_body, participant_body
from .conversation_state import ConversationRecord, Side
from .people import contact_path

_CARRIED = ("to", "phoneNumber", "delegator", "onlineMeetingUri", "operationId")
"""Arguments that an invitation keeps, beside those of the conversation."""
_ANSWERS = {"audioVideoInvitation": ("acceptWithAnswer", "acceptWithPhoneAudio")}
"""The operations that accept an invitation, where it is not `accept`."""
_INCOMING = {"participantInvitation": "onlineMeetingInvitation"}
"""The rels that invitations have at the invited user, where it is another one."""


@dataclass(slots=True, eq=False)
class InvitationRecord:
    """An invitation to a conversation by a modality."""

    conversation: ConversationRecord
    rel: str
    modality: str | None
    inviter: ApplicationState
    properties: dict[str, Any]
    paths: dict[str, str] = field(default_factory=dict)
    """Its address in each application, by number."""
    sides: dict[str, Side] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    accepted_by: ApplicationState | None = None
    led: dict[str, str] = field(default_factory=dict)
    """The addresses of users who have passed it on, by the link that shows them."""

    @property
    def is_open(self) -> bool:
        """Whether it has no answer yet."""
        return self.states.get(self.inviter.id) == "Connecting"

    def rel_for(self, application: ApplicationState) -> str:
        """Its rel as an application sees it."""
        return self.rel if application is self.inviter else _INCOMING.get(self.rel, self.rel)

    def invited(self) -> list[Side]:
        """The sides that may still answer."""
        return [side for side in self.waiting() if side.application is not self.inviter]

    def waiting(self) -> list[Side]:
        """The sides for which it is open."""
        return [self.sides[number] for number, state in self.states.items() if state == "Connecting"]


def _none() -> dict[str, InvitationRecord]:
    return {}


invitations_in = state_per_owner(_none)
"""The invitations of a backend, by the addresses that they have in each application."""


def invitation_body(invitation: InvitationRecord, application: ApplicationState) -> dict[str, Any]:
    """The body of the invitation for an application, with links to the operations that it may use."""
    side, conversation = invitation.sides[application.id], invitation.conversation
    path, is_mine = invitation.paths[application.id], application is invitation.inviter
    state = invitation.states[application.id]
    body: dict[str, Any] = {"rel": invitation.rel_for(application), **conversation.properties, "state": state}
    body |= {name: invitation.properties[name] for name in _CARRIED if name in invitation.properties}
    links = {"self": path, "conversation": side.path}
    if invitation.modality:
        links[invitation.modality] = f"{side.path}/{invitation.modality}"
    if "message" in invitation.properties:
        links["message"] = invitation.properties["message"]
    if state == "Connecting":
        answers = _ANSWERS.get(body["rel"], ("accept",))
        links |= {name: f"{path}/{name}" for name in (("cancel",) if is_mine else (*answers, "decline"))}
        if is_mine and invitation.modality == "messaging":
            links["cancel"] = f"{side.path}/messaging/stopMessaging"
    embedded = _people(invitation, side) if is_mine else {"from": participant_body(side, invitation.inviter.user)}
    if is_mine:
        links["from"] = side.local
        if "@" in str(body.get("to", "")):
            links["to"] = f"{application.path}/people/{body['to'].removeprefix('sip:')}"
    else:
        body.pop("operationId")
        links["to"] = contact_path(application, application.user)
        links |= {name: f"{application.path}/people/{by.removeprefix('sip:')}" for name, by in invitation.led.items()}
    body |= {"direction": "Outgoing" if is_mine else "Incoming"}
    hrefs = {name: {"href": href} for name, href in links.items()}
    if is_mine:
        hrefs["from"]["title"] = application.user.display or application.user.name
    return {**body, "_links": hrefs, "_embedded": embedded}


def _people(invitation: InvitationRecord, side: Side) -> dict[str, Any]:
    """The participant who has accepted, embedded."""
    if invitation.states[side.application.id] != "Connected":
        return {}
    by = invitation.accepted_by
    to = str(invitation.properties.get("to", ""))
    if by is None and not to:
        return {}
    return {"acceptedByParticipant": [participant_body(side, by.user) if by else callee_body(side, to)]}
