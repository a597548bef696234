"""Presence, notes and locations of users, for themselves and for the users who watch them."""

from __future__ import annotations

import time
from typing import Any

from ..extension import (
    ApplicationState,
    HttpError,
    HttpResponse,
    RequestContext,
    SandboxBackend,
    SandboxUser,
    catalogue,
    handles,
    lost,
    sampled,
    shown,
)
from .documents import as_sample, nothing_at
from .events import raise_event
from .profile import availability_of, find_user, profile, sign_out_of, uri_of
from .watching import watched

KEPT = "people"
OFFLINE = {"availability": "Offline", "activity": "Offline"}


def _resource(context: RequestContext, body: dict[str, Any], rel: str) -> HttpResponse:
    links = {"self": {"href": context.path}}
    return shown(context, {"rel": rel, **body, "_links": links})


def _available(context: RequestContext) -> None:
    """Refuse requests for the presence of a user who is not available."""
    if not availability_of(context.application).is_available:
        raise HttpError(409, None, "MakeMeAvailableRequired", "make the user available first")


@handles("presence", "GET")
def presence(context: RequestContext) -> HttpResponse:
    _available(context)
    return _resource(context, profile(context.user).presence, "presence")


@handles("presence", "POST")
def set_presence(context: RequestContext) -> HttpResponse:
    _available(context)
    availability = context.arguments.get("availability", "Online")
    profile(context.user).presence = {"availability": availability, "activity": availability}
    notify(context.backend, context.user, "presence", "contactPresence")
    return HttpResponse(204)


@handles("note", "GET")
def note(context: RequestContext) -> HttpResponse:
    _available(context)
    return _resource(context, profile(context.user).note, "note")


@handles("note", "POST")
def set_note(context: RequestContext) -> HttpResponse:
    _available(context)
    profile(context.user).note = {"message": context.arguments.get("message", ""), "type": "Personal"}
    notify(context.backend, context.user, "note", "contactNote")
    return HttpResponse(204)


@handles("location", "GET")
def location(context: RequestContext) -> HttpResponse:
    _available(context)
    return _resource(context, {"location": profile(context.user).location}, "location")


@handles("location", "POST")
def set_location(context: RequestContext) -> HttpResponse:
    _available(context)
    profile(context.user).location = context.arguments.get("location", "")
    notify(context.backend, context.user, "location", "contactLocation")
    return HttpResponse(204)


def notify(backend: SandboxBackend, user: SandboxUser, own: str, others: str) -> None:
    """Raise events of a change for the user's applications and for all that watch the user."""
    for application in backend.applications_of(user):
        raise_event(backend, application, "updated", own, f"{application.path}/me/{own}", "me")
    notify_watchers(backend, user, others)


def notify_watchers(backend: SandboxBackend, user: SandboxUser, rel: str) -> None:
    """Raise an event of a change for all applications that watch the user."""
    for application in backend.applications.values():
        if user.name.lower() in watched(backend, application) and application.user is not user:
            notify_contact(backend, application, user, rel)


def notify_contact(backend: SandboxBackend, application: ApplicationState, user: SandboxUser, rel: str) -> None:
    """Raise an event for one application: a resource of a contact has changed."""
    path = contact_path(application, user)
    inside: dict[str, Any] = {"in": {"rel": "contact", "href": path}}
    raise_event(backend, application, "updated", rel, f"{path}/{rel}", "people", **inside)


@lost
def sign_out(backend: SandboxBackend, application: ApplicationState) -> None:
    """Let a user be offline when the last available application has ended."""
    user = application.user
    left = any(availability_of(one).is_available for one in backend.applications_of(user))
    if availability_of(application).is_available and not left:
        sign_out_of(user).is_signed_out = True
        notify_watchers(backend, user, "contactPresence")


def contact_path(application: ApplicationState, user: SandboxUser) -> str:
    """The address of another user in an application."""
    return f"{application.path}/people/{user.name}"


def contact_body(application: ApplicationState, user: SandboxUser) -> dict[str, Any]:
    """The body of another user as a contact."""
    path = contact_path(application, user)
    body = sampled(application, catalogue().of("contact").samples["GET"], path)
    body.update(
        {"name": user.display or user.name, "uri": uri_of(user), "emailAddresses": [user.name], **profile(user).details}
    )
    return body


def _other(context: RequestContext) -> SandboxUser | None:
    """The sandbox user of an address; None for the contacts of the samples."""
    name = context.step(KEPT)
    return find_user(context.backend, name) if "@" in name else None


def _documented(context: RequestContext) -> HttpResponse:
    """The response for a contact of the samples, whose address has a number in place of a name."""
    return nothing_at(context) if "@" in context.step(KEPT) else as_sample(context)


def _seen(rel: str, field: str) -> None:
    """Register a resource of a contact that shows a field of the user's profile."""

    @handles(rel, "GET")
    def read(context: RequestContext) -> HttpResponse:
        other = _other(context)
        if other is None:
            return _documented(context)
        found = getattr(profile(other), field)
        return _resource(context, found if isinstance(found, dict) else {field: found}, rel)


@handles("contactPresence", "GET")
def contact_presence(context: RequestContext) -> HttpResponse:
    """The presence of a contact; a user who has signed out is offline."""
    other = _other(context)
    if other is None:
        return _documented(context)
    found = OFFLINE if sign_out_of(other).is_signed_out else profile(other).presence
    is_away = found["availability"] == "Offline"
    own = {"deviceType": "Unknown" if is_away else "PC", "lastActive": f"/Date({int(time.time() * 1000)})/"}
    return _resource(context, {**found, **own}, "contactPresence")


_seen("contactNote", "note")
_seen("contactLocation", "location")


@handles("contact", "GET")
def contact(context: RequestContext) -> HttpResponse:
    other = _other(context)
    return _documented(context) if other is None else shown(context, contact_body(context.application, other))


@handles("contactPhoto", "GET")
def contact_photo(context: RequestContext) -> HttpResponse:
    other = _other(context)
    return HttpResponse(content=profile(other or context.user).photo, headers={"content-type": "image/jpeg"})


@handles("photo", "GET")
def photo(context: RequestContext) -> HttpResponse:
    return HttpResponse(content=profile(context.user).photo, headers={"content-type": "image/jpeg"})


@handles("search", "GET")
def search(context: RequestContext) -> HttpResponse:
    """The other users whose name or address holds the words, up to a limit; without guests."""
    words = str(context.arguments.get("query") or context.arguments.get("mail") or "").lower().removeprefix("sip:")
    limit = int(context.arguments.get("limit", 100))
    others = [
        user for user in context.backend.users.values() if user is not context.user and not profile(user).is_guest
    ]
    found = [user for user in others if words in f"{user.name} {user.display}".lower()]
    return listed(context, found[:limit], moreResultsAvailable=len(found) > limit)


def listed(context: RequestContext, people: list[SandboxUser], **more: Any) -> HttpResponse:
    """A list of contacts: links, and embedded bodies unless `expand` is false."""
    bodies = [contact_body(context.application, user) for user in people]
    query = context.request.target.partition("?")[2]
    own = f"{context.path}?{query}" if query else context.path
    links = {"self": {"href": own}, "contact": [{"href": body["_links"]["self"]["href"]} for body in bodies]}
    body: dict[str, Any] = {"rel": context.page.rel, **more, "_links": links}
    if str(context.arguments.get("expand", "")).lower() != "false":
        body["_embedded"] = {"contact": bodies}
    return shown(context, body)
