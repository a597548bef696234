"""Conversations of an application: listed, read, left; and what is left of them when an application is lost."""

from __future__ import annotations

from ..catalogue import catalogue
from ..context import Context
from ..messages import Answer
from ..serving import handles, sample_path, shown
from ..world import Application, World, lost
from .documents import as_sample, nothing_at
from .invitations import AWAY, end, fail
from .talks import (
    Talk,
    callee_body,
    conversation_body,
    find,
    local_body,
    participant_body,
    talks_of,
)


@handles("conversations", "GET")
def conversations(context: Context) -> Answer:
    mine = [talk.sides[context.application.id].path for talk in talks_of(context.world, context.application)]
    links = {"self": {"href": context.path}, "conversation": [{"href": path} for path in mine]}
    return shown(context, {"rel": "conversations", "_links": links})


def _is_known(context: Context) -> bool:
    return any(f"{context.path}/".startswith(f"{path}/") for path in context.world.talks)


@handles("conversation", "GET")
def conversation(context: Context) -> Answer:
    if not _is_known(context):
        return nothing_at(context)
    return shown(context, conversation_body(*find(context)))


@handles("conversation", "DELETE")
def leave(context: Context) -> Answer:
    """All modalities end, on both sides."""
    talk, _ = find(context)
    end(context.world, talk)
    return Answer(204)


def _of_sample(context: Context) -> Answer:
    """Everybody is in the documented conversation."""
    conversation = catalogue().of("conversation").samples["GET"].path
    is_below = sample_path(context).startswith(f"{conversation}/")
    return as_sample(context) if is_below else nothing_at(context)


def _participant(context: Context) -> Answer:
    """Somebody who takes part, by whatever rel the link was called."""
    if not _is_known(context):
        return _of_sample(context)
    talk, side = find(context)
    people = [participant_body(side, other.application.user) for other in talk.sides.values() if other is not side]
    people += [local_body(side), *(callee_body(side, uri) for uri in talk.callees)]
    found = [body for body in people if body["_links"]["self"]["href"] == context.path]
    if not found:
        return nothing_at(context)
    context.page = catalogue().of(found[0]["rel"])
    return shown(context, found[0])


for _rel in ("participant", "localParticipant", "acceptedByParticipant", "failedDeliveryParticipant", "from"):
    handles(_rel, "GET")(_participant)


@lost
def forget(world: World, application: Application) -> None:
    """The others hear that an application has gone; it hears nothing, as it has lost its conversations."""
    for talk in talks_of(world, application):
        _forget(world, talk, application)
    for path in [path for path in world.invitations if path.startswith(f"{application.path}/")]:
        del world.invitations[path]


def _forget(world: World, talk: Talk, application: Application) -> None:
    side = talk.sides.pop(application.id)
    world.talks.pop(side.path, None)
    for invitation in talk.invitations:
        was_open = invitation.is_open
        invitation.states.pop(application.id, None)
        if was_open and invitation.inviter is not application and not invitation.invited():
            fail(world, invitation, "Failed", AWAY, AWAY)
    if side.is_in or any(one.inviter is application for one in talk.invitations):
        end(world, talk)
