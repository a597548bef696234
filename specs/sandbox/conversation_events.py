"""The events of conversations: what changes is told to each side."""

from __future__ import annotations

from typing import Any

from ..extension import SandboxBackend
from .conversation_bodies import conversation_body, local_body, modality_body, participant_body, participant_path
from .conversation_state import ConversationRecord, Side, conversations_in
from .events import raise_event


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


def notify_phone(backend: SandboxBackend, conversation: ConversationRecord, side: Side) -> None:
    """Raise the event of the user's own phone for a side."""
    notify_body(backend, side, "updated", modality_body(conversation, side, "phoneAudio"))


def hang_up(backend: SandboxBackend, conversation: ConversationRecord) -> None:
    """Disconnect the phones that take the call."""
    for side in conversation.sides.values():
        if side.phone != "Disconnected":
            side.phone = "Disconnected"
            notify_phone(backend, conversation, side)


def notify_people(
    backend: SandboxBackend, conversation: ConversationRecord, side: Side, rel: str, *, own_last: bool = False
) -> None:
    """Raise the events of each participant who has a modality now, or has it no more: of the user first or last."""
    state = conversation.modalities.get(rel)
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
