"""The resource `me`, and the change when the user becomes available."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from ..extension import (
    ApplicationState,
    HttpError,
    HttpResponse,
    Positive,
    RequestContext,
    body_at,
    catalogue,
    created,
    decode,
    handles,
    instance_body,
    instance_of,
    may_create,
    member,
    same_application,
    settings_fields,
    shown,
)
from .events import raise_event
from .people import notify_watchers
from .profile import availability_of, profile, sign_out_of, uri_of

LATER = ("presence", "note", "location", "reportMyActivity")
"""Links of `me` that an available user has."""


_SHOWN = ("audioPreference", "phoneNumber", "supportedMessageFormats", "supportedModalities")
"""What `communication` shows of what was said when the user was made available."""


@created
def begin(application: ApplicationState, body: dict[str, Any]) -> None:
    """Complete the body of a new application with its user."""
    me = body["_embedded"]["me"]
    user = application.user
    endpoint = uuid5(NAMESPACE_URL, f"{user.name}{application.id}").hex
    own = {"endpointUri": f"{uri_of(user)};opaque=user:epid:{endpoint};gruu"}
    me.update(
        {"name": user.display, "uri": uri_of(user), "emailAddresses": [user.name], **own, **profile(user).details}
    )
    body["id"] = application.id
    for name in {"instanceId", "endpointId"} - application.settings.keys():
        body.pop(name, None)
    for rel in LATER:
        me["_links"].pop(rel, None)
    path = f"{application.path}/communication"
    known = body_at(application, catalogue().of("communication"), path)
    none = {"supportedModalities": [], "supportedMessageFormats": ["Plain"]}
    body["_embedded"]["communication"] = application.bodies[path] = {**known, "rel": "communication", **none}
    me["_links"]["makeMeAvailable"] = {"href": f"{application.path}/communication/makeMeAvailable"}
    application.bodies[f"{application.path}/me"] = {**me, "rel": "me"}


class ApplicationSettings(msgspec.Struct):
    """Settings of applications."""

    most_applications: Positive = 12
    """The largest number of applications of a user; one more is refused."""


application_settings = settings_fields(ApplicationSettings)


@same_application("instanceId")
def endpoint(context: RequestContext) -> tuple[str, ...] | None:
    """Applications of one endpoint, type, culture and user agent are the same one.

    Revision 2 does not demand the last two.
    """
    kind, said = member(decode(context.request), "type"), context.arguments
    if "endpointId" not in said:
        return None
    return (str(kind or ""), said.get("culture", "").lower(), said["endpointId"], said.get("userAgent", ""))


@may_create
def check_number(context: RequestContext) -> None:
    """Refuse one application too many."""
    if (
        len(context.backend.applications_of(context.user))
        >= application_settings(context.backend.settings).most_applications
    ):
        raise HttpError(409, None, "TooManyApplications", "delete another application of this user first")


@handles("application", "GET")
def read(context: RequestContext) -> HttpResponse:
    found = body_at(context.application, context.page, context.application.path)
    body = instance_body(context.application, found, instance_of(context))
    communication = body_at(context.application, catalogue().of("communication"), context.href("/communication"))
    body["_embedded"] = {**body["_embedded"], "me": me_of(context.application), "communication": communication}
    return shown(context, body)


@handles("me", "GET")
def me(context: RequestContext) -> HttpResponse:
    return shown(context, me_of(context.application))


def me_of(application: ApplicationState) -> dict[str, Any]:
    """The current body of `me`."""
    return application.bodies[f"{application.path}/me"]


@handles("makeMeAvailable", "POST")
def make_available(context: RequestContext) -> HttpResponse:
    """Make the user available: the user has a presence from now on."""
    application = context.application
    if availability_of(application).is_available:
        raise HttpError(409, None, "AlreadyExists", "the user was made available already")
    if profile(application.user).is_guest:
        raise HttpError(403, None, "AnonymousNotAllowed", "guests cannot be made available")
    availability_of(application).is_available = True
    sign_out_of(application.user).is_signed_out = False
    body = application.bodies[f"{application.path}/me"]
    links = {"reportMyActivity": "/reportMyActivity", **{rel: f"/me/{rel}" for rel in LATER[:3]}}
    known = {rel: link for rel, link in body["_links"].items() if rel != "makeMeAvailable"}
    body["_links"] = {**known, **{rel: {"href": context.href(rest)} for rel, rest in links.items()}}
    availability = context.arguments.get("signInAs", "Online")
    profile(application.user).presence = {"availability": availability, "activity": availability}
    notify_watchers(context.backend, application.user, "contactPresence")
    raise_event(context.backend, context.application, "updated", "me", context.href("/me"), "me")
    for rel in LATER[:3]:
        raise_event(context.backend, context.application, "added", rel, context.href(f"/me/{rel}"), "me")
    _communication(context)
    if context.page.revision == 1:
        return HttpResponse(204)
    return HttpResponse(201, {"operations": [*context.arguments]})


def _communication(context: RequestContext) -> None:
    """Show what the user has said of modalities, formats and the phone."""
    path = context.href("/communication")
    page = catalogue().of("communication")
    known = body_at(context.application, page, path)
    body = {**known, **{name: context.arguments[name] for name in _SHOWN if name in context.arguments}}
    context.application.bodies[path] = body
    raise_event(
        context.backend,
        context.application,
        "updated",
        "communication",
        path,
        _embedded={"communication": {**body, "rel": "communication"}},
    )


@handles("reportMyActivity", "POST")
def report(context: RequestContext) -> HttpResponse:
    if not availability_of(context.application).is_available:
        raise HttpError(409, None, "MakeMeAvailableRequired", "make the user available first")
    return HttpResponse(204)
