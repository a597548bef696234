"""A call from request to result: who may see what, what is tried again, and which error it is in the end."""

from __future__ import annotations

from itertools import count
from typing import Any, TypeVar

from ..calls import Call
from ..errors import ApiError, Error, TransportError
from ..http import Request, Response, resolve, shown
from ..registry import index
from ..returns import Another
from . import application
from .core import Core
from .effects import Exchange, Flow, Sleep
from .origin import LinkRefused, origin, resolved
from .retry import MOVED, is_later, may_repeat
from .tokens import authorize, renew

T = TypeVar("T")
INVALID_TOKEN = "28055"
STALE = 412
_NOT_FROM_CALLS = frozenset({
    "authorization", "connection", "content-length", "expect", "host", "http2-settings", "keep-alive",
    "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
})  # fmt: skip
"""Headers that say who sends a message, where it goes and where it ends: no call has a say in them."""


def send(core: Core, call: Call[T], *, timeout: float | None = None, retry: bool = True) -> Flow[tuple[T, Response]]:
    """The result of a call, and its response; ``timeout`` is for all that it takes, in seconds."""
    until = _end(core, timeout)
    call = application.current(core, call)
    try:
        return (yield from _answered(core, call, until, retry))
    except ApiError as fault:
        lost, old = fault, application.lost(core, fault, call.url)
        if old is None:
            if fault.status == STALE and call.method == "PUT":
                yield from _both_versions(core, call, fault, until)
            raise
    yield from application.recreate(core, old)
    if core.application is None:
        raise lost
    return (yield from _answered(core, application.moved(call, old, core.application.url), until, retry))


def once(core: Core, call: Call[T], *, timeout: float | None = None, retry: bool = True) -> Flow[tuple[T, Response]]:
    """As ``send``, but for a lost application, which is reported like any error."""
    return (yield from _answered(core, call, _end(core, timeout), retry))


def _end(core: Core, timeout: float | None) -> float:
    return core.clock() + (core.policy.timeout if timeout is None else timeout)


def _answered(core: Core, call: Call[T], until: float, retry: bool) -> Flow[tuple[T, Response]]:
    """The answer, with a token that the server takes."""
    url = resolve(core.home, call.url)
    where = origin(url)
    core.check_trusted(where, url)
    used = yield from authorize(core, where)
    response: Response = yield from _exchange(core, _request(core, call, url, used), until, retry)
    if _is_refused(response) and (yield from renew(core, where, response, used)):
        renewed = core.tokens.header(where)
        response = yield from _exchange(core, _request(core, call, url, renewed), until, retry)
    return call.read(response), response


def _request(core: Core, call: Call[Any], url: str, token: str | None) -> Request:
    request = call.request(core.format)
    given = {name: value for name, value in request.headers.items() if name.lower() not in _NOT_FROM_CALLS}
    return Request(request.method, url, {**given, "Authorization": token} if token else given, request.content)


def _is_refused(response: Response) -> bool:
    """Whether the server takes the token no more."""
    if response.status_code == 401:
        return True
    return response.status_code == 403 and response.headers.get("x-ms-diagnostics", "").startswith(INVALID_TOKEN)


def _both_versions(core: Core, call: Call[Any], fault: ApiError, until: float) -> Flow[None]:
    """Put into the error what was to be changed, and what the server has now."""
    fault.base = getattr(call.body, "base", None)
    returns = call.returns if fault.base is None else Another(type(fault.base))
    version = index().headers["minimum_version"].lower()
    headers = {name: value for name, value in call.headers.items() if name.lower() == version}
    read: Call[Any] = Call("GET", call.target, returns, base=call.base, headers=headers)
    try:
        fault.current, _ = yield from _answered(core, read, until, retry=False)
    except Error:
        fault.current = None


def exchange(core: Core, request: Request, *, timeout: float | None = None, retry: bool = True) -> Flow[Response]:
    """One request to its answer. Nothing is added to it."""
    core.check_trusted(origin(request.url), request.url)
    return (yield from _exchange(core, request, _end(core, timeout), retry))


def explore(core: Core, request: Request, timeout: float) -> Flow[Response]:
    """The answer of a host that nobody vouched for yet: a redirect too, and no second attempt where it is out of reach."""
    return (yield from _exchange(core, request, core.clock() + timeout, retry=True, is_known=False))


def _exchange(core: Core, request: Request, until: float, retry: bool, is_known: bool = True) -> Flow[Response]:
    hops = 0
    for attempt in count():
        try:
            response: Response = yield Exchange(request, until - core.clock())
        except TransportError as fault:
            pause = core.policy.pause(attempt, None, core.random())
            again = retry and may_repeat(request, sent=fault.sent) and (is_known or fault.sent)
            if not again or not _has_time(core, attempt, pause, until):
                raise
            yield Sleep(pause)
            continue
        if is_known and response.status_code in MOVED and hops < core.policy.hops:
            request, hops = _followed(request, response), hops + 1
            continue
        if not is_later(response):
            core.budget.earn()
            return response
        pause = core.policy.pause(attempt, response, core.random())
        if not retry or not _has_time(core, attempt, pause, until):
            return response
        yield Sleep(pause)
    raise AssertionError


def _has_time(core: Core, attempt: int, pause: float, until: float) -> bool:
    """Whether there is another attempt, and time for it."""
    return attempt + 1 < core.policy.attempts and core.clock() + pause < until and core.budget.spend()


def _followed(request: Request, response: Response) -> Request:
    """The request at its new address: only reading follows, and only at the same origin."""
    target = response.headers.get("location", "")
    url = resolved(request.url, target) if target else ""
    if request.method not in ("GET", "HEAD") or not url:
        status = response.status_code
        raise TransportError(f"{request.method} {shown(request.url)} was answered with {status}", response=response)
    if origin(url) != origin(request.url):
        raise LinkRefused(f"a redirect to {shown(url)} leaves the server that was asked", href=url)
    return Request(request.method, url, request.headers, request.content)
