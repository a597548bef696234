"""From a request to its answer. Only the event channel makes somebody wait, which is said by a ``LongPoll``."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from . import applications, batch, behaviour, long_poll, signin
from .backend import SandboxBackend
from .catalogue import catalogue
from .context import RequestContext
from .encoding import encode, error
from .faults import Fault
from .handlers import answer, role
from .http_messages import HttpError, HttpRequest, HttpResponse, LongPoll

HANDLING = (
    applications,
    batch,
    signin,
    long_poll,
    *(import_module(f"{behaviour.__name__}.{found.name}") for found in iter_modules(behaviour.__path__)),
)
"""Modules whose functions answer more than samples do."""


def handle(backend: SandboxBackend, request: HttpRequest) -> HttpResponse | LongPoll:
    """The answer; raises ``HttpError``."""
    with backend.lock:
        backend.pass_time()
        path = request.path.lower().rstrip("/")
        long_poll.check_host(backend, request.base, path)
        if path == signin.TOKENS and request.method == "POST":
            return signin.token(backend, request)
        user = signin.ANONYMOUS if signin.is_open(path) else signin.who(backend, request)
        within = path.startswith(f"{signin.APPLICATIONS}/")
        application = (
            applications.find(backend, user, request.path) if within else applications.anonymous_application(user)
        )
        return answer(RequestContext(backend, request, user, application, catalogue().of(role("application"))))


def lose(backend: SandboxBackend, request: HttpRequest, fault: Fault) -> None:
    """Forget the token, the application or the channel of a request, or leave all to another host."""
    with backend.lock:
        token = backend.tokens.get(request.headers.get("authorization", "").partition(" ")[2])
        if token is not None and fault.kind == "expire-token":
            token.until = 0.0
        steps = request.path.split("/")
        application = backend.applications.get(steps[4]) if len(steps) > 4 else None
        if application is not None and fault.kind == "lose-application":
            backend.lose(application)
        if application is not None and fault.kind == "lose-channel":
            application.channel.lose()
        if fault.kind == "failover":
            backend.settings.failover[request.base] = fault.link
            backend.notify()


def rendered(request: HttpRequest, found: HttpResponse | HttpError) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and bytes. A header of several lines comes once for each."""
    form = request.format
    content, media_type = error(found, form) if isinstance(found, HttpError) else encode(found, form)
    headers = {**found.headers, **({"content-type": media_type} if media_type else {})}
    return found.status, [(name, line) for name, value in headers.items() for line in value.split("\n")], content
