"""One exchange: from a request to its answer, with retries, and redirects within one origin."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from ...base.errors import LinkRefused
from ...base.redact import shown
from ...calls.errors import TransportError
from ...http.messages import Request, Response
from ..session.effects import Exchange, Flow, Sleep
from ..session.origin import origin, resolved
from ..session.retry import MOVED, is_later, may_repeat
from ..session.session import ClientSession


def end_of(session: ClientSession, timeout: float | None) -> float:
    """The deadline of a call, by the clock of the session."""
    return session.clock() + (session.policy.timeout if timeout is None else timeout)


def exchange(
    session: ClientSession, request: Request, *, timeout: float | None = None, retry: bool = True
) -> Flow[Response]:
    """Send one request, unchanged, and return its answer."""
    session.check_trusted(origin(request.url), request.url)
    return (yield from exchange_until(session, request, end_of(session, timeout), retry))


def explore(session: ClientSession, request: Request, timeout: float) -> Flow[Response]:
    """The answer of a host that is not trusted yet: redirects are returned, and an unreachable host is not tried again."""
    return (yield from exchange_until(session, request, session.clock() + timeout, retry=True, is_known=False))


def exchange_until(
    session: ClientSession,
    request: Request,
    until: float,
    retry: bool,
    is_known: bool = True,
    once: Callable[[Request], Flow[Response]] | None = None,
) -> Flow[Response]:
    """The answer to one request; ``once`` sends it in another way than by a single exchange."""
    hops = 0
    for attempt in count():
        try:
            response: Response = (
                (yield from once(request)) if once else (yield Exchange(request, until - session.clock()))
            )
        except TransportError as fault:
            pause = session.policy.pause(attempt, None, session.random())
            again = retry and may_repeat(request, sent=fault.sent) and (is_known or fault.sent)
            if not again or not _has_time(session, attempt, pause, until):
                raise
            yield Sleep(pause)
            continue
        if is_known and response.status_code in MOVED and hops < session.policy.hops:
            request, hops = _followed(request, response), hops + 1
            continue
        if not is_later(response):
            session.budget.earn()
            return response
        pause = session.policy.pause(attempt, response, session.random())
        if not retry or not _has_time(session, attempt, pause, until):
            return response
        yield Sleep(pause)
    raise AssertionError


def _has_time(session: ClientSession, attempt: int, pause: float, until: float) -> bool:
    """Whether another attempt is allowed, and time for it is left."""
    return attempt + 1 < session.policy.attempts and session.clock() + pause < until and session.budget.spend()


def _followed(request: Request, response: Response) -> Request:
    """The request for a redirect; only reads are redirected, and only within the origin."""
    target = response.headers.get("location", "")
    url = resolved(request.url, target) if target else ""
    if request.method not in ("GET", "HEAD") or not url:
        status = response.status_code
        raise TransportError(f"{request.method} {shown(request.url)} was answered with {status}", response=response)
    if origin(url) != origin(request.url):
        raise LinkRefused(f"a redirect to {shown(url)} leaves the server that was asked", href=url)
    return Request(request.method, url, request.headers, request.content)
