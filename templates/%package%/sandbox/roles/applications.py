"""The role of applications: created, read, kept alive, lost and deleted."""

from __future__ import annotations

import json
from typing import Any

from ..._runtime.base.registry import index
from ..handlers.context import RequestContext
from ..handlers.registry import CREATIONS, handles_role
from ..http.messages import HttpError, HttpRequest, HttpResponse
from ..pages.catalogue import catalogue
from ..state.backend import ApplicationState, SandboxBackend
from ..state.faults import Fault, fault_effect
from ..state.users import SandboxUser


def application_at(backend: SandboxBackend, user: SandboxUser, path: str) -> ApplicationState:
    """The application that an address lies in, which must be the user's own; the common one outside of all."""
    number = catalogue().home.number(path)
    if number is None:
        return backend.common
    backend.expire()
    found = backend.applications.get(number)
    if found is None or found.user is not user:
        raise no_application()
    found.seen = backend.clock()
    return found


def no_application() -> HttpError:
    """The error for an application that is gone."""
    return HttpError(404, None, index().lost, "there is no such application")


@handles_role("applications", "POST")
def create(context: RequestContext) -> HttpResponse:
    """A new application of the user, which has all that the documented one has."""
    application = context.backend.new_application(context.user, context.arguments)
    body = _body(application)
    application.bodies[application.path] = body
    for complete in CREATIONS:
        complete(application, body)
    page = catalogue().role("application")
    return HttpResponse(201, body, state=page.state if page else None, headers={"location": application.path})


@handles_role("applications", "GET")
def own_applications(context: RequestContext) -> HttpResponse:
    """The applications of the user."""
    rel = index().roles.get("application", "application")
    found = [application.bodies[application.path] for application in context.backend.applications_of(context.user)]
    body = {"rel": context.page.rel, "_links": {"self": {"href": context.path}}, "_embedded": {rel: found}}
    return HttpResponse(body=body, state=context.page.state)


def _body(application: ApplicationState) -> dict[str, Any]:
    """The documented body, with the links of the roles and the arguments of its creation."""
    page, home, roles = catalogue().role("application"), catalogue().home, index().roles
    text = page.samples["GET"].text if page and "GET" in page.samples else ""
    body: dict[str, Any] = json.loads(home.moved(text, application.path) or "{}")
    links = body.setdefault("_links", {"self": {"href": application.path}})
    if "events" in roles:
        links[roles["events"]] = {"href": f"{application.channel.path}?{catalogue().position}=1"}
    batch = catalogue().role("batch")
    if batch is not None and batch.paths:
        links.setdefault(batch.rel, {"href": home.moved(min(batch.paths), application.path)})
    return {**body, **application.settings}


@handles_role("application", "DELETE")
def delete(context: RequestContext) -> HttpResponse:
    context.backend.lose(context.application)
    return HttpResponse(204)


def _of(backend: SandboxBackend, request: HttpRequest) -> ApplicationState | None:
    """The application that a request is for."""
    return backend.applications.get(catalogue().home.number(request.path) or "")


@fault_effect("lose-application")
def lose_application(backend: SandboxBackend, request: HttpRequest, fault: Fault) -> None:
    """Let the server forget the application of a request."""
    found = _of(backend, request)
    if found is not None:
        backend.lose(found)


@fault_effect("lose-channel")
def lose_channel(backend: SandboxBackend, request: HttpRequest, fault: Fault) -> None:
    """Let the server forget the event channel of a request."""
    (_of(backend, request) or backend.common).channel.lose()
