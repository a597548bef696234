"""Online meetings: a user's own, scheduled, changed and cancelled, with the extensions of each."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import msgspec

from ..extension import (
    HttpResponse,
    RequestContext,
    SandboxBackend,
    catalogue,
    check_change,
    decode,
    handles,
    sampled,
    settings_fields,
    shown,
    state_per_owner,
)
from .documents import aliases, nothing_at
from .profile import find_user, uri_of
from .protocol import ECHO, random_property

WHERE = "/onlineMeetings/myOnlineMeetings"
BELOW = "onlineMeetingExtensions"
_ASSIGNED = "600"
"""The number of the meeting that is assigned to a user."""
_DIGITS = 8
"""The length of a conference number."""
_LIFE = 8 * 3600
"""Seconds until a meeting expires, unless its organizer says when."""
_FRAME = ("rel", "_links", "_embedded", "etag")

aliases(f"{WHERE}/943/{BELOW}/137", {"": "onlineMeetingExtension"})


class MeetingSettings(msgspec.Struct):
    """Settings of meetings."""

    meetings: list[str] = msgspec.field(default_factory=list)
    """The URIs of meetings that exist besides those of the users, such as those of other organizers."""


meeting_settings = settings_fields(MeetingSettings)


@dataclass(slots=True, eq=False)
class Meeting:
    """The properties of a meeting, and its extensions by number."""

    number: str
    rel: str
    properties: dict[str, Any]
    extensions: dict[str, dict[str, Any]] = field(default_factory=dict)
    is_over: bool = False

    @property
    def uri(self) -> str:
        return str(self.properties["onlineMeetingUri"])


def _none() -> dict[str, Meeting]:
    return {}


meetings_of = state_per_owner(_none)


def _own_meetings(context: RequestContext) -> dict[str, Meeting]:
    """All meetings of the user by number, also those that are over; one is assigned."""
    meetings = meetings_of(context.user)
    if not meetings:
        own: dict[str, Any] = {"subject": "My meeting room", "attendees": [], "leaders": []}
        said = {**_new(context, "myAssignedOnlineMeeting"), **own}
        meetings[_ASSIGNED] = Meeting(_ASSIGNED, "myAssignedOnlineMeeting", said)
    return meetings


def is_scheduled(backend: SandboxBackend, uri: str) -> bool:
    """Whether a meeting exists: a user has made it, or the settings name it."""
    if uri in meeting_settings(backend.settings).meetings:
        return True
    organizer = find_user(backend, uri.partition(";")[0])
    known = meetings_of(organizer).values() if organizer else ()
    return any(one.uri == uri and not one.is_over for one in known)


def _new(context: RequestContext, rel: str) -> dict[str, Any]:
    """The properties of a new meeting of the user."""
    user, key = context.user, uuid4().hex[:8].upper()
    sample = catalogue().of(rel).samples["GET"]
    uri = f"{uri_of(user)};gruu;opaque=app:conf:focus:id:{key}"
    own: dict[str, Any] = {"onlineMeetingId": key, "organizerUri": uri_of(user), "onlineMeetingUri": uri}
    own |= {"subject": "", "description": "", "attendees": [], "leaders": []}
    own |= {"legacyOnlineMeetingUri": f"conf:{uri}?conversation-id={uuid4().hex}"}
    own |= {"conferenceId": str(uuid4().int)[:_DIGITS]}
    own["joinUrl"] = f"https://meet.contoso.com/{user.name.partition('@')[0]}/{key}"
    found = {**sampled(context.application, sample, sample.path), **own}
    return _expiring({name: value for name, value in found.items() if name not in (*_FRAME, "expirationTime")})


def _expiring(said: dict[str, Any]) -> dict[str, Any]:
    """The properties of a meeting; it expires after a while unless they say when."""
    if said.get("expirationTime") is None:
        said["expirationTime"] = f"/Date({int((time.time() + _LIFE) * 1000)})/"
    return said


def _body(context: RequestContext, meeting: Meeting) -> dict[str, Any]:
    path = context.href(f"{WHERE}/{meeting.number}")
    links = {"self": {"href": path}, BELOW: {"href": f"{path}/{BELOW}"}}
    extensions = [_extension(context, meeting, number) for number in meeting.extensions]
    body = {"rel": meeting.rel, **meeting.properties, **random_property(path), "_links": links}
    return {**body, "_embedded": {"onlineMeetingExtension": extensions}}


def _extension(context: RequestContext, meeting: Meeting, number: str) -> dict[str, Any]:
    path = context.href(f"{WHERE}/{meeting.number}/{BELOW}/{number}")
    own = random_property(path)
    links = {"self": {"href": path}}
    return {"rel": "onlineMeetingExtension", **meeting.extensions[number], **own, "_links": links}


def _shown(context: RequestContext, body: dict[str, Any], status: int = 200) -> HttpResponse:
    context.page = catalogue().of(body["rel"])
    return shown(context, body, status)


def _found(context: RequestContext) -> Meeting:
    """The meeting of an address."""
    found = _own_meetings(context).get(context.step("myOnlineMeetings"))
    if found is not None and found.is_over:
        context.application.gone.add(context.path)
    return nothing_at(context) if found is None or found.is_over else found


@handles("myOnlineMeetings", "POST")
def create(context: RequestContext) -> HttpResponse:
    """Create a meeting with the arguments of the request."""
    number = str(max(1000, *(int(known) + 1 for known in _own_meetings(context))))
    said = _expiring({**_new(context, "myOnlineMeeting"), **context.arguments})
    meeting = Meeting(number, "myOnlineMeeting", said)
    _own_meetings(context)[number] = meeting
    answer = _shown(context, _body(context, meeting), 201)
    answer.headers["location"] = context.href(f"{WHERE}/{number}")
    return answer


@handles("myOnlineMeetings", "GET")
def meetings(context: RequestContext) -> HttpResponse:
    """All meetings of the user."""
    found = [_body(context, one) for one in _own_meetings(context).values() if not one.is_over]
    kinds = ("myOnlineMeeting", "myAssignedOnlineMeeting")
    embedded = {rel: [body for body in found if body["rel"] == rel] for rel in kinds}
    links = {"self": {"href": context.path}}
    return shown(context, {"rel": "myOnlineMeetings", "_links": links, "_embedded": embedded})


def _read(context: RequestContext) -> HttpResponse:
    return _shown(context, _body(context, _found(context)))


def _change(context: RequestContext) -> HttpResponse:
    """Replace the properties that a client may set."""
    meeting = _found(context)
    context.page = catalogue().of(meeting.rel)
    body, operation = _body(context, meeting), context.page.operation("PUT")
    assert operation is not None
    check_change(context, body)
    free = {parameter.name for parameter in operation.parameters}
    fixed = {name: value for name, value in meeting.properties.items() if name not in free}
    meeting.properties = _expiring({**fixed, **context.arguments})
    return shown(context, _body(context, meeting))


def _delete(context: RequestContext) -> HttpResponse:
    _found(context).is_over = True
    return HttpResponse(204)


for _rel in ("myOnlineMeeting", "myAssignedOnlineMeeting"):
    handles(_rel, "GET")(_read)
    handles(_rel, "PUT")(_change)
    handles(_rel, "DELETE")(_delete)


@handles("onlineMeetingExtensions", "GET")
def extensions(context: RequestContext) -> HttpResponse:
    """All extensions of a meeting."""
    meeting = _found(context)
    found = [_extension(context, meeting, number) for number in meeting.extensions]
    body = {"rel": BELOW, "_links": {"self": {"href": context.path}}}
    return shown(context, {**body, "_embedded": {"onlineMeetingExtension": found}})


@handles("onlineMeetingExtensions", "POST")
def extend(context: RequestContext) -> HttpResponse:
    """Add an extension with all that was sent."""
    meeting = _found(context)
    number = str(next(context.application.numbers))
    meeting.extensions[number] = {"id": number, **_data(context)}
    body = _extension(context, meeting, number)
    answer = _shown(context, body, 201)
    answer.headers["location"] = body["_links"]["self"]["href"]
    return answer


def _data(context: RequestContext) -> dict[str, Any]:
    """All properties of the request: extensions may have any."""
    sent = decode(context.request)
    own = {name: value for name, value in sent.items() if name not in _FRAME and value != ECHO}
    return {**own, **context.arguments}


def _extended(context: RequestContext) -> tuple[Meeting, str]:
    """The meeting and the extension number of an address."""
    meeting, number = _found(context), context.step(BELOW)
    return (meeting, number) if number in meeting.extensions else nothing_at(context)


@handles("onlineMeetingExtension", "GET")
def extension(context: RequestContext) -> HttpResponse:
    return shown(context, _extension(context, *_extended(context)))


@handles("onlineMeetingExtension", "PUT")
def change_extension(context: RequestContext) -> HttpResponse:
    meeting, number = _extended(context)
    body = _extension(context, meeting, number)
    check_change(context, body)
    meeting.extensions[number] = _data(context)
    return shown(context, _extension(context, meeting, number))


@handles("onlineMeetingExtension", "DELETE")
def delete_extension(context: RequestContext) -> HttpResponse:
    meeting, number = _extended(context)
    del meeting.extensions[number]
    return HttpResponse(204)
