"""From a request to its response. A request of an event channel gives a ``LongPoll``, which waits."""

from __future__ import annotations

from dataclasses import replace

from .. import behaviour
from ..handlers.context import RequestContext
from ..handlers.registry import SERVICES, check
from ..handlers.resources import respond
from ..http.messages import HttpRequest, HttpResponse
from ..pages.catalogue import catalogue
from ..pages.other_addresses import taken
from ..roles import batch, entry, long_poll
from ..roles.applications import application_at
from ..roles.sign_in import authenticated
from ..state.backend import LongPoll, SandboxBackend

REGISTERED = (behaviour, batch, entry, long_poll)
"""Modules that register handlers when they are imported."""


def handle(backend: SandboxBackend, request: HttpRequest) -> HttpResponse | LongPoll:
    """The response; raises ``HttpError``. HEAD is carried out as GET."""
    method = "GET" if request.method == "HEAD" else request.method
    query = request.target.partition("?")[1:]
    request = replace(request, method=method, target=taken(method, "".join((request.path, *query))))
    with backend.lock:
        backend.pass_time()
        check(backend, request)
        service = SERVICES.get((request.path.lower().rstrip("/"), request.method))
        if service is not None:
            return service(backend, request)
        user = authenticated(backend, request)
        application = application_at(backend, user, request.path)
        page = next(iter(catalogue().pages.values()))
        return respond(RequestContext(backend, request, user, application, page, handle))
