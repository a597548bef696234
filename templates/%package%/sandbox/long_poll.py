"""Requests of event channels: they begin to wait, and are looked at again until there is something to tell."""

from __future__ import annotations

from .backend import SandboxBackend
from .context import RequestContext
from .handlers import SERVED, handles, role
from .http_messages import HttpError, HttpResponse, LongPoll


@handles(role("events"), "GET")
def begin(context: RequestContext) -> LongPoll:
    """A request begins to wait; the one before it is replaced, unless it goes before."""
    channel, request = context.application.channel, context.request
    try:
        ack = int(request.query.get("ack", ["1"])[0])
    except ValueError:
        wrong = {"ack": "is no number"}
        raise HttpError(
            400, "BadRequest", "ParameterValidationFailure", "a parameter is wrong", parameters=wrong
        ) from None
    ticket = channel.ticket(ack, context.arguments.get("priority", 0))
    if ticket is None:
        raise HttpError(409, "Conflict", "PGetReplaced", "a request of a higher priority is waiting")
    channel.tune(context.arguments)
    context.backend.notify()
    return LongPoll(context.application, ack, ticket, context.backend.clock() + channel.timeout, request.base)


def look(backend: SandboxBackend, pending: LongPoll) -> HttpResponse | None:
    """The answer of a request that waits, if it is due; raises ``HttpError``."""
    with backend.lock:
        check_host(backend, pending.host, pending.application.path)
        backend.pass_time()
        channel = pending.application.channel
        if channel.is_closed:
            raise _refused(404, "NotFound", "ApplicationNotFound", "there is no such application")
        if channel.waiting != pending.ticket:
            raise _refused(409, "Conflict", "PGetReplaced", "another request took the place of this one")
        over = backend.clock() >= pending.until
        if over and backend.settings.empty_status == 408 and channel.due_at() is None:
            channel.leave(pending.ticket)
            raise _refused(408, "ClientTimeout", None, "nothing happened")
        body = channel.answer(pending.ack, at_last=over)
        if body is None:
            return None
        pending.application.seen = backend.clock()
        channel.leave(pending.ticket)
        return HttpResponse(body=body, headers={SERVED: "1"})


def check_host(backend: SandboxBackend, host: str, path: str) -> None:
    """Refuse what is request of a host that has left its applications to another one."""
    if host in backend.settings.failover and path.startswith("/ucwa/"):
        raise HttpError(503, "ServiceUnavailable", message="another host goes on: see its discovery")


def _refused(status: int, code: str, subcode: str | None, message: str) -> HttpError:
    return HttpError(status, code, subcode, message, headers={SERVED: "1"})
