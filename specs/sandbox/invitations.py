"""Invitations: sent, accepted, declined, cancelled or missed; each ends once, with a reason if it fails."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from ..extension import ApplicationState, RequestContext, SandboxBackend
from .conversation_bodies import callee_body, modality_body, participant_body
from .conversation_events import (
    announce,
    end_sides,
    hang_up,
    notify_body,
    notify_conversation,
    notify_modality,
    notify_people,
)
from .conversation_state import ConversationRecord, Side, open_side, sides
from .events import raise_event
from .invitation_state import InvitationRecord, invitation_body, invitations_in
from .reasons import ELSEWHERE, Reason, reason

_OVER = reason("RemoteFailure", "CallTerminated", "the conversation is over")


def invite(
    context: RequestContext, rel: str, modality: str | None, conversation: ConversationRecord, side: Side | None = None
) -> InvitationRecord:
    """Begin an invitation by the application of the request, to a new conversation or to that of ``side``."""
    backend, application = context.backend, context.application
    invitation = InvitationRecord(
        conversation, rel, modality, application, {**context.arguments, "operationId": _operation(context)}
    )
    if "delegator" in context.arguments:
        invitation.led |= {name: str(context.arguments["delegator"]) for name in ("delegator", "onBehalfOf")}
    conversation.invitations.append(invitation)
    if modality:
        conversation.modalities[modality] = "Connecting"
    found = side or open_side(backend, conversation, application, "Connecting")
    _start(backend, invitation, found)
    if side is None:
        announce(backend, conversation, found)
    if modality:
        notify_modality(backend, conversation, found, modality)
    return invitation


def _operation(context: RequestContext) -> str:
    return str(context.arguments.get("operationId") or uuid4().hex)


def ring(backend: SandboxBackend, invitation: InvitationRecord, application: ApplicationState) -> None:
    """Deliver the invitation to an application."""
    conversation, by = invitation.conversation, invitation.inviter.user
    known = conversation.sides.get(application.id)
    side = known or open_side(backend, conversation, application, "Incoming")
    _start(backend, invitation, side)
    if known is None:
        announce(backend, conversation, side)
        others = [other.application.user for other in conversation.others(side)]
        for user in (by, *(other for other in others if other is not by)):
            notify_body(backend, side, "added", participant_body(side, user))
        _notify(backend, invitation, side, "updated")
    elif invitation.modality:
        notify_modality(backend, conversation, side, invitation.modality)


def _start(backend: SandboxBackend, invitation: InvitationRecord, side: Side) -> None:
    application = side.application
    path = f"{application.path}/communication/{invitation.rel_for(application)}s/{next(application.numbers)}"
    invitation.paths[application.id], invitation.states[application.id] = path, "Connecting"
    invitation.sides[application.id] = side
    invitations_in(backend)[path] = invitation
    _notify(backend, invitation, side, "started")


def notify_updated(backend: SandboxBackend, invitation: InvitationRecord) -> None:
    """Raise the event of an invitation that goes on, for the inviter."""
    _notify(backend, invitation, invitation.sides[invitation.inviter.id], "updated")


def _notify(backend: SandboxBackend, invitation: InvitationRecord, side: Side, kind: str, **more: Any) -> None:
    """Raise an event about the invitation for a side, with its body."""
    body = invitation_body(invitation, side.application)
    path, rel = invitation.paths[side.application.id], body["rel"]
    raise_event(backend, side.application, kind, rel, path, _embedded={rel: body}, **more)


def _finish(backend: SandboxBackend, invitation: InvitationRecord, side: Side, state: str, why: Reason | None) -> None:
    """End the invitation for a side."""
    invitation.states[side.application.id] = state
    more = {"status": "Success"} if why is None else {"status": "Failure", "reason": why}
    _notify(backend, invitation, side, "completed", **more)


def connect(backend: SandboxBackend, invitation: InvitationRecord, by: ApplicationState | None = None) -> None:
    """Accept the invitation, by an application or by a participant on the telephone."""
    conversation, inviter = invitation.conversation, invitation.conversation.sides[invitation.inviter.id]
    for side in invitation.invited():
        if side.application is not by:
            withdraw(backend, invitation, side, "Failed", ELSEWHERE)
    invitation.accepted_by = by
    to = str(invitation.properties.get("to", ""))
    if by is None and to and to not in conversation.callees:
        conversation.callees.append(to)
        notify_body(backend, inviter, "added", callee_body(inviter, to))
    if invitation.modality:
        conversation.modalities[invitation.modality] = "Connected"
    _joined(backend, conversation, invitation.modality)
    for side in sides(conversation):
        if side.application in (by, invitation.inviter):
            _finish(backend, invitation, side, "Connected", None)


def _joined(backend: SandboxBackend, conversation: ConversationRecord, modality: str | None) -> None:
    """Let all sides take part, and raise the events about each other."""
    before = {side: side.state for side in sides(conversation)}
    for side in sides(conversation):
        side.state = conversation.connected
    for side in sides(conversation):
        was_invited = before[side] == "Incoming"
        if modality and was_invited:
            notify_body(backend, side, "updated", modality_body(conversation, side, modality))
        notify_conversation(backend, conversation, side)
        is_new = before[side] != conversation.connected and not was_invited
        new = [other for other in conversation.others(side) if is_new or before[other] != conversation.connected]
        for other in () if was_invited else new:
            notify_body(backend, side, "added", participant_body(side, other.application.user))
        if modality:
            notify_people(backend, conversation, side, modality, own_last=not was_invited)
        for other in new if was_invited else ():
            notify_body(backend, side, "updated", participant_body(side, other.application.user))
        if modality and not was_invited:
            notify_body(backend, side, "updated", modality_body(conversation, side, modality))


def escalate(backend: SandboxBackend, conversation: ConversationRecord) -> None:
    """Make a meeting of a conversation of two."""
    conversation.connected = "Conferenced"
    for side in sides(conversation):
        if side.state == "Connected":
            side.state = "Conferenced"
            notify_conversation(backend, conversation, side)


def withdraw(backend: SandboxBackend, invitation: InvitationRecord, side: Side, state: str, why: Reason) -> None:
    """Withdraw the invitation from one side."""
    _finish(backend, invitation, side, state, why)
    if not side.is_in:
        end_sides(backend, invitation.conversation, [side])


def fail(backend: SandboxBackend, invitation: InvitationRecord, state: str, own: Reason, theirs: Reason) -> None:
    """End the invitation for all sides, with a reason for the inviter and one for the invited sides."""
    for side in invitation.invited():
        withdraw(backend, invitation, side, state, theirs)
    if not invitation.is_open:
        return
    side = invitation.conversation.sides[invitation.inviter.id]
    _finish(backend, invitation, side, state, own)
    if invitation.modality:
        stop(backend, invitation.conversation, invitation.modality)
    elif not side.is_in:
        end_sides(backend, invitation.conversation, [side])


def stop(backend: SandboxBackend, conversation: ConversationRecord, modality: str) -> None:
    """End a modality; the conversation ends with the last one."""
    conversation.modalities[modality] = "Disconnected"
    conversation.typing.clear()
    if modality == "audioVideo":
        hang_up(backend, conversation)
    for side in sides(conversation):
        notify_modality(backend, conversation, side, modality)
        notify_conversation(backend, conversation, side)
    if conversation.connected != "Conferenced" and not {"Connected", "Connecting"} & {
        *conversation.modalities.values()
    }:
        end(backend, conversation)


def depart(backend: SandboxBackend, conversation: ConversationRecord, side: Side) -> None:
    """Remove a side: a meeting goes on for the others, another conversation ends."""
    if not goes_on(conversation, side):
        end(backend, conversation)
        return
    call_off(backend, conversation, side.application)
    end_sides(backend, conversation, [side])
    notify_departure(backend, conversation, side)


def call_off(backend: SandboxBackend, conversation: ConversationRecord, application: ApplicationState) -> None:
    """End the open invitations that an application has sent."""
    for invitation in conversation.invitations:
        if invitation.inviter is application:
            fail(backend, invitation, "Cancelled", _OVER, _OVER)


def goes_on(conversation: ConversationRecord, side: Side) -> bool:
    """Whether the conversation goes on without a side."""
    return side.state == "Conferenced" and bool(conversation.others(side))


def notify_departure(backend: SandboxBackend, conversation: ConversationRecord, side: Side) -> None:
    """Raise the events of a participant who has left, for the sides that go on."""
    for other in conversation.others(side):
        notify_body(backend, other, "deleted", participant_body(other, side.application.user))
        notify_conversation(backend, conversation, other)


def end(backend: SandboxBackend, conversation: ConversationRecord) -> None:
    """End the conversation for all sides."""
    for invitation in conversation.invitations:
        for side in invitation.waiting():
            _finish(backend, invitation, side, "Failed", _OVER)
    hang_up(backend, conversation)
    for rel, state in conversation.modalities.items():
        if state != "Disconnected":
            conversation.modalities[rel] = "Disconnected"
            for side in sides(conversation):
                notify_modality(backend, conversation, side, rel)
    end_sides(backend, conversation, [*sides(conversation)])
