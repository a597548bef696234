"""Applications: made, read, kept alive, lost and deleted; and what they begin with."""

from __future__ import annotations

import json
from typing import Any

from .catalogue import APPLICATION, catalogue
from .channel import Channel
from .context import Context
from .messages import Answer, Refused
from .serving import CREATED, handles, role
from .world import Application, User, World

_OWN = ("culture", "userAgent", "endpointId", "instanceId", "type")
"""What a new application says of itself, and is told again."""


@handles(role("applications"), "POST")
def create(context: Context) -> Answer:
    """A new application of a user, with everything that the documented one has."""
    application = context.world.new_application(context.user, context.arguments)
    body = _body(application)
    application.bodies[application.path] = body
    for begin in CREATED:
        begin(application, body)
    state = catalogue().of(role("application")).state
    return Answer(201, body, state=state, headers={"location": application.path})


@handles(role("applications"), "GET")
def mine(context: Context) -> Answer:
    """The applications of the user."""
    rel = role("application")
    found = [application.bodies[application.path] for application in context.world.applications_of(context.user)]
    body = {"rel": context.page.rel, "_links": {"self": {"href": context.path}}, "_embedded": {rel: found}}
    return Answer(body=body, state=context.page.state)


def nobodys(user: User) -> Application:
    """Stands for the application where an address is below none; its address is that of the samples."""
    number = APPLICATION.rpartition("/")[2]
    return Application(number, user, {}, Channel(APPLICATION, float), 0.0)


def _body(application: Application) -> dict[str, Any]:
    sample = catalogue().of(role("application")).samples["GET"]
    body: dict[str, Any] = json.loads(sample.text.replace(APPLICATION, application.path))
    body["_links"][role("events")] = {"href": f"{application.channel.path}?ack=1"}
    body["_links"].setdefault(role("batch"), {"href": f"{application.path}/batch"})
    body.update({name: application.settings[name] for name in _OWN if name in application.settings})
    return body


def find(world: World, user: User, path: str) -> Application:
    """The application of an address; only its own user gets at it."""
    world.expire()
    number = path.split("/")[4] if path.count("/") >= 4 else ""
    found = world.applications.get(number)
    if found is None or found.user is not user:
        raise Refused(404, "NotFound", "ApplicationNotFound", "there is no such application")
    found.seen = world.clock()
    return found


@handles(role("application"), "DELETE")
def delete(context: Context) -> Answer:
    context.world.lose(context.application)
    return Answer(204)
