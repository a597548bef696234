"""Several calls in one request: each is executed or reported exactly once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from ...base.errors import Error, InvalidArgument, LinkRefused
from ...base.redact import shown
from ...base.registry import index
from ...calls.errors import ApiError, TransportError
from ...calls.results import EventPageResult, Media
from ...http.messages import Request, Response, resolve
from ...requests.call import Call, check_call
from ...requests.chain import Chain
from ...requests.contracts import Returns
from ..session.application import ApplicationRecord, current, deleted_by, lost, says_lost
from ..session.effects import LARGE, Flow, Sleep, Work
from ..session.origin import origin
from ..session.outcomes import Outcome, Outcomes
from ..session.retry import is_later
from .applications import recreate
from .authorized import read_answer, send_once
from .multipart import TYPE, read, write

if TYPE_CHECKING:
    from ..session.session import ClientSession

T = TypeVar("T")
LIMIT = 100
"""The documented limit of pending requests of a user; a server with a lower limit answers 429."""

LEAST = 0.05
"""The least delay in seconds before calls beyond the limit are sent again."""

_TOO_MANY = 429


class _Run:
    """A pending batch: its deadline, and the number of calls that the server accepts at once."""

    __slots__ = ("size", "until")

    def __init__(self, until: float) -> None:
        self.until = until
        self.size = LIMIT


def batch(session: ClientSession, calls: Sequence[Call[Any]], timeout: float | None = None) -> Flow[Outcomes]:
    """Send calls together, in as few requests as the server accepts; it may execute them in any order."""
    _check(session, calls)
    run = _Run(session.clock() + (session.policy.timeout if timeout is None else timeout))
    known = next(filter(None, (deleted_by(session, call) for call in calls)), None)
    found = yield from (_all(session, calls, run, 0) if known is None else _deleting(session, known, calls, run))
    for outcome in found:
        if outcome.error is not None:
            session.hide(outcome.error)
    return Outcomes(found)


def _all(session: ClientSession, calls: Sequence[Call[Any]], run: _Run, attempt: int) -> Flow[list[Outcome[Any]]]:
    """The outcomes of all calls, sent in chunks."""
    found: list[Outcome[Any]] = []
    while len(found) < len(calls):
        found += yield from _send(session, calls[len(found) : len(found) + run.size], run, attempt)
    return found


def _deleting(
    session: ClientSession, known: ApplicationRecord, calls: Sequence[Call[Any]], run: _Run
) -> Flow[list[Outcome[Any]]]:
    """The same where a call deletes the application, which is not created again; a lost one counts as deleted."""
    deletes = {id(call) for call in calls if deleted_by(session, call)}
    known.is_ended, is_deleted = True, False
    try:
        found = yield from _all(session, calls, run, 0)
        for number, outcome in enumerate(found):
            if id(outcome.call) in deletes and isinstance(outcome.error, ApiError) and says_lost(outcome.error):
                found[number] = Outcome(outcome.call)
        is_deleted = any(outcome.error is None for outcome in found if id(outcome.call) in deletes)
    finally:
        known.is_ended = is_deleted
    return found


def _link(session: ClientSession) -> Any:
    rel = index().role("batch")
    state = session.application.state if session.application else session.entry
    if state is None or rel not in state.links:
        raise InvalidArgument("no resource is known yet that takes a batch: enter the client, or make an application")
    return state.links[rel]


def _check(session: ClientSession, calls: Sequence[Call[Any]]) -> None:
    """Refuse calls that a batch cannot contain, before anything is sent."""
    where = origin(_link(session).url)
    for number, call in enumerate(calls, 1):
        if isinstance(call, Chain):
            raise InvalidArgument(f"call {number} is a chain, whose calls wait for answers; send it by itself")
        check_call(call)
        if _is_unfit(call.returns):
            raise InvalidArgument(f"call {number}, {call.method} {call.path}, cannot be sent in a batch")
        url = resolve(session.home, current(session, call).url)
        if origin(url) != where:
            raise LinkRefused(f"{shown(url)} is not on the server of the batch", href=url)
    if len({id(call) for call in calls}) < len(calls):
        raise InvalidArgument("a call is given twice")


def _is_unfit(returns: Returns) -> bool:
    """Events, photos, and batches themselves."""
    kind = returns.media_type if isinstance(returns, Media) else ""
    return isinstance(returns, EventPageResult) or kind.startswith("image/") or kind == TYPE


def _send(session: ClientSession, calls: Sequence[Call[Any]], run: _Run, attempt: int) -> Flow[list[Outcome[Any]]]:
    """Send one request, and retries where the server has not executed it. Each call is reported once."""
    try:
        link, parts = _link(session), [_part(session, call) for call in calls]
        try:
            responses = yield from _exchanged(session, link, parts, run)
        except ApiError as fault:
            return (yield from _resend(session, calls, fault, link.url, run, attempt))
    except Error as fault:
        return [Outcome(call, error=fault) for call in calls]
    except TimeoutError:
        return [*map(_late, calls)]
    return (yield from _outcomes(session, calls, parts, responses, run.until))


def _exchanged(session: ClientSession, link: Any, parts: Sequence[Request], run: _Run) -> Flow[Sequence[Response]]:
    content, content_type = write(parts)
    call = link.post(content, content_type=content_type)
    answer, _ = yield from send_once(session, call, timeout=run.until - session.clock(), retry=False)
    if answer is None:
        return []
    split = partial(read, answer.bytes, answer.content_type, most=len(parts))
    found: Sequence[Response] = (yield Work(split)) if len(answer.bytes) >= LARGE else split()
    return found


def _resend(
    session: ClientSession, calls: Sequence[Call[Any]], fault: ApiError, asked: str, run: _Run, attempt: int
) -> Flow[list[Outcome[Any]]]:
    """Send calls that did not run again: to the present application, later, or in smaller chunks."""
    later = fault.response is not None and is_later(fault.response)
    old = None if later else lost(session, fault, asked)
    pause = max(session.policy.pause(attempt, fault.response, session.random()), LEAST) if later else 0.0
    shrinks = fault.status == _TOO_MANY and len(calls) > 1
    is_over = session.clock() + pause >= run.until or attempt >= session.policy.attempts
    if not (later or old) or is_over or not (shrinks or session.budget.spend()):
        return [Outcome(call, error=fault) for call in calls]
    if old is not None:
        yield from recreate(session, old)
    if pause:
        yield Sleep(pause)
    if shrinks:
        run.size = max(1, len(calls) // 2)
    return (yield from _all(session, calls, run, attempt if shrinks else attempt + 1))


def _part(session: ClientSession, call: Call[Any]) -> Request:
    """The part of a call, addressed to the present application."""
    request = current(session, call).request(session.format)
    return Request(request.method, resolve(session.home, request.url), request.headers, request.content)


def _outcomes(
    session: ClientSession,
    calls: Sequence[Call[Any]],
    parts: Sequence[Request],
    responses: Sequence[Response],
    until: float,
) -> Flow[list[Outcome[Any]]]:
    """Outcomes of the parts, which are in the order of the request; other flows continue while large answers are read."""
    if len(responses) != len(calls):
        number = len(responses) if len(responses) < len(calls) else "more"
        text = f"the batch of {len(calls)} was answered with {number} parts"
        return [Outcome(call, error=TransportError(text, call=call)) for call in calls]
    is_large = sum(len(response.content) for response in responses) >= LARGE
    found: list[Outcome[Any]] = []
    for call, part, response in zip(calls, parts, responses, strict=True):
        response.url = part.url
        late = is_large and session.clock() >= until
        found.append(_late(call) if late else (yield from _outcome(session, call, response, is_large)))
    return found


def _outcome(session: ClientSession, call: Call[Any], response: Response, is_large: bool) -> Flow[Outcome[Any]]:
    try:
        return Outcome(call, (yield from read_answer(session, call, response, is_large=is_large)))
    except Error as fault:
        return Outcome(call, error=fault)


def _late(call: Call[Any]) -> Outcome[Any]:
    return Outcome(call, error=TransportError("the batch took too long", call=call))
