"""Messages in a conversation: sent, fetched in time or lost; and typing."""

from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import quote_plus

from ..extension import HttpError, HttpResponse, RequestContext, SandboxBackend, handles, shown
from .conversation_bodies import negotiated_formats, participant_path
from .conversation_events import notify, notify_body
from .conversation_state import ConversationRecord, Side, conversations_in, find
from .documents import in_sample_conversation, nothing_at
from .people import contact_path

IN_TIME = 30.0
"""Seconds within which an application must fetch a message."""
TYPING = 5.0
"""Seconds after which typing ends."""
_ENCODED = re.compile("%[0-9A-F]{2}")
_FORMATS = {"text/plain": "plainMessage", "text/html": "htmlMessage"}
_NAMES = {"text/plain": "Plain", "text/html": "Html"}
_LOST = {"code": "RemoteFailure", "subcode": "Timeout", "message": "the message was not fetched in time"}


def _connected(context: RequestContext) -> tuple[ConversationRecord, Side]:
    conversation, side = find(context)
    if conversation.modalities.get("messaging") != "Connected" or not side.is_in:
        raise HttpError(409, message="messaging is not connected")
    return conversation, side


@handles("sendMessage", "POST")
def send_message(context: RequestContext) -> HttpResponse:
    """Send a text to the other sides as an event; the sender gets an event when it was fetched."""
    conversation, side = _connected(context)
    kind = context.request.media_type
    formats = negotiated_formats(conversation)
    if kind not in _FORMATS or _NAMES[kind] not in formats:
        raise HttpError(415, message=f"the formats of messages here are {', '.join(formats)}")
    backend, path = context.backend, _new(side)
    body: dict[str, Any] = {"rel": "message", "direction": "Outgoing", "status": "Pending", "timeStamp": _now()}
    body |= {"operationId": context.arguments.get("operationId", "")}
    body["_links"] = {"self": {"href": path}, "messaging": {"href": f"{side.path}/messaging"}}
    context.application.bodies[path] = body
    notify_body(backend, side, "started", body)
    text = context.request.content.decode("utf-8", "replace")
    _rest(backend, conversation, side)
    for other in conversation.others(side):
        deliver(backend, side, other, f"data:{kind};charset=utf-8,{_url_encoded(text)}", path)
    return HttpResponse(201, headers={"location": path})


def _url_encoded(text: str) -> str:
    """The text as servers encode it: plus signs for spaces, and percent signs with small letters."""
    return _ENCODED.sub(lambda found: found[0].lower(), quote_plus(text, safe="!*()")).replace("~", "%7e")


def _new(side: Side) -> str:
    path = f"{side.path}/messaging/messages/{next(side.application.numbers)}"
    side.messages.append(path)
    return path


def deliver(backend: SandboxBackend, side: Side, other: Side, text: str, sent: str | None = None) -> None:
    """Deliver a message to the other side, which must fetch it in time."""
    path = _new(other)
    body = _incoming(side, other, path, text)
    other.application.bodies[path] = body
    channel = other.application.channel
    number = notify_body(backend, other, "completed", body, status="Success")
    if sent is None:
        return
    channel.sent[number] = lambda: _arrived(backend, side, sent)

    def late() -> None:
        if number in channel.sent:
            other.application.drop(number)
            other.application.bodies.pop(path, None)
            other.messages.remove(path)
            _failed(backend, side, other, sent)

    backend.later(IN_TIME, late)


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


def _arrived(backend: SandboxBackend, side: Side, path: str) -> None:
    """Complete a message that the other side has fetched."""
    _done(backend, side, path, {"status": "Succeeded"}, status="Success")


def _failed(backend: SandboxBackend, side: Side, other: Side, path: str) -> None:
    """Complete a message that the other side has not fetched in time."""
    body = side.application.bodies.get(path, {})
    missed = [{"href": participant_path(side, other.application.user)}]
    links = {**body.get("_links", {}), "failedDeliveryParticipant": missed}
    _done(backend, side, path, {"status": "Failed", "_links": links}, status="Failure", reason=_LOST)


def _done(backend: SandboxBackend, side: Side, path: str, change: dict[str, Any], **more: Any) -> None:
    body = side.application.bodies.get(path)
    if body is not None:
        side.application.bodies[path] = {**body, **change}
        notify_body(backend, side, "completed", side.application.bodies[path], **more)


@handles("message", "GET")
def message(context: RequestContext) -> HttpResponse:
    body = context.application.bodies.get(context.path)
    return in_sample_conversation(context) if body is None else shown(context, body)


@handles("messages", "GET")
def messages(context: RequestContext) -> HttpResponse:
    """All messages of the conversation."""
    if context.path not in {f"{path}/messaging/messages" for path in conversations_in(context.backend)}:
        return nothing_at(context)
    _, side = find(context)
    links = {"self": {"href": context.path}, "message": [{"href": path} for path in side.messages]}
    return shown(context, {"rel": "messages", "_links": links})


@handles("setIsTyping", "POST")
def typing(context: RequestContext) -> HttpResponse:
    """Show to the other sides that the user is typing."""
    conversation, side = _connected(context)
    backend, number = context.backend, context.application.id
    if number not in conversation.typing:
        _notify_typing(backend, conversation, side, "added")
    until = conversation.typing[number] = backend.clock() + TYPING

    def over() -> None:
        if conversation.typing.get(number) == until:
            _rest(backend, conversation, side)

    backend.later(TYPING, over)
    return HttpResponse(204)


def _rest(backend: SandboxBackend, conversation: ConversationRecord, side: Side) -> None:
    """End the typing of a side."""
    if conversation.typing.pop(side.application.id, None) is not None:
        _notify_typing(backend, conversation, side, "deleted")


def _notify_typing(backend: SandboxBackend, conversation: ConversationRecord, side: Side, kind: str) -> None:
    for other in conversation.others(side):
        inside = {"rel": "typingParticipants", "href": f"{other.path}/participants/typingParticipants"}
        where: dict[str, Any] = {"in": inside}
        notify(backend, other, kind, "participant", participant_path(other, side.application.user), **where)


def _now() -> str:
    return f"/Date({int(time.time() * 1000)})/"
