"""Applications: made, read, kept alive, lost and deleted; and what they begin with."""

from __future__ import annotations

import json
from typing import Any

from .catalogue import APPLICATION, catalogue
from .checking import arguments
from .context import Context
from .messages import Answer, Asked, Refused
from .serving import CREATED, handles
from .world import Application, User, World


def create(world: World, asked: Asked, user: User) -> Answer:
    """A new application of a user, with everything that the documented one has."""
    page = catalogue().of("applications")
    operation = page.operation("POST")
    assert operation is not None
    settings = arguments(asked, operation)
    application = world.new_application(user, settings)
    body = _body(application)
    application.bodies[application.path] = body
    for begin in CREATED:
        begin(application, body)
    return Answer(201, body, state="application.Application", headers={"location": application.path})


def _body(application: Application) -> dict[str, Any]:
    sample = catalogue().of("application").samples["GET"]
    body: dict[str, Any] = json.loads(sample.text.replace(APPLICATION, application.path))
    body["_links"]["events"] = {"href": f"{application.channel.path}?ack=1"}
    body["_links"].setdefault("batch", {"href": f"{application.path}/batch"})
    body.update({name: application.settings[name] for name in ("culture", "userAgent") if name in application.settings})
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


@handles("application", "DELETE")
def delete(context: Context) -> Answer:
    context.world.lose(context.application)
    return Answer(204)
