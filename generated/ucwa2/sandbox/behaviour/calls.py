"""Calls and meetings: users are rung, numbers and meetings connect after a moment, or fail as the settings say."""

from __future__ import annotations

from ..extension import HANDLERS, HttpError, HttpResponse, RequestContext, SandboxBackend, catalogue, handles, shown
from .answering import called, failure, listening, offer, takes
from .call_settings import InvitationOutcome, call_settings, is_number, outcome
from .conversation_bodies import modality_body
from .conversation_events import notify_modality
from .conversation_state import (
    ConversationRecord,
    Side,
    conversations_in,
    conversations_of,
    find,
    new_conversation,
    sides,
)
from .documents import aliases, is_sample, nothing_at
from .invitation_state import InvitationRecord, invitation_body
from .invitations import connect, escalate, fail, invite, stop
from .meetings import is_scheduled
from .own_phone import ring_own_phone
from .profile import find_user, profile, user_of_number
from .reasons import AWAY, UNKNOWN, reason

_MODALITY = {
    "phoneAudioInvitation": "phoneAudio",
    "audioVideoInvitation": "audioVideo",
    "messagingInvitation": "messaging",
}
_CALLS = {"phoneAudioInvitation": ["PhoneAudio"], "audioVideoInvitation": []}
"""The modalities of calls; audio and video are those of the conversation."""
_LED = {"Forwarded": "forwardedBy", "Transferred": "transferredBy"}
"""The links of an invitation that another user has passed on, by the state in the settings."""
_BODIES = ("escalateAudio", "escalateAudioVideo")
"""Operations that return the invitation itself."""


def _start(rel: str) -> None:
    """Register the operations that begin an invitation of a rel."""

    def start(context: RequestContext) -> HttpResponse:
        conversation, side = _conversation(context)
        _prepare(context, conversation, rel)
        called(context)
        if side is None and rel in _CALLS:
            _check_delegate(context)
        invitation = invite(context, rel, _MODALITY.get(rel), conversation, side)
        _decide(context, invitation)
        path = invitation.paths[context.application.id]
        answer = HttpResponse(201, headers={"location": path})
        if context.page.rel in _BODIES:
            context.page = catalogue().of(rel)
            answer = shown(context, invitation_body(invitation, context.application), 201)
        return answer

    for page in catalogue().pages.values():
        sample = page.samples.get("POST")
        leads = page.rel in _BODIES and rel == "audioVideoInvitation"
        if sample is not None and (leads or sample.headers.get("location") == _place(rel)):
            HANDLERS.setdefault((page.rel, "POST"), start)


def _check_delegate(context: RequestContext) -> None:
    """Refuse a user who may not call on behalf of another one."""
    delegator = find_user(context.backend, str(context.arguments.get("delegator", "")))
    if delegator is not None and context.user.name not in profile(delegator).delegates:
        raise HttpError(403, message="you are no delegate of this user")


def _place(rel: str) -> str:
    return catalogue().of(rel).samples["GET"].path


def _conversation(context: RequestContext) -> tuple[ConversationRecord, Side | None]:
    """The conversation that the address lies in, or a new one."""
    if "conversations" in context.path.split("/") and not is_sample(context):
        return find(context)
    return _in_meeting(context) or new_conversation(context.arguments), None


def _in_meeting(context: RequestContext) -> ConversationRecord | None:
    """The conversation of the meeting that the request names, if others are in it and the application is not."""
    uri = context.arguments.get("onlineMeetingUri")
    for conversation in conversations_in(context.backend).values() if uri else ():
        if conversation.meeting == uri and context.application.id not in conversation.sides:
            return conversation
    return None


def _prepare(context: RequestContext, conversation: ConversationRecord, rel: str) -> None:
    """Set the kind of the conversation."""
    name = context.page.rel
    if rel == "audioVideoInvitation":
        conversation.kinds = [kind for kind in ("Audio", "Video") if kind in name] or ["Audio"]
    elif rel == "onlineMeetingInvitation":
        conversation.connected = "Conferenced"
    elif rel == "participantInvitation":
        _check_new(context, conversation)
        escalate(context.backend, conversation)
    if name == "joinOnlineMeeting" and context.arguments.get("onlineMeetingUri"):
        conversation.meeting = str(context.arguments["onlineMeetingUri"])
        if not is_scheduled(context.backend, conversation.meeting):
            raise HttpError(404, None, "DestinationNotFound", "there is no such meeting")


def _check_new(context: RequestContext, conversation: ConversationRecord) -> None:
    """Refuse an invitation of a user who takes part already."""
    user = find_user(context.backend, called(context))
    if user is not None and any(side.is_in and side.application.user is user for side in sides(conversation)):
        raise HttpError(409, None, "AlreadyExists", "the user takes part already")


def _decide(context: RequestContext, invitation: InvitationRecord) -> None:
    """Call at once, or by telephone when the user's own phone has answered, which rings first."""
    if invitation.rel == "phoneAudioInvitation":
        ring_own_phone(context, invitation, lambda: _dial(context, invitation))
    else:
        _dial(context, invitation)


def _dial(context: RequestContext, invitation: InvitationRecord) -> None:
    """Ring the users who are called, connect a number after a moment, or let the invitation fail."""
    backend, to = context.backend, str(context.arguments.get("to", "")).strip()
    wanted = outcome(backend, to)
    if wanted is not None and wanted.to:
        invitation.led[_LED[wanted.state]] = to
        to, wanted = wanted.to, None
    if wanted is not None or not _is_ringing(context, invitation, to):
        _connect_later(backend, invitation, wanted or InvitationOutcome("Connected"))


def _is_ringing(context: RequestContext, invitation: InvitationRecord, to: str) -> bool:
    """Ring the users who are called; False if the call is for a number or a meeting."""
    backend, conversation = context.backend, invitation.conversation
    if invitation.rel not in (*_CALLS, "participantInvitation") or context.page.rel == "startEmergencyCall":
        return False
    if conversation.connected == "Conferenced" and invitation.rel in _CALLS:
        return False
    modalities = conversation.active if invitation.rel == "participantInvitation" else _CALLS[invitation.rel]
    modalities = modalities or (conversation.kinds if invitation.rel in _CALLS else [])
    if not to:
        others = [one.application for one in conversation.others(conversation.sides[context.application.id])]
        if others:
            offer(backend, invitation, [one for one in others if takes(one, modalities)], AWAY)
        return bool(others)
    user = find_user(backend, to) or user_of_number(backend, to)
    if user is not None:
        offer(backend, invitation, listening(context, user, modalities), AWAY)
        return True
    if user is None and not is_number(backend, to):
        fail(backend, invitation, "Failed", UNKNOWN, UNKNOWN)
        return True
    return False


def _connect_later(backend: SandboxBackend, invitation: InvitationRecord, wanted: InvitationOutcome) -> None:
    """Connect an invitation after a moment, or let it fail."""
    after = call_settings(backend.settings).call_seconds if wanted.after is None else wanted.after

    def decide() -> None:
        if not invitation.is_open:
            return
        why = failure(wanted)
        if why is None:
            connect(backend, invitation)
        else:
            fail(backend, invitation, wanted.state, why, why)

    backend.later(after, decide)


for _rel in (*_MODALITY, "onlineMeetingInvitation", "participantInvitation"):
    _start(_rel)


_PHONE = ("addPhoneAudio", "stopPhoneAudio", "holdPhoneAudio", "resumePhoneAudio")
aliases("/communication/conversations/137/phoneAudio", {"": "phoneAudio", **{f"/{rel}": rel for rel in _PHONE}})
"""Phone audio lies below its conversation; its sample shows another address."""


def _modality(context: RequestContext, rel: str) -> tuple[ConversationRecord, Side]:
    """The conversation of a modality: that of the address, or else the last one with the modality."""
    if "conversations" in context.path.split("/"):
        return find(context)
    having = [
        conversation
        for conversation in conversations_of(context.backend, context.application)
        if rel in conversation.modalities
    ]
    if not having:
        raise HttpError(404, message="there is no such conversation")
    return having[-1], having[-1].sides[context.application.id]


def _stops(rel: str, operations: tuple[str, ...]) -> None:
    """Register how a modality is read, and the operations that stop it."""

    def read(context: RequestContext) -> HttpResponse:
        if not any(context.path.startswith(f"{path}/") for path in conversations_in(context.backend)):
            return nothing_at(context)
        conversation, side = find(context)
        return shown(context, modality_body(conversation, side, rel))

    def end(context: RequestContext) -> HttpResponse:
        conversation, side = _modality(context, rel)
        if conversation.state_of(side, rel) == "Disconnected":
            raise HttpError(409, message=f"{rel} is not connected")
        takes_call = rel == "phoneAudio" and side.phone != "Disconnected"
        stop_modality(context.backend, conversation, "audioVideo" if takes_call else rel)
        return HttpResponse(204)

    handles(rel, "GET")(read)
    for operation in operations:
        handles(operation, "POST")(end)


def stop_modality(backend: SandboxBackend, conversation: ConversationRecord, rel: str) -> None:
    """End a modality; an open invitation to it fails."""
    for invitation in [found for found in conversation.invitations if found.is_open and found.modality == rel]:
        own = reason("LocalFailure", "Canceled", "you stopped it")
        fail(backend, invitation, "Cancelled", own, reason("RemoteFailure", "Canceled", "it was called off"))
        return
    stop(backend, conversation, rel)


_stops("messaging", ("stopMessaging",))
_stops("phoneAudio", ("stopPhoneAudio",))
_stops("audioVideo", ("stopAudioVideo", "stopAudio", "stopVideo"))


def _holds(rel: str, operation: str) -> None:
    @handles(operation, "POST")
    def hold(context: RequestContext) -> HttpResponse:
        conversation, side = _modality(context, rel)
        if conversation.state_of(side, rel) != "Connected":
            raise HttpError(409, message=f"{rel} is not connected")
        notify_modality(context.backend, conversation, side, rel)
        return HttpResponse(204)


_holds("phoneAudio", "holdPhoneAudio")
_holds("phoneAudio", "resumePhoneAudio")
