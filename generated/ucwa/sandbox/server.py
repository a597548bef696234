"""From a request to its answer. Only the event channel makes somebody wait, which is said by a ``Pending``."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from . import applications, batches, behaviour, signin
from .catalogue import catalogue
from .context import Context
from .encoding import encode, error
from .messages import Answer, Asked, Refused
from .serving import answer
from .world import Application, World

HANDLING = (
    applications,
    batches,
    *(import_module(f"{behaviour.__name__}.{found.name}") for found in iter_modules(behaviour.__path__)),
)
"""Modules whose functions answer more than samples do."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A request that waits for events."""

    application: Application
    ack: int
    ticket: int
    until: float


def handle(world: World, asked: Asked) -> Answer | Pending:
    """The answer; raises ``Refused``."""
    with world.lock:
        world.pass_time()
        path = asked.path.lower().rstrip("/")
        if path in ("", signin.ROOT):
            return signin.root(world, asked)
        if path == signin.TOKENS and asked.method == "POST":
            return signin.token(world, asked)
        if path in (signin.USER, f"{signin.ROOT}/user"):
            return signin.user(world, asked)
        user = signin.who(world, asked)
        if path == signin.APPLICATIONS and asked.method == "POST":
            return applications.create(world, asked, user)
        if not path.startswith(f"{signin.APPLICATIONS}/"):
            raise Refused(404, "NotFound", message=f"there is nothing at {asked.path}")
        application = applications.find(world, user, asked.path)
        if asked.path == application.channel.path and asked.method == "GET":
            return begin(world, application, asked)
        context = Context(world, asked, user, application, catalogue().of("application"))
        return answer(context)


def begin(world: World, application: Application, asked: Asked) -> Pending:
    """A request of the event channel begins to wait."""
    channel = application.channel
    try:
        channel.tune(asked.query)
        ack = int(asked.query.get("ack", ["1"])[0])
    except ValueError:
        raise Refused(400, "BadRequest", "ParameterValidationFailure", "a parameter is no number") from None
    ticket = channel.ticket()
    world.notify()
    return Pending(application, ack, ticket, world.clock() + channel.timeout)


def look(world: World, pending: Pending) -> Answer | None:
    """The answer of a request that waits, if it is due; raises ``Refused``."""
    with world.lock:
        world.pass_time()
        channel = pending.application.channel
        if channel.is_closed:
            raise Refused(404, "NotFound", "ApplicationNotFound", "there is no such application")
        if channel.waiting != pending.ticket:
            raise Refused(409, "Conflict", "PGetReplaced", "another request took the place of this one")
        over = world.clock() >= pending.until
        if over and world.settings.empty_status == 408 and channel.due_at() is None:
            channel.leave(pending.ticket)
            raise Refused(408, "ClientTimeout", message="nothing happened")
        body = channel.answer(pending.ack, at_last=over)
        if body is None:
            return None
        pending.application.seen = world.clock()
        channel.leave(pending.ticket)
        return Answer(body=body)


def rendered(asked: Asked, found: Answer | Refused) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and bytes."""
    if isinstance(found, Refused):
        content, kind = error(found, asked.format)
        return found.status, {**found.headers, "content-type": kind}, content
    content, media_type = encode(found, asked.format)
    headers = dict(found.headers)
    if media_type:
        headers["content-type"] = media_type
    return found.status, headers, content
