"""What `me` is, and what changes once the user was made available."""

from __future__ import annotations

from typing import Any

from ..catalogue import catalogue
from ..context import Context, body_at
from ..messages import Answer, Refused
from ..serving import created, handles, shown
from ..world import Application
from .people import tell_watchers

LATER = ("presence", "note", "location", "reportMyActivity")
"""Links of `me` that are there once the user was made available."""


@created
def begin(application: Application, body: dict[str, Any]) -> None:
    """What a new application says of its user."""
    me = body["_embedded"]["me"]
    user = application.user
    me.update({"name": user.display, "uri": user.uri, "emailAddresses": [user.name], **user.details})
    for rel in LATER:
        me["_links"].pop(rel, None)
    me["_links"]["makeMeAvailable"] = {"href": f"{application.path}/communication/makeMeAvailable"}
    application.bodies[f"{application.path}/me"] = {**me, "rel": "me"}


@handles("application", "GET")
def read(context: Context) -> Answer:
    body = dict(body_at(context.application, context.page, context.application.path))
    body["_embedded"] = {**body["_embedded"], "me": me_of(context.application)}
    return shown(context, body)


@handles("me", "GET")
def me(context: Context) -> Answer:
    return shown(context, me_of(context.application))


def me_of(application: Application) -> dict[str, Any]:
    """What `me` is by now."""
    return application.bodies[f"{application.path}/me"]


@handles("makeMeAvailable", "POST")
def make_available(context: Context) -> Answer:
    """From now on the user has a presence."""
    application = context.application
    if application.available:
        raise Refused(409, "Conflict", "AlreadyExists", "the user was made available already")
    if application.user.is_guest:
        raise Refused(403, "Forbidden", "AnonymousNotAllowed", "guests cannot be made available")
    application.available = True
    application.user.is_signed_out = False
    body = application.bodies[f"{application.path}/me"]
    links = {"reportMyActivity": "/reportMyActivity", **{rel: f"/me/{rel}" for rel in LATER[:3]}}
    known = {rel: link for rel, link in body["_links"].items() if rel != "makeMeAvailable"}
    body["_links"] = {**known, **{rel: {"href": context.href(rest)} for rel, rest in links.items()}}
    availability = context.arguments.get("signInAs", "Online")
    application.user.presence = {"availability": availability, "activity": availability}
    tell_watchers(context.world, application.user, "contactPresence")
    context.raise_event("updated", "me", context.href("/me"), "me")
    for rel in LATER[:3]:
        context.raise_event("added", rel, context.href(f"/me/{rel}"), "me")
    modalities = context.arguments.get("supportedModalities", [])
    _communication(context, modalities)
    if context.page.revision == 1:
        return Answer(204)
    return Answer(201, {"operations": [*context.arguments]})


def _communication(context: Context, modalities: list[str]) -> None:
    path = context.href("/communication")
    page = catalogue().of("communication")
    body = {**body_at(context.application, page, path), "supportedModalities": modalities}
    context.application.bodies[path] = body
    context.raise_event("updated", "communication", path, _embedded={"communication": {**body, "rel": "communication"}})


@handles("reportMyActivity", "POST")
def report(context: Context) -> Answer:
    if not context.application.available:
        raise Refused(409, "Conflict", "MakeMeAvailableRequired", "make the user available first")
    return Answer(204)
