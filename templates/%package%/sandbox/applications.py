"""Applications: made, read, kept alive, lost and deleted; and what they begin with."""

from __future__ import annotations

import json
from typing import Any

from .backend import ApplicationState, SandboxBackend, User
from .catalogue import APPLICATION, catalogue
from .context import RequestContext
from .event_channel import EventChannel
from .handlers import CREATED, handles, role
from .http_messages import HttpError, HttpResponse

_OWN = ("culture", "userAgent", "endpointId", "instanceId", "type")
"""What a new application says of itself, and is told again."""


@handles(role("applications"), "POST")
def create(context: RequestContext) -> HttpResponse:
    """A new application of a user, with everything that the documented one has."""
    application = context.backend.new_application(context.user, context.arguments)
    body = _body(application)
    application.bodies[application.path] = body
    for begin in CREATED:
        begin(application, body)
    state = catalogue().of(role("application")).state
    return HttpResponse(201, body, state=state, headers={"location": application.path})


@handles(role("applications"), "GET")
def mine(context: RequestContext) -> HttpResponse:
    """The applications of the user."""
    rel = role("application")
    found = [application.bodies[application.path] for application in context.backend.applications_of(context.user)]
    body = {"rel": context.page.rel, "_links": {"self": {"href": context.path}}, "_embedded": {rel: found}}
    return HttpResponse(body=body, state=context.page.state)


def anonymous_application(user: User) -> ApplicationState:
    """Stands for the application where an address is below none; its address is that of the samples."""
    number = APPLICATION.rpartition("/")[2]
    return ApplicationState(number, user, {}, EventChannel(APPLICATION, float), 0.0)


def _body(application: ApplicationState) -> dict[str, Any]:
    sample = catalogue().of(role("application")).samples["GET"]
    body: dict[str, Any] = json.loads(sample.text.replace(APPLICATION, application.path))
    body["_links"][role("events")] = {"href": f"{application.channel.path}?ack=1"}
    body["_links"].setdefault(role("batch"), {"href": f"{application.path}/batch"})
    body.update({name: application.settings[name] for name in _OWN if name in application.settings})
    return body


def find(backend: SandboxBackend, user: User, path: str) -> ApplicationState:
    """The application of an address; only its own user gets at it."""
    backend.expire()
    number = path.split("/")[4] if path.count("/") >= 4 else ""
    found = backend.applications.get(number)
    if found is None or found.user is not user:
        raise HttpError(404, "NotFound", "ApplicationNotFound", "there is no such application")
    found.seen = backend.clock()
    return found


@handles(role("application"), "DELETE")
def delete(context: RequestContext) -> HttpResponse:
    context.backend.lose(context.application)
    return HttpResponse(204)
