"""Messages within a conversation: sent, fetched in time or lost; and who is typing."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import quote

from ..context import Context
from ..messages import Answer, Refused
from ..serving import handles, shown
from ..world import World
from .documents import nothing_at
from .people import contact_path
from .talks import Side, Talk, find, participant_path, tell, tell_body

IN_TIME = 30.0
"""Seconds within which an application fetches a message, or never gets it."""
TYPING = 5.0
"""Seconds after which somebody types no more."""
_FORMATS = {"text/plain": "plainMessage", "text/html": "htmlMessage"}
_LOST = {"code": "RemoteFailure", "subcode": "Timeout", "message": "the message was not fetched in time"}


def _connected(context: Context) -> tuple[Talk, Side]:
    talk, side = find(context)
    if talk.modalities.get("messaging") != "Connected" or not side.is_in:
        raise Refused(409, "Conflict", message="messaging is not connected")
    return talk, side


@handles("sendMessage", "POST")
def send_message(context: Context) -> Answer:
    """The text comes to the other side as an event; once it was fetched, this side hears so."""
    talk, side = _connected(context)
    kind = context.asked.media_type
    if kind not in _FORMATS:
        raise Refused(415, "UnsupportedMediaType", message="messages are text/plain or text/html")
    world, path = context.world, _new(side)
    body: dict[str, Any] = {"rel": "message", "direction": "Outgoing", "status": "Pending", "timeStamp": _now()}
    body |= {"operationId": context.arguments.get("operationId", "")}
    body["_links"] = {"self": {"href": path}, "messaging": {"href": f"{side.path}/messaging"}}
    context.application.bodies[path] = body
    tell_body(world, side, "started", body)
    text = context.asked.content.decode("utf-8", "replace")
    _rest(world, talk, side)
    for other in talk.others(side):
        deliver(world, side, other, f"data:{kind};charset=utf-8,{quote(text)}", path)
    return Answer(201, headers={"location": path})


def _new(side: Side) -> str:
    path = f"{side.path}/messaging/messages/{next(side.application.numbers)}"
    side.messages.append(path)
    return path


def deliver(world: World, side: Side, other: Side, text: str, sent: str | None = None) -> None:
    """A message comes in at the other side, which has a while to fetch it."""
    path = _new(other)
    body = _incoming(side, other, path, text)
    other.application.bodies[path] = body
    channel = other.application.channel
    tell(world, other, "started", "message", path)
    number = tell_body(world, other, "completed", body, status="Success")
    if sent is None:
        return
    channel.told[number] = lambda: _arrived(world, side, sent)

    def late() -> None:
        if number in channel.told:
            channel.drop(number)
            other.application.bodies.pop(path, None)
            other.messages.remove(path)
            _failed(world, side, other, sent)

    world.later(IN_TIME, late)


def _incoming(side: Side, other: Side, path: str, text: str) -> dict[str, Any]:
    user = side.application.user
    kind = _FORMATS["text/html" if text.startswith("data:text/html") else "text/plain"]
    body: dict[str, Any] = {"rel": "message", "direction": "Incoming", "status": "Succeeded", "timeStamp": _now()}
    body["_links"] = {
        "self": {"href": path},
        kind: {"href": text},
        "messaging": {"href": f"{other.path}/messaging"},
        "participant": {"href": participant_path(other, user), "title": user.display},
        "contact": {"href": contact_path(other.application, user)},
    }
    return body


def _arrived(world: World, side: Side, path: str) -> None:
    """The other side has fetched it."""
    _done(world, side, path, {"status": "Succeeded"}, status="Success")


def _failed(world: World, side: Side, other: Side, path: str) -> None:
    """The other side has not fetched it."""
    body = side.application.bodies.get(path, {})
    missed = [{"href": participant_path(side, other.application.user)}]
    links = {**body.get("_links", {}), "failedDeliveryParticipant": missed}
    _done(world, side, path, {"status": "Failed", "_links": links}, status="Failure", reason=_LOST)


def _done(world: World, side: Side, path: str, change: dict[str, Any], **more: Any) -> None:
    body = side.application.bodies.get(path)
    if body is not None:
        side.application.bodies[path] = {**body, **change}
        tell_body(world, side, "completed", side.application.bodies[path], **more)


@handles("message", "GET")
def message(context: Context) -> Answer:
    body = context.application.bodies.get(context.path)
    return nothing_at(context) if body is None else shown(context, body)


@handles("messages", "GET")
def messages(context: Context) -> Answer:
    """All messages of the conversation."""
    if context.path not in {f"{path}/messaging/messages" for path in context.world.talks}:
        return nothing_at(context)
    _, side = find(context)
    links = {"self": {"href": context.path}, "message": [{"href": path} for path in side.messages]}
    return shown(context, {"rel": "messages", "_links": links})


@handles("setIsTyping", "POST")
def typing(context: Context) -> Answer:
    """The other side sees it for a while."""
    talk, side = _connected(context)
    world, number = context.world, context.application.id
    if number not in talk.typing:
        _tell_typing(world, talk, side, "added")
    until = talk.typing[number] = world.clock() + TYPING

    def over() -> None:
        if talk.typing.get(number) == until:
            _rest(world, talk, side)

    world.later(TYPING, over)
    return Answer(204)


def _rest(world: World, talk: Talk, side: Side) -> None:
    """Somebody types no more."""
    if talk.typing.pop(side.application.id, None) is not None:
        _tell_typing(world, talk, side, "deleted")


def _tell_typing(world: World, talk: Talk, side: Side, kind: str) -> None:
    for other in talk.others(side):
        inside = {"rel": "typingParticipants", "href": f"{other.path}/participants/typingParticipants"}
        where: dict[str, Any] = {"in": inside}
        tell(world, other, kind, "participant", participant_path(other, side.application.user), **where)


def _now() -> str:
    return f"/Date({int(time.time() * 1000)})/"
