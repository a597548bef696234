"""Messages within a conversation: sent, typed and ended."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import quote

from ..context import Context, raise_event
from ..messages import Answer, Refused
from ..serving import handles
from .conversations import Talk, messaging_body, talk_of
from .people import contact_path


@handles("sendMessage", "POST")
def send_message(context: Context) -> Answer:
    """The text comes to the other side as an event, and its arrival to this one."""
    talk = talk_of(context)
    if talk is None:
        raise Refused(404, "NotFound", message="there is no such conversation")
    mine = talk.sides[context.application.id]
    path = f"{mine}/messaging/messages/{next(context.application.numbers)}"
    operation = context.arguments.get("operationId", "")
    sent = {
        "rel": "message",
        "direction": "Outgoing",
        "status": "Succeeded",
        "operationId": operation,
        "timeStamp": _now(),
    }
    sent["_links"] = {"self": {"href": path}, "messaging": {"href": f"{mine}/messaging"}}
    context.application.bodies[path] = sent
    raise_event(
        context.world,
        context.application,
        "completed",
        "message",
        path,
        mine,
        _embedded={"message": sent},
        status="Success",
    )
    _deliver(context, talk)
    return Answer(201, headers={"location": path})


def _deliver(context: Context, talk: Talk) -> None:
    found = talk.other(context.world, context.application)
    if found is None:
        return
    other, theirs = found
    path = f"{theirs}/messaging/messages/{next(other.numbers)}"
    text = context.asked.content.decode("utf-8", "replace")
    html = context.asked.media_type == "text/html"
    link = {"href": f"data:{'text/html' if html else 'text/plain'};charset=utf-8,{quote(text)}"}
    sender = f"{theirs}/participants/{context.user.name}"
    body: dict[str, Any] = {"rel": "message", "direction": "Incoming", "status": "Succeeded", "timeStamp": _now()}
    body["_links"] = {
        "self": {"href": path},
        "htmlMessage" if html else "plainMessage": link,
        "messaging": {"href": f"{theirs}/messaging"},
        "participant": {"href": sender, "title": context.user.display},
        "contact": {"href": contact_path(other, context.user)},
    }  # fmt: skip
    other.bodies[path] = body
    raise_event(
        context.world, other, "completed", "message", path, theirs, _embedded={"message": body}, status="Success"
    )


@handles("setIsTyping", "POST")
def typing(context: Context) -> Answer:
    talk = talk_of(context)
    found = talk.other(context.world, context.application) if talk else None
    if found is not None:
        other, theirs = found
        inside = {"rel": "typingParticipants", "href": f"{theirs}/participants/typingParticipants"}
        href = f"{theirs}/participants/{context.user.name}"
        where: dict[str, Any] = {"in": inside}
        raise_event(context.world, other, "added", "participant", href, theirs, **where)
    return Answer(204)


@handles("stopMessaging", "POST")
def stop(context: Context) -> Answer:
    """The conversation is over on both sides."""
    talk = talk_of(context)
    for number, path in talk.sides.items() if talk else ():
        application = context.world.applications.get(number)
        if application is not None:
            application.bodies[f"{path}/messaging"] = messaging_body(application, path, "Disconnected")
            raise_event(context.world, application, "updated", "messaging", f"{path}/messaging", path)
            raise_event(context.world, application, "deleted", "conversation", path)
    if talk is not None:
        talk.is_over = True
    return Answer(204)


def _now() -> str:
    return f"/Date({int(time.time() * 1000)})/"
