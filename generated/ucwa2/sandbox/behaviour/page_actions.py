"""What a person may do at the page of the sandbox: messages, calls, presence and notes of any user.

A user acts there by an application of its own, which takes what comes to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ..extension import (
    ApplicationState,
    Asker,
    Field,
    HttpError,
    SandboxBackend,
    SandboxUser,
    Tone,
    UserSummary,
    action,
    catalogue,
    state_per_owner,
    user_summary,
)
from .conversation_state import Side, conversations_of
from .invitation_state import invitations_in
from .people import OFFLINE
from .profile import availability_of, find_user, profile, sign_out_of, uri_of

_ABOUT = {"userAgent": "Page of the sandbox", "endpointId": "page-of-the-sandbox", "culture": "en-US"}
_TICK = 0.25
"""Seconds after which the applications of the page take what has come."""
_TONES: dict[str, Tone] = {
    "Online": "good",
    "Busy": "busy",
    "DoNotDisturb": "busy",
    "Away": "away",
    "BeRightBack": "away",
}
_STATES = ("Online", "Busy", "DoNotDisturb", "BeRightBack", "Away", "Offwork")
_TO = Field("to", "To", "person")


class Taking:
    """Whether an application takes what comes to it."""

    is_on = False


_taking_of = state_per_owner(Taking)


@user_summary
def summary(backend: SandboxBackend, user: SandboxUser) -> UserSummary:
    """Presence and note of a user."""
    found = OFFLINE if sign_out_of(user).is_signed_out else profile(user).presence
    status = str(found.get("availability", ""))
    tone: Tone = _TONES.get(status.removeprefix("Idle"), "off")
    return UserSummary(status, tone, str(profile(user).note.get("message", "")))


@action("Send a message", _TO, Field("text", "Text", value="Hello"))
def send_message(asker: Asker, values: Mapping[str, str]) -> str:
    """In the conversation of both users, or with an invitation to a new one."""
    mine, other = _application(asker), _other(asker, values["to"])
    found = _talk(asker.backend, mine, other)
    if found is not None:
        path = f"{found.path}/messaging/sendMessage?operationId=page"
        asker.ask("POST", path, content=values["text"].encode(), media_type="text/plain")
        return f"{_name(asker.user)} wrote to {_name(other)}."
    text = f"data:text/plain;charset=utf-8,{quote(values['text'])}"
    said = {"to": uri_of(other), "operationId": "page", "_links": {"message": {"href": text}}}
    asker.ask("POST", _at(mine, "startMessaging"), said)
    return f"{_name(asker.user)} invited {_name(other)} with this message."


@action("Call", _TO, Field("by", "By", "choice", "startAudio", ("startAudio", "startAudioVideo", "startPhoneAudio")))
def call(asker: Asker, values: Mapping[str, str]) -> str:
    """A call without media."""
    mine, other = _application(asker), _other(asker, values["to"])
    said = {"to": uri_of(other), "operationId": "page", "phoneNumber": "+14255550100", "mediaOffer": "data:,"}
    documented = catalogue().of(values["by"]).operation("POST")
    names = {parameter.name for parameter in documented.parameters} if documented else set()
    asker.ask("POST", _at(mine, values["by"]), {name: value for name, value in said.items() if name in names})
    return f"{_name(asker.user)} calls {_name(other)}."


@action("Set presence", Field("availability", "Availability", "choice", "Busy", _STATES))
def set_presence(asker: Asker, values: Mapping[str, str]) -> str:
    """The presence of a user, which signs in for that."""
    mine = _application(asker)
    asker.ask("POST", f"{mine.path}/me/presence", {"availability": values["availability"]})
    return f"{_name(asker.user)} is {values['availability']}."


@action("Set note", Field("message", "Note", value="Back at two"))
def set_note(asker: Asker, values: Mapping[str, str]) -> str:
    """The personal note of a user, which signs in for that."""
    mine = _application(asker)
    asker.ask("POST", f"{mine.path}/me/note", {"message": values["message"]})
    return f"The note of {_name(asker.user)} is set."


@action("Sign out")
def sign_out(asker: Asker, values: Mapping[str, str]) -> str:
    """End the application of the page."""
    asker.ask("DELETE", _application(asker).path)
    return f"{_name(asker.user)} has left this page."


def _name(user: SandboxUser) -> str:
    return user.display or user.name


def _at(application: ApplicationState, rel: str) -> str:
    """The address of a resource of the application."""
    return catalogue().home.moved(min(catalogue().of(rel).paths), application.path)


def _application(asker: Asker) -> ApplicationState:
    """The application of the page for a user, which is available."""
    made = asker.ask("POST", catalogue().home.parent, dict(_ABOUT))
    path = str((made.body or {})["_links"]["self"]["href"])
    found = next(one for one in asker.backend.applications_of(asker.user) if path.endswith(one.path))
    if not availability_of(found).is_available:
        asker.ask("POST", f"{found.path}/communication/makeMeAvailable", {"supportedModalities": ["Messaging"]})
    if not _taking_of(found).is_on:
        _taking_of(found).is_on = True
        _take(asker, found)
    return found


def _other(asker: Asker, name: str) -> SandboxUser:
    """The user to whom something is sent, signed in by the page if it has no program of its own.

    Raises ``HttpError`` for a user whose programs are not available: the page would hear what is meant for these.
    """
    found = find_user(asker.backend, name)
    assert found is not None  # the field is checked
    programs = [one for one in asker.backend.applications_of(found) if not _taking_of(one).is_on]
    if not programs:
        _application(asker.as_user(found))
    elif not any(availability_of(one).is_available for one in programs):
        reason = f"`{found.name}` takes no messages and no calls; let its program POST to makeMeAvailable first"
        raise HttpError(409, message=reason)
    return found


def _talk(backend: SandboxBackend, mine: ApplicationState, other: SandboxUser) -> Side | None:
    """The side of an application in a conversation by messages with a user alone."""
    for conversation in conversations_of(backend, mine):
        side = conversation.sides[mine.id]
        is_open = conversation.modalities.get("messaging") == "Connected" and side.is_in
        if is_open and {one.application.user.name for one in conversation.others(side)} == {other.name}:
            return side
    return None


def _take(asker: Asker, application: ApplicationState) -> None:
    """Accept invitations to messages and receive events, from time to time, as long as the application lives."""
    backend = asker.backend
    if backend.applications.get(application.id) is not application:
        return
    application.seen = backend.clock()
    for path, invitation in [*invitations_in(backend).items()]:
        is_ours = invitation.sides.get(application.id) is not None and path == invitation.paths.get(application.id)
        is_open = invitation.states.get(application.id) == "Connecting" and invitation.inviter is not application
        if is_ours and is_open and invitation.rel == "messagingInvitation":
            asker.ask("POST", f"{path}/accept")
    application.channel.skip()
    backend.later(_TICK, lambda: _take(asker, application))
