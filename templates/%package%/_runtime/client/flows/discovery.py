"""From a domain to the address of the applications resource, over several hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...base.arguments import check_text
from ...base.errors import DecodeError, InvalidArgument, LinkRefused
from ...base.redact import brief, shown
from ...base.registry import index, load
from ...calls.errors import AuthenticationError, TransportError
from ...http.diagnosis import offers
from ...http.messages import Request, Response
from ...reading.decode import decode
from ...states.state import State
from ..session.effects import Flow
from ..session.origin import origin, resolved
from ..session.retry import MOVED
from .authorization import past_front
from .exchange import explore
from .recovery import send

if TYPE_CHECKING:
    from ...requests.call import Call
    from ...states.link import Link
    from ..session.session import ClientSession

HOPS = 10
TIMEOUT = 10.0
"""Seconds for each answer at most: the internal host is often unreachable, and must not delay the external one."""

_NOT_IN_NAMES = frozenset(":/?#[]")


def discover(
    session: ClientSession, domain: str, *, http: bool = False, others: bool | tuple[str, ...] = False
) -> Flow[str]:
    """The address of the applications resource of the user's own pool.

    - http: also try addresses without TLS, in the first step
    - others: other domains that links may lead to, as in deployments that are partly online: all, or named ones
    """
    name = named_domain(domain)
    session.domain, session.others = name, others
    faults: list[tuple[str, str]] = []
    refused: str | None = None
    starts, end = _starts(name, http), session.clock() + session.policy.timeout
    for more, start in zip(reversed(range(len(starts))), starts, strict=True):
        try:
            user = yield from _user(session, start, start, _share(session, end, more))
        except (TransportError, DecodeError, LinkRefused) as fault:
            faults.append((start, brief(str(fault))))
            refused = fault.href if isinstance(fault, LinkRefused) else refused
            continue
        return (yield from applications_of(session, user))
    text = "no discovery service answered: " + "; ".join(f"{shown(start)}: {fault}" for start, fault in faults)
    raise TransportError(text) if refused is None else LinkRefused(text, href=refused)


def _share(session: ClientSession, end: float, more: int) -> float:
    """The deadline at one host, which leaves time for the others."""
    now = session.clock()
    return min(now + TIMEOUT, now + (end - now) / (more + 1)) if more else end


def start(session: ClientSession, url: str) -> Flow[str]:
    """The same from the address of a discovery service, which is trusted for its own domain."""
    session.domain = _domain(origin(url).host)
    user = yield from _user(session, url, url, session.clock() + session.policy.timeout)
    return (yield from applications_of(session, user))


def named_domain(domain: str, parameter: str = "domain") -> str:
    """A domain in canonical form."""
    check_text(domain, parameter, "`example.com`")
    try:
        if _NOT_IN_NAMES.isdisjoint(domain):
            return origin(f"https://{domain.strip()}").host
    except LinkRefused:
        pass
    give = ""
    if "@" in domain:
        give = f"; give what follows the @: {brief(domain.rpartition('@')[2])!r}"
    elif "/" in domain:
        give = "; give the name alone, such as `example.com`, or the address of a server as `url`"
    raise InvalidArgument(f"is no name of a domain: {brief(domain)!r}{give}", parameter=parameter)


def _starts(domain: str, http: bool) -> list[str]:
    schemes = ("https", "http") if http else ("https",)
    return [f"{scheme}://{host}.{domain}/" for host in index().discovery for scheme in schemes]


def _domain(host: str) -> str:
    """The domain of a discovery host: its own name, without the label of the service."""
    service, _, domain = host.partition(".")
    return domain if service in index().discovery and "." in domain else host


def applications_of(session: ClientSession, user: str) -> Flow[str]:
    """Sign in at the user resource, following redirects to other pools."""
    seen: set[str] = set()
    while True:
        session.home = user
        session.trusted.add(origin(user))
        found = yield from _signed_in(session, load(index().links[index().role("user")])(user).get())
        other = _url(found, index().roles.get("redirect"))
        if other is None:
            return applications_in(session, found, user)
        user = yield from _user(session, _next(other, seen), None, session.clock() + session.policy.timeout)


def applications_in(session: ClientSession, found: State, default: str) -> str:
    """The address where applications are made, by a link of this state; the default in an API without applications."""
    rel = index().roles.get("applications")
    if rel is None:
        return default
    applications = _target(session, found, rel)
    session.trusted.add(origin(applications))
    return applications


def _signed_in(session: ClientSession, call: Call[Any]) -> Flow[State]:
    """Read the user resource."""
    found, _ = yield from send(session, call)
    if not isinstance(found, State):
        raise TransportError(f"{brief(call.path)} was answered with nothing, where the user is due", call=call)
    return found


def _user(session: ClientSession, start: str, chosen: str | None, end: float) -> Flow[str]:
    """The user resource that the answers lead to, from this address on, until the time ``end``.

    ``chosen`` is the address given by the user.
    """
    seen: set[str] = set()
    at = _next(start, seen)
    while True:
        _check(session, at, chosen)
        response = yield from _answer(session, at, end)
        if response.status_code in MOVED and response.headers.get("location"):
            at = _next(resolved(at, response.headers["location"]), seen)
            continue
        try:
            state = _state(response, at)
            other = _url(state, index().roles.get("redirect"))
            if other is None:
                return _target(session, state, index().role("user"))
        except DecodeError as fault:
            raise fault.of(f"GET {shown(at)}", response.status_code) from None
        at = _next(other, seen)


def _answer(session: ClientSession, at: str, end: float) -> Flow[Response]:
    until, request = min(session.clock() + TIMEOUT, end), Request("GET", at, _accept(session), b"")
    response: Response = yield from explore(session, request, until - session.clock())
    return (yield from past_front(session, request, response, until, retry=True, is_known=False))


def _next(href: str, seen: set[str]) -> str:
    """The address; refused after a repetition or too many steps."""
    if href in seen or len(seen) >= HOPS:
        raise TransportError(f"discovery goes round in circles at {shown(href)}")
    seen.add(href)
    return href


def _check(session: ClientSession, href: str, chosen: str | None = None) -> None:
    """Require TLS, except for the address given by the user, and a host of the domain."""
    where = origin(href)
    if where.scheme != "https" and href != chosen and where not in session.given and not where.is_loopback:
        raise LinkRefused(f"discovery led to {shown(href)}, which is not protected", href=href)
    session.check_domain(where, href)


def _state(response: Response, at: str) -> State:
    if response.status_code != 200:
        text = f"discovery at {shown(at)} was answered with {response.status_code}{offers(response.headers)}"
        raise TransportError(text, response=response)
    found = decode(response.content, response.headers.get("content-type"), base=response.url or at)
    wanted = (index().roles.get("redirect"), index().role("user"))
    if not isinstance(found, State) or not any(rel in found.links for rel in wanted):
        raise TransportError(f"what answers at {shown(at)} is no discovery service", response=response)
    return found


def _target(session: ClientSession, state: State, rel: str) -> str:
    """The target of a link in an answer of discovery; credentials will be sent there."""
    url = _url(state, rel)
    if url is None:
        raise AuthenticationError(f"discovery named no `{rel}`")
    _check(session, url)
    return url


def _url(state: State, rel: str | None) -> str | None:
    """The target of a link: the first one of several."""
    found: Link | tuple[Link, ...] | None = state.links.get(rel) if rel else None
    link = next(iter(found), None) if isinstance(found, tuple) else found
    return None if link is None else resolved(link._base, link.href)


def _accept(session: ClientSession) -> dict[str, str]:
    types = index().json_types if session.format == "json" else index().xml_types
    return {"Accept": types[0]}
