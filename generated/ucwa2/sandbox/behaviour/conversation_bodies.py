"""The bodies of conversations, modalities and participants, as a side sees them."""

from __future__ import annotations

from typing import Any

from ..extension import ApplicationState, SandboxUser
from .conversation_state import ConversationRecord, Side
from .people import contact_path
from .profile import uri_of

_ALWAYS = ("applicationSharing", "audioVideo", "dataCollaboration", "messaging", "phoneAudio", "participants")
_CONNECTED = ("addParticipant", "userAcknowledged")
_MEETING = ("attendees", "leaders", "lobby", "onlineMeeting")


def conversation_body(conversation: ConversationRecord, side: Side) -> dict[str, Any]:
    """The body of the conversation for a side."""
    names = [*_ALWAYS, *(_CONNECTED if side.is_in else ()), *(_MEETING if side.state == "Conferenced" else ())]
    links = {name: {"href": f"{side.path}/{name}"} for name in names}
    local = {"href": side.local, "title": _display(side.application.user)}
    links |= {"self": {"href": side.path}, "localParticipant": local}
    count = len(conversation.others(side)) + len(conversation.callees) + side.is_in
    body = {
        "rel": "conversation",
        **conversation.properties,
        "state": side.state,
        "activeModalities": conversation.active_for(side),
    }
    return {**body, "recording": False, "participantCount": count, "_links": links}


def modality_body(conversation: ConversationRecord, side: Side, rel: str) -> dict[str, Any]:
    """The body of a modality for a side, with links to the operations that its state allows."""
    state, path = conversation.state_of(side, rel), f"{side.path}/{rel}"
    title = rel[:1].upper() + rel[1:]
    titles = [title, "Audio", "Video"] if rel == "audioVideo" else [title]
    names = [f"{'add' if state == 'Disconnected' else 'stop'}{one}" for one in titles]
    if state == "Connected" and rel == "messaging":
        names += ["sendMessage", "setIsTyping"]
    links = {name: {"href": f"{path}/{name}"} for name in names}
    body: dict[str, Any] = {"rel": rel, "state": state}
    if state == "Connected" and rel == "messaging":
        body["negotiatedMessageFormats"] = negotiated_formats(conversation)
        links["typingParticipants"] = {"href": f"{side.path}/participants/typingParticipants"}
    return {**body, "_links": {"self": {"href": path}, "conversation": {"href": side.path}, **links}}


def negotiated_formats(conversation: ConversationRecord) -> list[str]:
    """The formats of messages that all sides take."""
    taken = [formats_of(side.application) for side in conversation.sides.values()]
    return [name for name in ("Plain", "Html") if all(name in formats for formats in taken)]


def formats_of(application: ApplicationState) -> list[str]:
    """The formats of messages that an application takes."""
    known = application.bodies.get(f"{application.path}/communication", {})
    found: list[str] = known.get("supportedMessageFormats", ["Plain"])
    return found


def participant_path(side: Side, user: SandboxUser) -> str:
    """The address of another participant."""
    return f"{side.path}/participants/{user.name}"


def participant_body(side: Side, user: SandboxUser) -> dict[str, Any]:
    """The body of another participant."""
    contact = contact_path(side.application, user)
    links = {"contact": contact, "conversation": side.path}
    links |= {name: f"{contact}/{name}" for name in ("contactPhoto", "contactPresence")}
    return _person("participant", participant_path(side, user), uri_of(user), _display(user), links)


def _display(user: SandboxUser) -> str:
    return user.display or user.name


def callee_body(side: Side, uri: str) -> dict[str, Any]:
    """The body of a participant who was called by telephone or address."""
    path = f"{side.path}/participants/{sum(map(ord, uri))}"
    return _person("participant", path, uri, uri, {"conversation": side.path})


def local_body(side: Side) -> dict[str, Any]:
    """The body of the local participant."""
    user = side.application.user
    links = {"conversation": side.path, "me": f"{side.application.path}/me"}
    return _person("localParticipant", side.local, uri_of(user), _display(user), links) | {"local": True}


def _person(rel: str, path: str, uri: str, name: str, links: dict[str, str]) -> dict[str, Any]:
    hrefs = {"self": path, **links}
    body = {"rel": rel, "name": name, "uri": uri, "anonymous": False, "local": False, "sourceNetwork": "SameEnterprise"}
    return {**body, "_links": {name: {"href": href} for name, href in hrefs.items()}}
