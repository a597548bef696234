"""A call that survives the loss of its application; a conflict has both versions."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from ...base.errors import Error
from ...base.registry import index
from ...calls.errors import ApiError
from ...calls.results import Another
from ...http.messages import Response
from ...requests.call import Call, check_call
from ...requests.chain import Chain
from ...states.state import State
from ..session.application import ApplicationRecord, current, deleted_by, lost, moved, says_lost
from ..session.effects import Flow
from ..session.session import ClientSession
from .applications import recreate
from .authorized import answered
from .exchange import end_of

T = TypeVar("T")
STALE = 412
_CONDITIONAL = ("PUT", "PATCH")


def send(
    session: ClientSession, call: Call[T] | Chain[T], *, timeout: float | None = None, retry: bool = True
) -> Flow[tuple[T, Response]]:
    """The result of a call or chain, and the response to its last call; ``timeout`` is its deadline in seconds."""
    until = end_of(session, timeout)
    last = yield from followed(session, call, until)
    return (yield from _sent(session, last, until, retry))


def followed(session: ClientSession, call: Call[T] | Chain[T], until: float) -> Flow[Call[T]]:
    """The last call of a chain, after those before it; a call alone is its own last one."""
    while isinstance(call, Chain):
        state, _ = yield from _sent(session, call.first, until, retry=True)
        call = call.next(state)
    check_call(call)
    return call


def _sent(session: ClientSession, call: Call[T], until: float, retry: bool) -> Flow[tuple[T, Response]]:
    call = current(session, call)
    known = deleted_by(session, call)
    if known is not None:
        return (yield from _deleted(session, known, call, until, retry))
    try:
        return (yield from answered(session, call, until, retry))
    except ApiError as fault:
        failed, old = fault, lost(session, fault, call.url)
        if old is None:
            if fault.status == STALE and call.method in _CONDITIONAL:
                yield from _both_versions(session, call, fault, until)
            raise
    yield from recreate(session, old)
    if session.application is None:
        raise failed
    return (yield from answered(session, moved(call, old, session.application.url), until, retry))


def _deleted(
    session: ClientSession, known: ApplicationRecord, call: Call[T], until: float, retry: bool
) -> Flow[tuple[T, Response]]:
    """The answer to a call that deletes the application, which is not created again; a lost one counts as deleted."""
    known.is_ended = True
    try:
        return (yield from answered(session, call, until, retry))
    except BaseException as fault:
        if isinstance(fault, ApiError) and fault.response is not None and says_lost(fault):
            return cast("T", None), fault.response
        known.is_ended = False
        raise


def _both_versions(session: ClientSession, call: Call[Any], fault: ApiError, until: float) -> Flow[None]:
    """Add the base of the change and the present state of the server to the error."""
    fault.base = getattr(call.body, "base", None) or (call.known if isinstance(call.known, State) else None)
    returns = call.returns if fault.base is None else Another(type(fault.base))
    version = index().headers.get("minimum_version", "").lower()
    headers = {name: value for name, value in call.headers.items() if name.lower() == version}
    read: Call[Any] = Call("GET", call.target, returns, base=call.base, headers=headers)
    try:
        fault.current, _ = yield from answered(session, read, until, retry=False)
    except Error:
        fault.current = None
