"""The state of conversations: sides, participants and modalities, as bodies and as events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from ..extension import ApplicationState, HttpError, RequestContext, SandboxBackend, SandboxUser, state_per_owner
from .events import raise_event
from .people import contact_path
from .profile import uri_of

PLACE = "/communication/conversations"
MODALITIES = {"messaging": ["Messaging"], "phoneAudio": ["PhoneAudio"], "audioVideo": ["Audio", "Video"]}
"""The names of each modality in `activeModalities`."""
_ALWAYS = ("applicationSharing", "audioVideo", "dataCollaboration", "messaging", "phoneAudio", "participants")
_CONNECTED = ("addParticipant", "userAcknowledged")
_MEETING = ("attendees", "leaders", "lobby", "onlineMeeting")


@dataclass(slots=True, eq=False)
class Side:
    """The side of one application in a conversation."""

    application: ApplicationState
    path: str
    local: str
    """The address of the local participant."""
    state: str
    messages: list[str] = field(default_factory=list)

    @property
    def is_in(self) -> bool:
        """Whether the user takes part."""
        return self.state in ("Connected", "Conferenced")


@dataclass(slots=True, eq=False)
class ConversationRecord:
    """A conversation: its sides by application number, and participants who were called by telephone."""

    properties: dict[str, Any]
    """Subject, importance and thread."""
    sides: dict[str, Side] = field(default_factory=dict)
    callees: list[str] = field(default_factory=list)
    modalities: dict[str, str] = field(default_factory=dict)
    """The state of each modality that was used, by its rel."""
    kinds: list[str] = field(default_factory=lambda: MODALITIES["audioVideo"])
    """Those of audio and video that are used."""
    invitations: list[Any] = field(default_factory=list)
    typing: dict[str, float] = field(default_factory=dict)
    connected: str = "Connected"
    """Its state when connected: ``Conferenced`` in a meeting."""

    @property
    def active(self) -> list[str]:
        """The modalities that are connected."""
        names = {**MODALITIES, "audioVideo": self.kinds}
        return [name for rel, state in self.modalities.items() if state == "Connected" for name in names[rel]]

    def active_for(self, side: Side) -> list[str]:
        """The modalities that a side sees: to one that is invited, also those to which it is."""
        if side.state != "Incoming":
            return self.active
        names = {**MODALITIES, "audioVideo": self.kinds}
        return [name for rel, state in self.modalities.items() if state != "Disconnected" for name in names[rel]]

    def others(self, side: Side) -> list[Side]:
        """The other sides that take part."""
        return [other for other in self.sides.values() if other is not side and other.is_in]


def _none() -> dict[str, ConversationRecord]:
    return {}


conversations_in = state_per_owner(_none)
"""The conversations of a backend, by the addresses of each side."""


def new_conversation(said: dict[str, Any]) -> ConversationRecord:
    """A conversation with the subject, importance and thread of a request; a new thread by default."""
    known: dict[str, Any] = {name: said[name] for name in ("importance", "threadId") if said.get(name)}
    subject = said.get("subject", "")
    return ConversationRecord({"importance": "Normal", "subject": subject, "threadId": uuid4().hex, **known})


def open_side(
    backend: SandboxBackend, conversation: ConversationRecord, application: ApplicationState, state: str
) -> Side:
    """Add a side for an application, with an address of its own."""
    path = f"{application.path}{PLACE}/{next(application.numbers)}"
    side = Side(application, path, f"{path}/participants/{application.user.name}", state)
    conversation.sides[application.id] = side
    conversations_in(backend)[path] = conversation
    return side


def announce(backend: SandboxBackend, conversation: ConversationRecord, side: Side) -> None:
    """Raise the events of a conversation that is new to an application."""
    notify_conversation(backend, conversation, side, "added")
    body = local_body(side) | {"rel": "participant"}
    embedded = {"localParticipant": body}
    notify(backend, side, "added", "localParticipant", side.local, title=body["name"], _embedded=embedded)


def end_sides(backend: SandboxBackend, conversation: ConversationRecord, over: list[Side]) -> None:
    """End the conversation for some sides."""
    for side in over:
        for other in conversation.others(side):
            notify(backend, side, "deleted", "participant", participant_path(side, other.application.user))
        notify(backend, side, "deleted", "localParticipant", side.local)
        raise_event(backend, side.application, "deleted", "conversation", side.path)
    for side in over:
        conversations_in(backend).pop(side.path, None)
        conversation.sides.pop(side.application.id, None)


def find(context: RequestContext) -> tuple[ConversationRecord, Side]:
    """The conversation of an address, with the side of the application."""
    steps = context.path.split("/")
    path = "/".join(steps[: steps.index("conversations") + 2]) if "conversations" in steps else ""
    conversation = conversations_in(context.backend).get(path)
    side = conversation.sides.get(context.application.id) if conversation else None
    if conversation is None or side is None:
        raise HttpError(404, message="there is no such conversation")
    return conversation, side


def notify(backend: SandboxBackend, side: Side, kind: str, rel: str, path: str, **more: Any) -> int:
    """Raise an event of the conversation for a side."""
    return raise_event(backend, side.application, kind, rel, path, side.path, **more)


def notify_body(backend: SandboxBackend, side: Side, kind: str, body: dict[str, Any], **more: Any) -> int:
    """Raise an event of the conversation for a side, with the body of its resource."""
    rel, path = body["rel"], body["_links"]["self"]["href"]
    title = body["name"] if rel == "participant" else ""
    return notify(backend, side, kind, rel, path, title=title, _embedded={rel: body}, **more)


def notify_conversation(
    backend: SandboxBackend, conversation: ConversationRecord, side: Side, kind: str = "updated"
) -> None:
    """Raise an event about the conversation itself for a side."""
    body = conversation_body(conversation, side)
    raise_event(backend, side.application, kind, "conversation", side.path, _embedded={"conversation": body})


def notify_modality(backend: SandboxBackend, conversation: ConversationRecord, side: Side, rel: str) -> None:
    """Raise the events of a modality that has changed for a side."""
    notify_body(backend, side, "updated", modality_body(conversation, side, rel))
    notify_people(backend, conversation, side, rel)


def notify_people(
    backend: SandboxBackend, conversation: ConversationRecord, side: Side, rel: str, *, own_last: bool = False
) -> None:
    """Raise the events of each participant who has a modality now, or has it no more: of the user first or last."""
    state = conversation.modalities[rel]
    if rel != "messaging" or state == "Connecting" or not side.is_in:
        return
    kind = "added" if state == "Connected" else "deleted"
    others = [(participant_body(side, other.application.user), "participant") for other in conversation.others(side)]
    own = [(local_body(side), "localParticipant")]
    for body, name in [*others, *own] if own_last else [*own, *others]:
        embedded = name == "localParticipant" and kind == "added"
        _notify_messaging(backend, side, kind, body, name, embedded=embedded)


def _notify_messaging(
    backend: SandboxBackend, side: Side, kind: str, body: dict[str, Any], name: str, *, embedded: bool
) -> None:
    where = body["_links"]["self"]["href"]
    path, person = f"{where}/participantMessaging", {"href": where, "title": body["name"]}
    inside: dict[str, Any] = {"in": {"rel": name, **person}}
    if embedded:
        links = {"self": {"href": path}, "participant": person}
        inside["_embedded"] = {"participantMessaging": {"rel": "participantMessaging", "_links": links}}
    notify(backend, side, kind, "participantMessaging", path, **inside)


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
    state, path = conversation.modalities.get(rel, "Disconnected"), f"{side.path}/{rel}"
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


def sides(conversation: ConversationRecord) -> Iterator[Side]:
    """All sides at this moment; the conversation may change during the iteration."""
    yield from tuple(conversation.sides.values())


def conversations_of(backend: SandboxBackend, application: ApplicationState) -> Iterable[ConversationRecord]:
    """The conversations that an application has."""
    start = f"{application.path}/"
    return [conversation for path, conversation in conversations_in(backend).items() if path.startswith(start)]
