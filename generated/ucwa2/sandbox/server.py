"""From a request to its answer. Only the event channel makes somebody wait, which is said by a ``Pending``."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from . import applications, batches, behaviour, signin, waiting
from .catalogue import catalogue
from .context import Context
from .encoding import encode, error
from .faults import Fault
from .messages import Answer, Asked, Pending, Refused
from .serving import answer, role
from .world import World

HANDLING = (
    applications,
    batches,
    signin,
    waiting,
    *(import_module(f"{behaviour.__name__}.{found.name}") for found in iter_modules(behaviour.__path__)),
)
"""Modules whose functions answer more than samples do."""


def handle(world: World, asked: Asked) -> Answer | Pending:
    """The answer; raises ``Refused``."""
    with world.lock:
        world.pass_time()
        path = asked.path.lower().rstrip("/")
        waiting.check_host(world, asked.base, path)
        if path == signin.TOKENS and asked.method == "POST":
            return signin.token(world, asked)
        user = signin.NOBODY if signin.is_open(path) else signin.who(world, asked)
        within = path.startswith(f"{signin.APPLICATIONS}/")
        application = applications.find(world, user, asked.path) if within else applications.nobodys(user)
        return answer(Context(world, asked, user, application, catalogue().of(role("application"))))


def lose(world: World, asked: Asked, fault: Fault) -> None:
    """Forget the token, the application or the channel of a request, or leave all to another host."""
    with world.lock:
        token = world.tokens.get(asked.headers.get("authorization", "").partition(" ")[2])
        if token is not None and fault.kind == "expire-token":
            token.until = 0.0
        steps = asked.path.split("/")
        application = world.applications.get(steps[4]) if len(steps) > 4 else None
        if application is not None and fault.kind == "lose-application":
            world.lose(application)
        if application is not None and fault.kind == "lose-channel":
            application.channel.lose()
        if fault.kind == "failover":
            world.settings.failover[asked.base] = fault.link
            world.notify()


def rendered(asked: Asked, found: Answer | Refused) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and bytes. A header of several lines comes once for each."""
    form = asked.format
    content, media_type = error(found, form) if isinstance(found, Refused) else encode(found, form)
    headers = {**found.headers, **({"content-type": media_type} if media_type else {})}
    return found.status, [(name, line) for name, value in headers.items() for line in value.split("\n")], content
