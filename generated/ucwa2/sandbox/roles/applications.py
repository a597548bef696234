"""The role of applications: created, read, kept alive, lost and deleted."""

from __future__ import annotations

import json
from collections.abc import Hashable
from typing import Any
from urllib.parse import urlencode

from ..._runtime.base.registry import index
from ..handlers.context import RequestContext
from ..handlers.registry import CREATIONS, IDENTITIES, PERMISSIONS, handles_role
from ..http.entity_tags import etag
from ..http.messages import HttpError, HttpRequest, HttpResponse, member
from ..pages.catalogue import catalogue
from ..state.backend import ApplicationState, SandboxBackend
from ..state.event_channel import EventChannel
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
    """A new application of the user, which has all that the documented one has; or the one that is the same."""
    context.backend.expire()
    key = next((identity(context) for identity, _ in IDENTITIES), None)
    instance = str(context.arguments.get(_instance_name(), ""))
    known = next((one for one in context.backend.applications_of(context.user) if one.key == key is not None), None)
    is_known = known is not None and instance in known.channels
    application = known or _new(context, key, instance)
    if instance not in application.channels:
        application.channels[instance] = application.channel.twin(_query(instance))
    application.seen = context.backend.clock()
    body = instance_body(application, application.bodies[application.path], instance)
    page = catalogue().role("application")
    answer = HttpResponse(200 if is_known else 201, body, state=page.state if page else None)
    answer.headers |= {"location": application.path, "etag": f'"{etag(body)}"'}
    return answer


def _new(context: RequestContext, key: Hashable, instance: str) -> ApplicationState:
    for function in PERMISSIONS:
        function(context)
    application = context.backend.new_application(context.user, context.arguments)
    application.key = key
    channel = application.channels.pop("")
    channel.query = _query(instance)
    application.channels[instance] = channel
    body = application.bodies[application.path] = _body(application)
    for complete in CREATIONS:
        complete(application, body)
    return application


def _instance_name() -> str:
    """The name of the parameter of instances; empty without them."""
    return next((name for _, name in IDENTITIES), "")


def _query(instance: str) -> dict[str, str]:
    """The parameters of the addresses of an instance."""
    return {_instance_name(): instance} if instance else {}


def instance_of(context: RequestContext) -> str:
    """The instance that the address of a request names, or else the first one of its application."""
    asked = member(context.request.query, _instance_name())
    return asked[0] if asked else next(iter(context.application.channels))


def channel_of(context: RequestContext) -> EventChannel:
    """The event channel of a request; raises ``HttpError`` for an instance that does not exist."""
    found = context.application.channels.get(instance_of(context))
    if found is None:
        raise no_application()
    return found


def instance_body(application: ApplicationState, body: dict[str, Any], instance: str) -> dict[str, Any]:
    """The body for one instance, with the address of its events; raises ``HttpError`` if there is no such instance."""
    channel = application.channels.get(instance)
    if channel is None:
        raise no_application()
    links, events = dict(body["_links"]), index().roles.get("events")
    if events is not None:
        links[events] = {"href": channel.href}
    if not instance:
        return {**body, "_links": links}
    links["self"] = {"href": f"{application.path}?{urlencode(_query(instance))}"}
    return {**body, _instance_name(): instance, "_links": links}


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
        links[roles["events"]] = {"href": application.channel.href}
    batch = catalogue().role("batch")
    if batch is not None and batch.paths:
        links.setdefault(batch.rel, {"href": home.moved(min(batch.paths), application.path)})
    return {**body, **application.settings}


@handles_role("application", "DELETE")
def delete(context: RequestContext) -> HttpResponse:
    """End the application, or only one of its instances if there are others."""
    channel = channel_of(context)
    if len(context.application.channels) > 1:
        channel.close()
        del context.application.channels[instance_of(context)]
        context.backend.notify()
    else:
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
    found = _of(backend, request) or backend.common
    asked = member(request.query, _instance_name())
    found.channels.get(asked[0] if asked else "", found.channel).lose()
