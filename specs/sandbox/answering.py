"""Messaging invitations between sandbox users: the invited side answers, or misses them after some time."""

from __future__ import annotations

from typing import Any

from ..extension import (
    ApplicationState,
    HttpError,
    HttpResponse,
    RequestContext,
    SandboxBackend,
    SandboxUser,
    catalogue,
    handles,
    shown,
    wrong_parameters,
)
from .call_settings import InvitationOutcome, outcome
from .conversation_events import notify_conversation
from .conversation_state import find, new_conversation
from .documents import nothing_at
from .invitation_state import InvitationRecord, invitation_body, invitations_in
from .invitations import connect, fail, invite, ring, stop, withdraw
from .messages import deliver
from .profile import availability_of, find_user
from .reasons import AWAY, UNKNOWN, Reason, reason

PATIENCE = 30.0
"""Seconds until an invitation is missed."""

_KINDS = ("messagingInvitation", "phoneAudioInvitation", "audioVideoInvitation", "onlineMeetingInvitation",
          "participantInvitation")  # fmt: skip


def failure(wanted: InvitationOutcome | None) -> Reason | None:
    """The reason of an invitation that the settings let fail; None if they do not."""
    if wanted is None or wanted.state in ("Connected", "Forwarded", "Transferred"):
        return None
    return reason(wanted.code, wanted.subcode, "the settings of the sandbox let it fail")


def called(context: RequestContext) -> str:
    """The address that an invitation is for; raises ``HttpError`` for a blank one."""
    to = str(context.arguments.get("to", "")).strip()
    if not to and "to" in context.arguments:
        raise wrong_parameters({"to": "is required"})
    return to


@handles("startMessaging", "POST")
def start_messaging(context: RequestContext) -> HttpResponse:
    """Invite another sandbox user; fails for unknown users and for users without an available application."""
    to = called(context)
    invitation = invite(context, "messagingInvitation", "messaging", new_conversation(context.arguments))
    other = find_user(context.backend, to)
    return _sent(context, invitation, to, listening(context, other, ["Messaging"]), AWAY if other else UNKNOWN)


def listening(context: RequestContext, user: SandboxUser | None, modalities: list[str]) -> list[ApplicationState]:
    """The other applications of a user that take invitations of one of the modalities."""
    found = context.backend.applications_of(user) if user else []
    return [one for one in found if one is not context.application and takes(one, modalities)]


def takes(application: ApplicationState, modalities: list[str]) -> bool:
    """Whether an application takes one of the modalities, if any; it takes all unless it has named some."""
    said = application.bodies.get(f"{application.path}/communication", {}).get("supportedModalities")
    if not availability_of(application).is_available:
        return False
    return not said or not modalities or not {*said}.isdisjoint(modalities)


@handles("addMessaging", "POST")
def add_messaging(context: RequestContext) -> HttpResponse:
    """Invite the other sides of the conversation; a meeting itself accepts, without ringing its participants."""
    conversation, side = find(context)
    if conversation.modalities.get("messaging", "Disconnected") != "Disconnected":
        raise HttpError(409, None, "AlreadyExists", "the conversation has messaging")
    others = [other.application for other in conversation.others(side)]
    invitation = invite(context, "messagingInvitation", "messaging", conversation, side)
    if conversation.connected == "Conferenced":
        context.backend.later(0.0, lambda: connect(context.backend, invitation) if invitation.is_open else None)
        return HttpResponse(201, headers={"location": invitation.paths[context.application.id]})
    return _sent(context, invitation, "", others, AWAY)


def _sent(
    context: RequestContext, invitation: InvitationRecord, to: str, found: list[ApplicationState], why: Reason
) -> HttpResponse:
    backend, wanted = context.backend, outcome(context.backend, to)
    failing = failure(wanted)
    if wanted is not None and failing is not None:
        backend.later(wanted.after or 0.0, lambda: fail(backend, invitation, wanted.state, failing, failing))
    else:
        offer(backend, invitation, found, why)
    return HttpResponse(201, headers={"location": invitation.paths[context.application.id]})


def offer(backend: SandboxBackend, invitation: InvitationRecord, found: list[ApplicationState], why: Reason) -> None:
    """Let an invitation ring applications until it is missed; without any it fails."""
    if not found:
        fail(backend, invitation, "Failed", why, why)
        return
    for application in found:
        ring(backend, invitation, application)
    backend.later(PATIENCE, lambda: _missed(backend, invitation))


def _missed(backend: SandboxBackend, invitation: InvitationRecord) -> None:
    """End an invitation that was not answered in time."""
    if invitation.is_open:
        own = reason("RemoteFailure", "Timeout", "the invitation was not answered")
        fail(backend, invitation, "Failed", own, reason("LocalFailure", "Missed", "the invitation was missed"))


def asked(context: RequestContext, by_inviter: bool) -> InvitationRecord:
    """The invitation of a request; raises ``HttpError`` if the other side has to act."""
    found: InvitationRecord | None = invitations_in(context.backend).get(context.path.rpartition("/")[0])
    if found is None:
        raise HttpError(404, message="there is no such invitation")
    if (found.inviter is context.application) is not by_inviter:
        raise HttpError(409, message="only the other side may do that")
    return found


@handles("accept", "POST")
def accept(context: RequestContext) -> HttpResponse:
    """Connect both sides; the message in the invitation becomes the first message."""
    invitation = asked(context, by_inviter=False)
    check_open(context, invitation)
    connect(context.backend, invitation, context.application)
    answer = HttpResponse(_status_of(context))
    if "message" in invitation.properties:
        conversation = invitation.conversation
        deliver(context.backend, conversation.sides[invitation.inviter.id], conversation.sides[context.application.id],
                invitation.properties["message"])  # fmt: skip
        notify_conversation(context.backend, conversation, conversation.sides[context.application.id])
    return answer


def _status_of(context: RequestContext) -> int:
    """The documented status of an operation without a body."""
    sample = context.page.samples.get("POST")
    return 204 if sample is None or sample.text else sample.status


handles("acceptWithAnswer", "POST")(accept)


def check_open(context: RequestContext, invitation: InvitationRecord) -> None:
    """Refuse an answer to an invitation that is over."""
    if invitation.states[context.application.id] != "Connecting":
        raise HttpError(409, message="the invitation is over")


@handles("decline", "POST")
def decline(context: RequestContext) -> HttpResponse:
    """Decline for all applications of the user, or with reason `Local` for this one only."""
    invitation = asked(context, by_inviter=False)
    check_open(context, invitation)
    theirs = reason("LocalFailure", "Declined", "you declined the invitation")
    if context.arguments.get("reason") == "Local" and len(invitation.invited()) > 1:
        withdraw(context.backend, invitation, invitation.conversation.sides[context.application.id], "Declined", theirs)
    else:
        own = reason("RemoteFailure", "Declined", "the invitation was declined")
        fail(context.backend, invitation, "Declined", own, theirs)
    return HttpResponse(204)


@handles("cancel", "POST")
def cancel(context: RequestContext) -> HttpResponse:
    """Cancel the invitation; if it was accepted, its modality ends."""
    invitation = asked(context, by_inviter=True)
    state = invitation.states[context.application.id]
    if state == "Connected" and invitation.modality and context.application.id in invitation.conversation.sides:
        stop(context.backend, invitation.conversation, invitation.modality)
        return HttpResponse(204)
    check_open(context, invitation)
    own = reason("LocalFailure", "Canceled", "you called the invitation off")
    fail(
        context.backend,
        invitation,
        "Cancelled",
        own,
        reason("RemoteFailure", "Canceled", "the invitation was called off"),
    )
    return HttpResponse(204)


def _read(context: RequestContext) -> HttpResponse:
    """The current body of an invitation of any kind."""
    invitation: InvitationRecord | None = invitations_in(context.backend).get(context.path)
    if invitation is None:
        return nothing_at(context)
    context.page = catalogue().of(invitation.rel_for(context.application))
    body: dict[str, Any] = invitation_body(invitation, context.application)
    return shown(context, body)


for _kind in _KINDS:
    handles(_kind, "GET")(_read)
