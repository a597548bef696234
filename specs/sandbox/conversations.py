"""Conversations of an application: listed, read and left; and their end when an application is lost."""

from __future__ import annotations

from ..extension import (
    ApplicationState,
    HttpResponse,
    RequestContext,
    SandboxBackend,
    catalogue,
    handles,
    lost,
    shown,
)
from .conversation_bodies import callee_body, conversation_body, local_body, participant_body
from .conversation_state import ConversationRecord, conversations_in, conversations_of, find
from .documents import in_sample_conversation, nothing_at
from .invitation_state import invitations_in
from .invitations import call_off, depart, end, fail, goes_on, notify_departure
from .reasons import AWAY


@handles("conversations", "GET")
def conversations(context: RequestContext) -> HttpResponse:
    paths = [
        conversation.sides[context.application.id].path
        for conversation in conversations_of(context.backend, context.application)
    ]
    links = {"self": {"href": context.path}, "conversation": [{"href": path} for path in paths]}
    return shown(context, {"rel": "conversations", "_links": links})


def _is_known(context: RequestContext) -> bool:
    return any(f"{context.path}/".startswith(f"{path}/") for path in conversations_in(context.backend))


@handles("conversation", "GET")
def conversation(context: RequestContext) -> HttpResponse:
    if not _is_known(context):
        return nothing_at(context)
    return shown(context, conversation_body(*find(context)))


@handles("conversation", "DELETE")
def leave(context: RequestContext) -> HttpResponse:
    """Leave a meeting, or end all modalities of another conversation on all sides."""
    depart(context.backend, *find(context))
    return HttpResponse(204)


@handles("participants", "GET")
def participants(context: RequestContext) -> HttpResponse:
    """The others who take part: users, and those who were called by telephone."""
    if not _is_known(context):
        return in_sample_conversation(context)
    conversation, side = find(context)
    people = [participant_body(side, other.application.user) for other in conversation.others(side)]
    people += [callee_body(side, uri) for uri in conversation.callees]
    links = [{"href": body["_links"]["self"]["href"], "title": body["name"]} for body in people]
    return shown(context, {"rel": "participants", "_links": {"self": {"href": context.path}, "participant": links}})


def _participant(context: RequestContext) -> HttpResponse:
    """A participant, by any of the rels that lead to one."""
    if not _is_known(context):
        return in_sample_conversation(context)
    conversation, side = find(context)
    others = [other.application.user for other in conversation.sides.values() if other is not side]
    people = [local_body(side), *(participant_body(side, user) for user in others)]
    people += [callee_body(side, uri) for uri in conversation.callees]
    found = [body for body in people if body["_links"]["self"]["href"] == context.path]
    if not found:
        return nothing_at(context)
    context.page = catalogue().of(found[0]["rel"])
    return shown(context, found[0])


for _rel in ("participant", "localParticipant", "acceptedByParticipant", "failedDeliveryParticipant", "from"):
    handles(_rel, "GET")(_participant)


@lost
def forget(backend: SandboxBackend, application: ApplicationState) -> None:
    """Remove a lost application from its conversations; the other sides get events."""
    for conversation in conversations_of(backend, application):
        _forget(backend, conversation, application)
    for path in [path for path in invitations_in(backend) if path.startswith(f"{application.path}/")]:
        del invitations_in(backend)[path]


def _forget(backend: SandboxBackend, conversation: ConversationRecord, application: ApplicationState) -> None:
    side = conversation.sides.pop(application.id)
    conversations_in(backend).pop(side.path, None)
    for invitation in conversation.invitations:
        was_open = invitation.is_open
        invitation.states.pop(application.id, None)
        if was_open and invitation.inviter is not application and not invitation.invited():
            fail(backend, invitation, "Failed", AWAY, AWAY)
    if goes_on(conversation, side):
        call_off(backend, conversation, application)
        notify_departure(backend, conversation, side)
    elif side.is_in or any(one.inviter is application for one in conversation.invitations):
        end(backend, conversation)
