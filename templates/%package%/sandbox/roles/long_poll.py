"""The role of events: requests of an event channel wait until events are due or their time is over."""

from __future__ import annotations

from ..handlers.context import RequestContext
from ..handlers.registry import check, handles_role, headers_of
from ..http.error_table import subcode_of
from ..http.messages import HttpError, HttpResponse, member
from ..pages.catalogue import catalogue
from ..pages.request_checks import wrong_parameters
from ..state.backend import LongPoll, SandboxBackend
from .applications import channel_of, no_application


@handles_role("events", "GET")
def begin(context: RequestContext) -> LongPoll:
    """Let a request wait. It replaces the one before, unless that one has a higher priority."""
    channel = channel_of(context)
    position = catalogue().position
    try:
        ack = int((member(context.request.query, position) or ["1"])[0])
    except ValueError:
        raise wrong_parameters({position: "is not a number"}) from None
    ticket = channel.ticket(ack, context.arguments.get("priority", 0))
    if ticket is None:
        raise HttpError(409, None, subcode_of("replaced"), "a request of a higher priority is waiting")
    channel.tune(context.arguments)
    context.backend.notify()
    until = context.backend.clock() + channel.timeout
    return LongPoll(context.application, channel, ack, ticket, until, context.request, headers_of(context.page))


def due_response(backend: SandboxBackend, poll: LongPoll) -> HttpResponse | None:
    """The response of a waiting request, if it is due; raises ``HttpError``."""
    with backend.lock:
        check(backend, poll.request)
        backend.pass_time()
        try:
            return _response(backend, poll)
        except HttpError as error:
            error.headers = poll.headers | error.headers
            raise


def _response(backend: SandboxBackend, poll: LongPoll) -> HttpResponse | None:
    channel = poll.channel
    if channel.is_closed:
        raise no_application()
    if channel.waiting != poll.ticket:
        raise HttpError(409, None, subcode_of("replaced"), "another request took the place of this one")
    is_over = backend.clock() >= poll.until
    if is_over and backend.settings.empty_status == 408 and channel.due_at() is None:
        channel.leave(poll.ticket)
        raise HttpError(408, message="no events are due")
    body = channel.page(poll.ack, at_last=is_over)
    if body is None:
        return None
    poll.application.seen = backend.clock()
    channel.leave(poll.ticket)
    return HttpResponse(body=body, headers=dict(poll.headers))
