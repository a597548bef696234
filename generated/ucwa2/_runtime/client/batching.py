"""Several calls in one request: each is carried out or reported exactly once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from ..errors import ApiError, Error, InvalidArgument, TransportError
from ..http import Request, Response, resolve, shown
from ..registry import index
from ..returns import Events, Media, Returns
from . import application
from .effects import Flow, Sleep
from .multipart import TYPE, read, write
from .origin import LinkRefused, origin
from .retry import is_later

if TYPE_CHECKING:
    from ..calls import Call
    from .core import Core

T = TypeVar("T")
LIMIT = 100
"""Requests that a user may have under way, by the reference; a server with a lower limit answers 429."""

LEAST = 0.05
"""Seconds before what was too much is sent again, however soon the server would take it."""

_TOO_MANY = 429


class Outcome(Generic[T]):
    """What became of a call: a value or an error."""

    __slots__ = ("_error", "_value", "call")

    def __init__(self, call: Call[T], value: Any = None, error: Error | None = None) -> None:
        self.call = call
        self._value = value
        self._error = error

    @property
    def error(self) -> Error | None:
        """Why it failed; None where it did not."""
        return self._error

    @property
    def value(self) -> T:
        """What the call gave; raises what went wrong."""
        if self._error is not None:
            raise self._error
        value: T = self._value
        return value

    def __repr__(self) -> str:
        return f"<Outcome of {self.call.method} {shown(self.call.href)}: {self._error or 'done'}>"


class Outcomes:
    """The outcomes of a batch: by call, or in the order of the calls."""

    def __init__(self, outcomes: Sequence[Outcome[Any]]) -> None:
        self._outcomes = tuple(outcomes)
        self._by_call = {id(outcome.call): outcome for outcome in outcomes}

    @overload
    def __getitem__(self, key: int) -> Outcome[Any]: ...
    @overload
    def __getitem__(self, key: Call[T]) -> Outcome[T]: ...
    def __getitem__(self, key: Any) -> Outcome[Any]:
        return self._outcomes[key] if isinstance(key, int) else self._by_call[id(key)]

    def __iter__(self) -> Iterator[Outcome[Any]]:
        return iter(self._outcomes)

    def __len__(self) -> int:
        return len(self._outcomes)

    def __repr__(self) -> str:
        failed = sum(outcome.error is not None for outcome in self)
        return f"<{len(self)} outcomes, {failed} of them errors>"


class _Run:
    """A batch under way: until when, and how many calls the server takes at once."""

    __slots__ = ("size", "until")

    def __init__(self, until: float) -> None:
        self.until = until
        self.size = LIMIT


def batch(core: Core, calls: Sequence[Call[Any]], timeout: float | None = None) -> Flow[Outcomes]:
    """Send calls together, in as few requests as the server takes; they may be carried out in any order."""
    _check(core, calls)
    run = _Run(core.clock() + (core.policy.timeout if timeout is None else timeout))
    return Outcomes((yield from _all(core, calls, run, 0)))


def _all(core: Core, calls: Sequence[Call[Any]], run: _Run, attempt: int) -> Flow[list[Outcome[Any]]]:
    """Outcomes of all calls, so many at a time."""
    found: list[Outcome[Any]] = []
    while len(found) < len(calls):
        found += yield from _send(core, calls[len(found) : len(found) + run.size], run, attempt)
    return found


def _link(core: Core) -> Any:
    rel = index().roles["batch"]
    if core.application is None or rel not in core.application.state.links:
        raise InvalidArgument("there is no application yet that could take a batch")
    return core.application.state.links[rel]


def _check(core: Core, calls: Sequence[Call[Any]]) -> None:
    """Refuse what no batch may hold, before anything is sent."""
    where = origin(_link(core).url)
    for number, call in enumerate(calls, 1):
        if _is_unfit(call.returns):
            raise InvalidArgument(f"call {number}, {call.method} {call.path}, cannot be sent in a batch")
        url = resolve(core.home, application.current(core, call).url)
        if origin(url) != where:
            raise LinkRefused(f"{shown(url)} is not on the server of the batch", href=url)
    if len({id(call) for call in calls}) < len(calls):
        raise InvalidArgument("a call is given twice")


def _is_unfit(returns: Returns) -> bool:
    """Events, photos, and batches themselves."""
    kind = returns.media_type if isinstance(returns, Media) else ""
    return isinstance(returns, Events) or kind.startswith("image/") or kind == TYPE


def _send(core: Core, calls: Sequence[Call[Any]], run: _Run, attempt: int) -> Flow[list[Outcome[Any]]]:
    """One request, and others in its place where the server has not begun with it. Whatever happens is reported once."""
    try:
        link, parts = _link(core), [_part(core, call) for call in calls]
        try:
            responses = yield from _exchanged(core, link, parts, run)
        except ApiError as fault:
            return (yield from _again(core, calls, fault, link.url, run, attempt))
    except Error as fault:
        return [Outcome(call, error=fault) for call in calls]
    except TimeoutError:
        return [Outcome(call, error=TransportError("the batch took too long", call=call)) for call in calls]
    return [*_outcomes(calls, parts, responses)]


def _exchanged(core: Core, link: Any, parts: Sequence[Request], run: _Run) -> Flow[Sequence[Response]]:
    from .sending import once

    content, content_type = write(parts)
    call = link.post(content, content_type=content_type)
    answer, _ = yield from once(core, call, timeout=run.until - core.clock(), retry=False)
    return read(answer.bytes, answer.content_type) if answer is not None else []


def _again(
    core: Core, calls: Sequence[Call[Any]], fault: ApiError, asked: str, run: _Run, attempt: int
) -> Flow[list[Outcome[Any]]]:
    """What becomes of calls that did not run: at the application as it is then, later, or fewer at a time."""
    later = fault.response is not None and is_later(fault.response)
    old = None if later else application.lost(core, fault, asked)
    pause = max(core.policy.pause(attempt, fault.response, core.random()), LEAST) if later else 0.0
    shrinks = fault.status == _TOO_MANY and len(calls) > 1
    is_over = core.clock() + pause >= run.until or attempt >= core.policy.attempts
    if not (later or old) or is_over or not (shrinks or core.budget.spend()):
        return [Outcome(call, error=fault) for call in calls]
    if old is not None:
        yield from application.recreate(core, old)
    if pause:
        yield Sleep(pause)
    if shrinks:
        run.size = max(1, len(calls) // 2)
    return (yield from _all(core, calls, run, attempt if shrinks else attempt + 1))


def _part(core: Core, call: Call[Any]) -> Request:
    """A call as it stands in the batch: at the application as it is now."""
    request = application.current(core, call).request(core.format)
    return Request(request.method, resolve(core.home, request.url), request.headers, request.content)


def _outcomes(
    calls: Sequence[Call[Any]], parts: Sequence[Request], responses: Sequence[Response]
) -> Iterator[Outcome[Any]]:
    """The parts of an answer come in the order of the request."""
    if len(responses) != len(calls):
        text = f"the batch of {len(calls)} was answered with {len(responses)} parts"
        yield from (Outcome(call, error=TransportError(text, call=call)) for call in calls)
        return
    for call, part, response in zip(calls, parts, responses, strict=True):
        response.url = part.url
        try:
            yield Outcome(call, call.read(response))
        except Error as fault:
            yield Outcome(call, error=fault)
