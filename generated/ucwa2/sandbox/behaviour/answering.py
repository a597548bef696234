"""Messaging invitations between sandbox users: the invited side answers, or misses them after some time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..extension import (
    ApplicationState,
    HttpError,
    HttpResponse,
    RequestContext,
    SandboxBackend,
    catalogue,
    handles,
    shown,
)
from .call_settings import call_settings
from .conversation_state import find, new_conversation, notify_conversation
from .documents import nothing_at
from .invitations import (
    AWAY,
    UNKNOWN,
    InvitationRecord,
    Reason,
    connect,
    fail,
    invitation_body,
    invitations_in,
    invite,
    reason,
    ring,
    stop,
    withdraw,
)
from .messages import deliver
from .profile import availability_of, find_user

PATIENCE = 30.0
"""Seconds until an invitation is missed."""

_KINDS = ("messagingInvitation", "phoneAudioInvitation", "audioVideoInvitation", "onlineMeetingInvitation",
          "participantInvitation")  # fmt: skip


@dataclass(frozen=True, slots=True)
class InvitationOutcome:
    """How an invitation ends, from the settings."""

    state: str = "Failed"
    code: str = "RemoteFailure"
    subcode: str = "Timeout"
    after: float | None = None

    @property
    def reason(self) -> Reason | None:
        """The reason of its failure; None if it succeeds."""
        words = "the settings of the sandbox let it fail"
        return None if self.state == "Connected" else reason(self.code, self.subcode, words)


def outcome(backend: SandboxBackend, to: str) -> InvitationOutcome | None:
    """How the settings let an invitation to an address end."""
    found = call_settings(backend.settings).call_states.get(to)
    if found is None:
        return None
    if not isinstance(found, dict):
        return InvitationOutcome(found)
    known: dict[str, Any] = {name: found[name] for name in ("state", "code", "subcode", "after") if name in found}
    return InvitationOutcome(**known)


@handles("startMessaging", "POST")
def start_messaging(context: RequestContext) -> HttpResponse:
    """Invite another sandbox user; fails for unknown users and for users without an available application."""
    invitation = invite(context, "messagingInvitation", "messaging", new_conversation(context.arguments))
    to = str(context.arguments.get("to", ""))
    other = find_user(context.backend, to)
    listening = _listening(context, context.backend.applications_of(other)) if other else []
    return _sent(context, invitation, to, listening, AWAY if other else UNKNOWN)


def _listening(context: RequestContext, found: list[ApplicationState]) -> list[ApplicationState]:
    return [one for one in found if one is not context.application and _takes(one, "Messaging")]


def _takes(application: ApplicationState, modality: str) -> bool:
    """Whether an application takes invitations of a modality; it takes all unless it has named some."""
    said = application.bodies.get(f"{application.path}/communication", {}).get("supportedModalities")
    return availability_of(application).is_available and (not said or modality in said)


@handles("addMessaging", "POST")
def add_messaging(context: RequestContext) -> HttpResponse:
    """Invite the other sides of the conversation."""
    conversation, side = find(context)
    if conversation.modalities.get("messaging", "Disconnected") != "Disconnected":
        raise HttpError(409, None, "AlreadyExists", "the conversation has messaging")
    listening = [other.application for other in conversation.others(side)]
    invitation = invite(context, "messagingInvitation", "messaging", conversation, side)
    return _sent(context, invitation, "", listening, AWAY)


def _sent(
    context: RequestContext, invitation: InvitationRecord, to: str, listening: list[ApplicationState], why: Reason
) -> HttpResponse:
    backend, wanted = context.backend, outcome(context.backend, to)
    answer = HttpResponse(201, headers={"location": invitation.paths[context.application.id]})
    if wanted is not None and wanted.reason is not None:
        failing = wanted.reason
        backend.later(wanted.after or 0.0, lambda: fail(backend, invitation, wanted.state, failing, failing))
    elif not listening:
        fail(backend, invitation, "Failed", why, why)
    else:
        for application in listening:
            ring(backend, invitation, application)
        backend.later(PATIENCE, lambda: _missed(backend, invitation))
    return answer


def _missed(backend: SandboxBackend, invitation: InvitationRecord) -> None:
    """End an invitation that was not answered in time."""
    if invitation.is_open:
        own = reason("RemoteFailure", "Timeout", "the invitation was not answered")
        fail(backend, invitation, "Failed", own, reason("LocalFailure", "Missed", "the invitation was missed"))


def _asked(context: RequestContext, by_inviter: bool) -> InvitationRecord:
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
    invitation = _asked(context, by_inviter=False)
    _open(context, invitation)
    connect(context.backend, invitation, context.application)
    if "message" in invitation.properties:
        conversation = invitation.conversation
        deliver(context.backend, conversation.sides[invitation.inviter.id], conversation.sides[context.application.id],
                invitation.properties["message"])  # fmt: skip
        notify_conversation(context.backend, conversation, conversation.sides[context.application.id])
    return HttpResponse(204)


def _open(context: RequestContext, invitation: InvitationRecord) -> None:
    if invitation.states[context.application.id] != "Connecting":
        raise HttpError(409, message="the invitation is over")


@handles("decline", "POST")
def decline(context: RequestContext) -> HttpResponse:
    """Decline for all applications of the user, or with reason `Local` for this one only."""
    invitation = _asked(context, by_inviter=False)
    _open(context, invitation)
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
    invitation = _asked(context, by_inviter=True)
    state = invitation.states[context.application.id]
    if state == "Connected" and invitation.modality and context.application.id in invitation.conversation.sides:
        stop(context.backend, invitation.conversation, invitation.modality)
        return HttpResponse(204)
    _open(context, invitation)
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
    context.page = catalogue().of(invitation.rel)
    body: dict[str, Any] = invitation_body(invitation, context.application)
    return shown(context, body)


for _kind in _KINDS:
    handles(_kind, "GET")(_read)
