"""Conversations between sandbox users, and calls that ring nobody but come to an end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..catalogue import catalogue
from ..context import Context, raise_event, sampled
from ..messages import Answer, Refused
from ..serving import handles, shown
from ..world import Application, World

FAILED = {"code": "RemoteFailure", "subcode": "Declined", "message": "the invitation was declined"}
_NO_ANSWER = {"code": "RemoteFailure", "subcode": "Timeout", "message": "nobody answered"}


@dataclass(slots=True)
class Talk:
    """A conversation as two applications see it: each has its own addresses."""

    sides: dict[str, str] = field(default_factory=dict)
    """The path of the conversation in each application, by the application's number."""
    invitations: dict[str, str] = field(default_factory=dict)
    operation_id: str = ""
    rel: str = "messagingInvitation"
    is_over: bool = False

    def other(self, world: World, mine: Application) -> tuple[Application, str] | None:
        """The other side, if it is still there."""
        for number, path in self.sides.items():
            if number != mine.id and number in world.applications:
                return world.applications[number], path
        return None


def _talks(world: World) -> dict[str, Talk]:
    """All conversations by the path of either side, and by that of their invitations."""
    return world.talks


@handles("startMessaging", "POST")
def start_messaging(context: Context) -> Answer:
    """Invite another sandbox user, or nobody, which fails."""
    return _invite(context, "messagingInvitation", "messaging")


@handles("startPhoneAudio", "POST")
def start_phone_audio(context: Context) -> Answer:
    """A call: it connects, or fails if the sandbox was told so for the number."""
    path, body = _invitation(context, "phoneAudioInvitation")
    _tell(context.world, context.application, "started", body)
    wanted = context.world.settings.call_states.get(str(context.arguments.get("to", "")), "Connected")
    done = {**body, "state": wanted}
    context.application.bodies[path] = done
    reason = {} if wanted == "Connected" else {"reason": _NO_ANSWER, "status": "Failure"}
    _tell(context.world, context.application, "completed", done, **reason)
    return Answer(201, headers={"location": path})


def _invite(context: Context, rel: str, modality: str) -> Answer:
    path, body = _invitation(context, rel)
    talk = Talk(operation_id=body["operationId"], rel=rel)
    talk.sides[context.application.id] = body["_links"]["conversation"]["href"]
    talk.invitations[context.application.id] = path
    _keep(context.world, talk, context.application.id)
    _tell(context.world, context.application, "started", body)
    other = context.world.user(str(context.arguments.get("to", "")))
    listening = [found for found in context.world.applications_of(other) if found.available] if other else []
    if not listening:
        _complete(context.world, context.application, talk, "Failed", reason=_NO_ANSWER, status="Failure")
        return Answer(201, headers={"location": path})
    _ring(context, talk, listening[-1], body)
    return Answer(201, headers={"location": path})


def _ring(context: Context, talk: Talk, other: Application, mine: dict[str, Any]) -> None:
    """The other side sees the invitation come in."""
    path, conversation = _new(other, "communication/invitations"), _new(other, "communication/conversations")
    talk.sides[other.id], talk.invitations[other.id] = conversation, path
    body = _body(other, talk.rel, path, conversation)
    wanted = ("subject", "importance", "threadId", "to")
    body |= {name: mine[name] for name in wanted if name in mine} | {"direction": "Incoming", "state": "Connecting"}
    body["_links"]["from"] = {"href": f"{conversation}/participants/{context.user.name}", "title": context.user.display}
    if "message" in context.arguments:
        body["_links"]["message"] = {"href": context.arguments["message"]}
    other.bodies[path] = body
    _keep(context.world, talk, other.id)
    _tell(context.world, other, "started", body)


def _invitation(context: Context, rel: str) -> tuple[str, dict[str, Any]]:
    """A new outgoing invitation."""
    application = context.application
    path, conversation = (
        _new(application, "communication/invitations"),
        _new(application, "communication/conversations"),
    )
    body = _body(application, rel, path, conversation)
    said = {name: value for name, value in context.arguments.items() if name != "message"}
    body.update({"importance": "Normal", **said, "direction": "Outgoing", "state": "Connecting"})
    application.bodies[path] = body
    return path, body


def _body(application: Application, rel: str, path: str, conversation: str) -> dict[str, Any]:
    sample = sampled(application, catalogue().of(rel).samples["GET"], path)
    links = {name: {"href": f"{path}/{name}"} for name in ("accept", "decline", "cancel")}
    links |= {
        "self": {"href": path},
        "conversation": {"href": conversation},
        "messaging": {"href": f"{conversation}/messaging"},
    }
    return {"rel": rel, "operationId": sample["operationId"], "threadId": sample["threadId"], "_links": links}


def _new(application: Application, where: str) -> str:
    return f"{application.path}/{where}/{next(application.numbers)}"


def _keep(world: World, talk: Talk, number: str) -> None:
    _talks(world)[talk.sides[number]] = talk
    _talks(world)[talk.invitations[number]] = talk


def _tell(world: World, application: Application, kind: str, body: dict[str, Any], **more: Any) -> None:
    """Tell of a resource that is in its event."""
    rel, path = body["rel"], body["_links"]["self"]["href"]
    raise_event(world, application, kind, rel, path, _embedded={rel: body}, **more)


def _complete(world: World, application: Application, talk: Talk, state: str, **more: Any) -> None:
    path = talk.invitations[application.id]
    body = {**application.bodies[path], "state": state}
    application.bodies[path] = body
    _tell(world, application, "completed", body, **more)


def talk_of(context: Context) -> Talk | None:
    """The conversation of an address below it, or below its invitation."""
    steps = context.path.split("/")
    for length in range(len(steps), 4, -1):
        found = _talks(context.world).get("/".join(steps[:length]))
        if found is not None:
            return found
    return None


@handles("accept", "POST")
def accept(context: Context) -> Answer:
    """Both sides are connected now."""
    talk = talk_of(context)
    if talk is None or talk.is_over:
        raise Refused(404, "NotFound", message="there is no such invitation")
    for number, path in talk.sides.items():
        application = context.world.applications.get(number)
        if application is None:
            continue
        application.bodies[path] = _conversation(application, path)
        application.bodies[f"{path}/messaging"] = messaging_body(application, path, "Connected")
        raise_event(
            context.world,
            application,
            "added",
            "conversation",
            path,
            _embedded={"conversation": application.bodies[path]},
        )
        raise_event(context.world, application, "updated", "messaging", f"{path}/messaging", path)
        _complete(context.world, application, talk, "Connected", status="Success")
    return Answer(204)


@handles("decline", "POST")
def decline(context: Context) -> Answer:
    return _end(context, FAILED)


@handles("cancel", "POST")
def cancel(context: Context) -> Answer:
    return _end(
        context, {**FAILED, "code": "LocalFailure", "subcode": "Canceled", "message": "the invitation was called off"}
    )


def _end(context: Context, reason: dict[str, str]) -> Answer:
    talk = talk_of(context)
    if talk is None or talk.is_over:
        raise Refused(404, "NotFound", message="there is no such invitation")
    talk.is_over = True
    for number in talk.invitations:
        application = context.world.applications.get(number)
        if application is not None:
            _complete(context.world, application, talk, "Failed", reason=reason, status="Failure")
    return Answer(204)


def _conversation(application: Application, path: str) -> dict[str, Any]:
    sample = sampled(application, catalogue().of("conversation").samples["GET"], path)
    return {**sample, "state": "Connected", "activeModalities": ["Messaging"]}


def messaging_body(application: Application, path: str, state: str) -> dict[str, Any]:
    sample = sampled(application, catalogue().of("messaging").samples["GET"], f"{path}/messaging")
    return {**sample, "state": state, "negotiatedMessageFormats": ["Plain"]}


@handles("conversations", "GET")
def conversations(context: Context) -> Answer:
    mine = [talk.sides[context.application.id] for talk in _mine(context)]
    links = {"self": {"href": context.path}, "conversation": [{"href": path} for path in mine]}
    return shown(context, {"rel": "conversations", "_links": links})


def _mine(context: Context) -> list[Talk]:
    found = {id(talk): talk for talk in _talks(context.world).values() if context.application.id in talk.sides}
    return [talk for talk in found.values() if not talk.is_over]
