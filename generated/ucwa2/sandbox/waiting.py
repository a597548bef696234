"""Requests of event channels: they begin to wait, and are looked at again until there is something to tell."""

from __future__ import annotations

from .context import Context
from .messages import Answer, Pending, Refused
from .serving import SERVED, handles, role
from .world import World


@handles(role("events"), "GET")
def begin(context: Context) -> Pending:
    """A request begins to wait; the one before it is replaced, unless it goes before."""
    channel, asked = context.application.channel, context.asked
    try:
        ack = int(asked.query.get("ack", ["1"])[0])
    except ValueError:
        wrong = {"ack": "is no number"}
        raise Refused(
            400, "BadRequest", "ParameterValidationFailure", "a parameter is wrong", parameters=wrong
        ) from None
    ticket = channel.ticket(ack, context.arguments.get("priority", 0))
    if ticket is None:
        raise Refused(409, "Conflict", "PGetReplaced", "a request of a higher priority is waiting")
    channel.tune(context.arguments)
    context.world.notify()
    return Pending(context.application, ack, ticket, context.world.clock() + channel.timeout, asked.base)


def look(world: World, pending: Pending) -> Answer | None:
    """The answer of a request that waits, if it is due; raises ``Refused``."""
    with world.lock:
        check_host(world, pending.host, pending.application.path)
        world.pass_time()
        channel = pending.application.channel
        if channel.is_closed:
            raise _refused(404, "NotFound", "ApplicationNotFound", "there is no such application")
        if channel.waiting != pending.ticket:
            raise _refused(409, "Conflict", "PGetReplaced", "another request took the place of this one")
        over = world.clock() >= pending.until
        if over and world.settings.empty_status == 408 and channel.due_at() is None:
            channel.leave(pending.ticket)
            raise _refused(408, "ClientTimeout", None, "nothing happened")
        body = channel.answer(pending.ack, at_last=over)
        if body is None:
            return None
        pending.application.seen = world.clock()
        channel.leave(pending.ticket)
        return Answer(body=body, headers={SERVED: "1"})


def check_host(world: World, host: str, path: str) -> None:
    """Refuse what is asked of a host that has left its applications to another one."""
    if host in world.settings.failover and path.startswith("/ucwa/"):
        raise Refused(503, "ServiceUnavailable", message="another host goes on: see its discovery")


def _refused(status: int, code: str, subcode: str | None, message: str) -> Refused:
    return Refused(status, code, subcode, message, headers={SERVED: "1"})
