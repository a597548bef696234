"""Invitations: sent, rung, accepted, declined, called off or missed; each ends once, with a reason if it fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from ..context import Context, raise_event
from ..world import Application, World
from .people import contact_path
from .talks import (
    Side,
    Talk,
    announce,
    callee_body,
    end_sides,
    open_side,
    participant_body,
    sides,
    tell_body,
    tell_conversation,
    tell_modality,
)

Reason = dict[str, str]
_CARRIED = ("to", "phoneNumber", "delegator", "onlineMeetingUri", "operationId")
"""What an invitation says of itself, beside what it says of the conversation."""


def reason(code: str, subcode: str, message: str) -> Reason:
    """Why something failed."""
    return {"code": code, "subcode": subcode, "message": message}


UNKNOWN = reason("NotFound", "DestinationNotFound", "there is no such user")
AWAY = reason("RemoteFailure", "Unreachable", "the user takes no invitations now")
_ELSEWHERE = reason("LocalFailure", "ConnectedElsewhere", "another application of the user has accepted")


@dataclass(slots=True, eq=False)
class Invitation:
    """Somebody is asked to take part in a conversation by some modality."""

    talk: Talk
    rel: str
    modality: str | None
    inviter: Application
    said: dict[str, Any]
    paths: dict[str, str] = field(default_factory=dict)
    """Where each application has it, by number."""
    sides: dict[str, Side] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    accepted_by: Application | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be answered."""
        return self.states.get(self.inviter.id) == "Connecting"

    def invited(self) -> list[Side]:
        """The sides that may still answer."""
        return [side for side in self.waiting() if side.application is not self.inviter]

    def waiting(self) -> list[Side]:
        """The sides for which it is still open."""
        return [self.sides[number] for number, state in self.states.items() if state == "Connecting"]


def invite(context: Context, rel: str, modality: str | None, talk: Talk, side: Side | None = None) -> Invitation:
    """An invitation of the application that asks, to a conversation that it begins or has already."""
    world, application = context.world, context.application
    invitation = Invitation(talk, rel, modality, application, {"operationId": uuid4().hex, **context.arguments})
    talk.invitations.append(invitation)
    if modality:
        talk.modalities[modality] = "Connecting"
    found = side or open_side(world, talk, application, "Connecting")
    _start(world, invitation, found)
    if side is None:
        announce(world, talk, found)
    if modality:
        tell_modality(world, talk, found, modality)
    return invitation


def ring(world: World, invitation: Invitation, application: Application) -> None:
    """The invitation comes in at an application."""
    talk, by = invitation.talk, invitation.inviter.user
    known = talk.sides.get(application.id)
    side = known or open_side(world, talk, application, "Incoming")
    _start(world, invitation, side)
    if known is None:
        announce(world, talk, side)
        tell_body(world, side, "added", participant_body(side, by))
    elif invitation.modality:
        tell_modality(world, talk, side, invitation.modality)


def _start(world: World, invitation: Invitation, side: Side) -> None:
    application = side.application
    path = f"{application.path}/communication/invitations/{next(application.numbers)}"
    invitation.paths[application.id], invitation.states[application.id] = path, "Connecting"
    invitation.sides[application.id] = side
    world.invitations[path] = invitation
    _tell(world, invitation, side, "started")


def _tell(world: World, invitation: Invitation, side: Side, kind: str, **more: Any) -> None:
    """Tell a side of the invitation, which is in its event."""
    body = invitation_body(invitation, side.application)
    path = invitation.paths[side.application.id]
    raise_event(world, side.application, kind, invitation.rel, path, _embedded={invitation.rel: body}, **more)


def invitation_body(invitation: Invitation, application: Application) -> dict[str, Any]:
    """What an application reads of the invitation: whoever may do something has a link for it."""
    side, talk = invitation.sides[application.id], invitation.talk
    path, is_mine = invitation.paths[application.id], application is invitation.inviter
    state = invitation.states[application.id]
    body: dict[str, Any] = {"rel": invitation.rel, **talk.said, "state": state}
    body |= {name: invitation.said[name] for name in _CARRIED if name in invitation.said}
    links = {"self": path, "conversation": side.path}
    if invitation.modality:
        links[invitation.modality] = f"{side.path}/{invitation.modality}"
    if "message" in invitation.said:
        links["message"] = invitation.said["message"]
    if state == "Connecting":
        links |= {name: f"{path}/{name}" for name in (("cancel",) if is_mine else ("accept", "decline"))}
    embedded = _people(invitation, side) if is_mine else {"from": participant_body(side, invitation.inviter.user)}
    if is_mine:
        links["from"] = side.local
        if "@" in str(body.get("to", "")):
            links["to"] = f"{application.path}/people/{body['to'].removeprefix('sip:')}"
    else:
        body.pop("operationId")
        links["to"] = contact_path(application, application.user)
    body |= {"direction": "Outgoing" if is_mine else "Incoming"}
    return {**body, "_links": {name: {"href": href} for name, href in links.items()}, "_embedded": embedded}


def _people(invitation: Invitation, side: Side) -> dict[str, Any]:
    """Who has accepted."""
    if invitation.states[side.application.id] != "Connected":
        return {}
    by = invitation.accepted_by
    to = str(invitation.said.get("to", ""))
    if by is None and not to:
        return {}
    return {"acceptedByParticipant": [participant_body(side, by.user) if by else callee_body(side, to)]}


def _finish(world: World, invitation: Invitation, side: Side, state: str, why: Reason | None) -> None:
    """The invitation ends for a side."""
    invitation.states[side.application.id] = state
    more = {"status": "Success"} if why is None else {"status": "Failure", "reason": why}
    _tell(world, invitation, side, "completed", **more)


def connect(world: World, invitation: Invitation, by: Application | None = None) -> None:
    """The invitation was accepted by an application, or by somebody on the telephone."""
    talk, inviter = invitation.talk, invitation.talk.sides[invitation.inviter.id]
    for side in invitation.invited():
        if side.application is not by:
            withdraw(world, invitation, side, "Failed", _ELSEWHERE)
    invitation.accepted_by = by
    to = str(invitation.said.get("to", ""))
    if by is None and to and to not in talk.callees:
        talk.callees.append(to)
        tell_body(world, inviter, "added", callee_body(inviter, to))
    if invitation.modality:
        talk.modalities[invitation.modality] = "Connected"
    _joined(world, talk, invitation.modality)
    for side in sides(talk):
        if side.application in (by, invitation.inviter):
            _finish(world, invitation, side, "Connected", None)


def _joined(world: World, talk: Talk, modality: str | None) -> None:
    """All that remain take part, and see each other."""
    before = {side: side.state for side in sides(talk)}
    for side in sides(talk):
        side.state = talk.connected
    for side in sides(talk):
        tell_conversation(world, talk, side)
        kind = "updated" if before[side] == "Incoming" else "added"
        for other in talk.others(side):
            if before[other] != talk.connected:
                tell_body(world, side, kind, participant_body(side, other.application.user))
        if modality:
            tell_modality(world, talk, side, modality)


def withdraw(world: World, invitation: Invitation, side: Side, state: str, why: Reason) -> None:
    """One side is invited no more."""
    _finish(world, invitation, side, state, why)
    if not side.is_in:
        end_sides(world, invitation.talk, [side])


def fail(world: World, invitation: Invitation, state: str, own: Reason, theirs: Reason) -> None:
    """The invitation ends for everybody: what its inviter is told, and those who were invited."""
    for side in invitation.invited():
        withdraw(world, invitation, side, state, theirs)
    if not invitation.is_open:
        return
    side = invitation.talk.sides[invitation.inviter.id]
    _finish(world, invitation, side, state, own)
    if invitation.modality:
        stop(world, invitation.talk, invitation.modality)
    elif not side.is_in:
        end_sides(world, invitation.talk, [side])


def stop(world: World, talk: Talk, modality: str) -> None:
    """A modality is over; with the last one the conversation is."""
    talk.modalities[modality] = "Disconnected"
    talk.typing.clear()
    for side in sides(talk):
        tell_modality(world, talk, side, modality)
        tell_conversation(world, talk, side)
    if talk.connected != "Conferenced" and not {"Connected", "Connecting"} & {*talk.modalities.values()}:
        end(world, talk)


def end(world: World, talk: Talk) -> None:
    """The conversation is over for everybody."""
    why = reason("RemoteFailure", "CallTerminated", "the conversation is over")
    for invitation in talk.invitations:
        for side in invitation.waiting():
            _finish(world, invitation, side, "Failed", why)
    for rel, state in talk.modalities.items():
        if state != "Disconnected":
            talk.modalities[rel] = "Disconnected"
            for side in sides(talk):
                tell_modality(world, talk, side, rel)
    end_sides(world, talk, [*sides(talk)])
