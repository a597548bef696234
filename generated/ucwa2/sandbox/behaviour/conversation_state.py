"""The state of conversations: their sides, participants and modalities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from ..extension import ApplicationState, HttpError, RequestContext, SandboxBackend, state_per_owner

PLACE = "/communication/conversations"
MODALITIES = {"messaging": ["Messaging"], "phoneAudio": ["PhoneAudio"], "audioVideo": ["Audio", "Video"]}
"""The names of each modality in `activeModalities`."""


@dataclass(slots=True, eq=False)
class Side:
    """The side of one application in a conversation."""

    application: ApplicationState
    path: str
    local: str
    """The address of the local participant."""
    state: str
    messages: list[str] = field(default_factory=list)
    phone: str = "Disconnected"
    """The state of the user's own phone, where it takes the call instead of the application."""

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
    meeting: str = ""
    """The address of the meeting that was joined."""

    @property
    def active(self) -> list[str]:
        """The modalities that are connected."""
        names = {**MODALITIES, "audioVideo": self.kinds}
        return [name for rel, state in self.modalities.items() if state == "Connected" for name in names[rel]]

    def state_of(self, side: Side, rel: str) -> str:
        """The state of a modality for a side: a call that its own phone takes is phone audio."""
        if rel == "phoneAudio" and side.phone != "Disconnected":
            return side.phone
        if rel == "audioVideo" and side.phone == "Connected":
            return "Disconnected"
        return self.modalities.get(rel, "Disconnected")

    def active_for(self, side: Side) -> list[str]:
        """The modalities that a side sees: to one that is invited, also those to which it is."""
        names = {**MODALITIES, "audioVideo": self.kinds}
        states = ("Connected", "Connecting") if side.state == "Incoming" else ("Connected",)
        by_phone = ("phoneAudio",) if side.phone == "Connected" else ()
        rels = dict.fromkeys([*self.modalities, *by_phone])
        return [name for rel in rels if self.state_of(side, rel) in states for name in names[rel]]

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


def find(context: RequestContext) -> tuple[ConversationRecord, Side]:
    """The conversation of an address, with the side of the application."""
    steps = context.path.split("/")
    path = "/".join(steps[: steps.index("conversations") + 2]) if "conversations" in steps else ""
    conversation = conversations_in(context.backend).get(path)
    side = conversation.sides.get(context.application.id) if conversation else None
    if conversation is None or side is None:
        raise HttpError(404, message="there is no such conversation")
    return conversation, side


def sides(conversation: ConversationRecord) -> Iterator[Side]:
    """All sides at this moment; the conversation may change during the iteration."""
    yield from tuple(conversation.sides.values())


def conversations_of(backend: SandboxBackend, application: ApplicationState) -> Iterable[ConversationRecord]:
    """The conversations that an application has."""
    start = f"{application.path}/"
    return [conversation for path, conversation in conversations_in(backend).items() if path.startswith(start)]
