"""Messaging between two sandbox users: invited, answered by the other side only, and missed after a while."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..catalogue import catalogue
from ..context import Context
from ..messages import Answer, Refused
from ..serving import handles, shown
from ..world import Application, World
from .documents import nothing_at
from .invitations import (
    AWAY,
    UNKNOWN,
    Invitation,
    Reason,
    connect,
    fail,
    invitation_body,
    invite,
    reason,
    ring,
    stop,
    withdraw,
)
from .talks import find, new_talk
from .texting import deliver

PATIENCE = 30.0
"""Seconds that somebody has to answer."""

_KINDS = ("messagingInvitation", "phoneAudioInvitation", "audioVideoInvitation", "onlineMeetingInvitation",
          "participantInvitation")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """How an invitation ends, as the settings have it."""

    state: str = "Failed"
    code: str = "RemoteFailure"
    subcode: str = "Timeout"
    after: float | None = None

    @property
    def reason(self) -> Reason | None:
        """Why it fails, if it does."""
        words = "the sandbox was told that it fails"
        return None if self.state == "Connected" else reason(self.code, self.subcode, words)


def told(world: World, to: str) -> Told | None:
    """How an invitation of somebody is to end."""
    found = world.settings.call_states.get(to)
    if found is None:
        return None
    if not isinstance(found, dict):
        return Told(found)
    known = {name: found[name] for name in ("state", "code", "subcode", "after") if name in found}
    return Told(**known)  # type: ignore[arg-type]


@handles("startMessaging", "POST")
def start_messaging(context: Context) -> Answer:
    """Invite another sandbox user; it fails if that is nobody, or nobody who listens."""
    invitation = invite(context, "messagingInvitation", "messaging", new_talk(context.arguments))
    to = str(context.arguments.get("to", ""))
    other = context.world.user(to)
    listening = _listening(context, context.world.applications_of(other)) if other else []
    return _sent(context, invitation, to, listening, AWAY if other else UNKNOWN)


def _listening(context: Context, found: list[Application]) -> list[Application]:
    return [one for one in found if one is not context.application and _takes(one, "Messaging")]


def _takes(application: Application, modality: str) -> bool:
    """Whether a user wants invitations of that kind; all of them where nothing was said."""
    said = application.bodies.get(f"{application.path}/communication", {}).get("supportedModalities")
    return application.available and (not said or modality in said)


@handles("addMessaging", "POST")
def add_messaging(context: Context) -> Answer:
    """Invite whoever is in the conversation already."""
    talk, side = find(context)
    if talk.modalities.get("messaging", "Disconnected") != "Disconnected":
        raise Refused(409, "Conflict", "AlreadyExists", "the conversation has messaging")
    listening = [other.application for other in talk.others(side)]
    invitation = invite(context, "messagingInvitation", "messaging", talk, side)
    return _sent(context, invitation, "", listening, AWAY)


def _sent(context: Context, invitation: Invitation, to: str, listening: list[Application], why: Reason) -> Answer:
    world, wanted = context.world, told(context.world, to)
    answer = Answer(201, headers={"location": invitation.paths[context.application.id]})
    if wanted is not None and wanted.reason is not None:
        failing = wanted.reason
        world.later(wanted.after or 0.0, lambda: fail(world, invitation, wanted.state, failing, failing))
    elif not listening:
        fail(world, invitation, "Failed", why, why)
    else:
        for application in listening:
            ring(world, invitation, application)
        world.later(PATIENCE, lambda: _missed(world, invitation))
    return answer


def _missed(world: World, invitation: Invitation) -> None:
    """Nobody has answered in time."""
    if invitation.is_open:
        own = reason("RemoteFailure", "Timeout", "nobody answered")
        fail(world, invitation, "Failed", own, reason("LocalFailure", "Missed", "the invitation was missed"))


def _asked(context: Context, by_inviter: bool) -> Invitation:
    """The invitation that is to be answered, by a side that may do so."""
    found: Invitation | None = context.world.invitations.get(context.path.rpartition("/")[0])
    if found is None:
        raise Refused(404, "NotFound", message="there is no such invitation")
    if (found.inviter is context.application) is not by_inviter:
        raise Refused(409, "Conflict", message="only the other side may do that")
    return found


@handles("accept", "POST")
def accept(context: Context) -> Answer:
    """Both sides are connected now; what was said in the invitation is the first message."""
    invitation = _asked(context, by_inviter=False)
    _open(context, invitation)
    connect(context.world, invitation, context.application)
    if "message" in invitation.said:
        talk = invitation.talk
        deliver(context.world, talk.sides[invitation.inviter.id], talk.sides[context.application.id],
                invitation.said["message"])  # fmt: skip
    return Answer(204)


def _open(context: Context, invitation: Invitation) -> None:
    if invitation.states[context.application.id] != "Connecting":
        raise Refused(409, "Conflict", message="the invitation is over")


@handles("decline", "POST")
def decline(context: Context) -> Answer:
    """Declined by all applications of the user, or by this one only, while others may still accept."""
    invitation = _asked(context, by_inviter=False)
    _open(context, invitation)
    theirs = reason("LocalFailure", "Declined", "you declined the invitation")
    if context.arguments.get("reason") == "Local" and len(invitation.invited()) > 1:
        withdraw(context.world, invitation, invitation.talk.sides[context.application.id], "Declined", theirs)
    else:
        own = reason("RemoteFailure", "Declined", "the invitation was declined")
        fail(context.world, invitation, "Declined", own, theirs)
    return Answer(204)


@handles("cancel", "POST")
def cancel(context: Context) -> Answer:
    """The invitation is called off; once it was accepted, what it led to ends."""
    invitation = _asked(context, by_inviter=True)
    state = invitation.states[context.application.id]
    if state == "Connected" and invitation.modality and context.application.id in invitation.talk.sides:
        stop(context.world, invitation.talk, invitation.modality)
        return Answer(204)
    _open(context, invitation)
    own = reason("LocalFailure", "Canceled", "you called the invitation off")
    fail(
        context.world,
        invitation,
        "Cancelled",
        own,
        reason("RemoteFailure", "Canceled", "the invitation was called off"),
    )
    return Answer(204)


def _read(context: Context) -> Answer:
    """An invitation as it is now, whatever kind of invitation it is."""
    invitation: Invitation | None = context.world.invitations.get(context.path)
    if invitation is None:
        return nothing_at(context)
    context.page = catalogue().of(invitation.rel)
    body: dict[str, Any] = invitation_body(invitation, context.application)
    return shown(context, body)


for _kind in _KINDS:
    handles(_kind, "GET")(_read)
