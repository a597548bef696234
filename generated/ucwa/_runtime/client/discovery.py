"""From a domain to the address where applications are made, over as many hosts as it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..decode import decode
from ..errors import ApiError, AuthenticationError, DecodeError, LinkNotAvailable, TransportError
from ..http import Request, Response, resolve, shown
from ..link import Link
from ..registry import index, load
from ..state import State
from .challenge import challenge
from .effects import Exchange, Flow
from .origin import LinkRefused, origin

if TYPE_CHECKING:
    from ..calls import Call
    from .core import Core

HOSTS = ("lyncdiscoverinternal", "lyncdiscover")
HOPS = 10
TIMEOUT = 10.0
"""Seconds for each answer: the internal host is often out of reach, and must not hold up the external one."""

_UNAUTHORIZED = 401
_REDIRECTS = (301, 302, 303, 307, 308)


def discover(core: Core, domain: str, *, http: bool = False, allow_other_domains: bool = False) -> Flow[str]:
    """The address of the applications resource of the user's own pool.

    - http: also try addresses without TLS, as a first step
    - allow_other_domains: follow links that leave the domain, as in deployments that are partly online
    """
    core.domain = None if allow_other_domains else domain.strip().rstrip(".").lower()
    faults: list[str] = []
    for start in _starts(domain.strip().rstrip("."), http):
        try:
            root = yield from _root(core, start, start)
        except (TransportError, DecodeError) as fault:
            faults.append(f"{shown(start)}: {fault}")
            continue
        return (yield from applications_of(core, root))
    raise TransportError("no discovery service answered: " + "; ".join(faults))


def start(core: Core, url: str) -> Flow[str]:
    """The same from the address of a discovery service that is known; it speaks for its own domain."""
    core.domain = _domain(origin(url).host)
    root = yield from _root(core, url, url)
    return (yield from applications_of(core, root))


def _starts(domain: str, http: bool) -> list[str]:
    schemes = ("https", "http") if http else ("https",)
    return [f"{scheme}://{host}.{domain}/" for host in HOSTS for scheme in schemes]


def _domain(host: str) -> str:
    """The domain that a host discovers for: its own name, without that of the service."""
    service, _, domain = host.partition(".")
    return domain if service in HOSTS and "." in domain else host


def applications_of(core: Core, root: State) -> Flow[str]:
    """Sign in at the user resource that a root names, following redirects to other pools."""
    seen: set[str] = set()
    while True:
        user = _target(core, root, index().roles["user"])
        core.home = user.url
        core.trusted.add(origin(user.url))
        found = yield from _signed_in(core, load(index().links[index().roles["user"]])(user.url).get())
        other = found.links.get("redirect")
        if other is None:
            applications = _target(core, found, index().roles["applications"])
            core.trusted.add(origin(applications.url))
            return applications.url
        root = yield from _root(core, _next(other.url, seen))


def _signed_in(core: Core, call: Call[Any]) -> Flow[State]:
    """The user resource. A server that takes nothing that this client has to offer says what it would take."""
    from .sending import send

    try:
        found, _ = yield from send(core, call)
    except (ApiError, TransportError) as fault:
        response = fault.response
        said = challenge(response.headers.get("www-authenticate")) if response is not None else None
        if said is None or response is None or response.status_code != _UNAUTHORIZED:
            raise
        offered = ", ".join(said.grants) or "none"
        text = f"{call.path} wants another sign-in than this client has; it takes the grants: {offered}"
        raise AuthenticationError(text, grants=said.grants) from None
    state: State = found
    return state


def _root(core: Core, start: str, chosen: str | None = None) -> Flow[State]:
    """The first answer that names the user resource, from this address on; ``chosen`` is the user's own first step."""
    seen: set[str] = set()
    at = _next(start, seen)
    while True:
        _check(core, at, chosen)
        response: Response = yield Exchange(Request("GET", at, _accept(core), b""), TIMEOUT)
        if response.status_code in _REDIRECTS and response.headers.get("location"):
            at = _next(resolve(at, response.headers["location"]), seen)
            continue
        state = _state(response, at)
        if "redirect" not in state.links:
            return state
        at = _next(state.links["redirect"].url, seen)


def _next(href: str, seen: set[str]) -> str:
    """The address, unless it was there before or there were too many."""
    if href in seen or len(seen) >= HOPS:
        raise TransportError(f"discovery goes round in circles at {shown(href)}")
    seen.add(href)
    return href


def _check(core: Core, href: str, chosen: str | None = None) -> None:
    """Only TLS, but for what the user chose; only hosts of the domain."""
    where = origin(href)
    if where.scheme != "https" and href != chosen and where not in core.given and not where.is_loopback:
        raise LinkRefused(f"discovery led to {shown(href)}, which is not protected", href=href)
    core.check_domain(where, href)


def _state(response: Response, at: str) -> State:
    if response.status_code != 200:
        raise TransportError(f"discovery at {shown(at)} was answered with {response.status_code}", response=response)
    found = decode(response.content, response.headers.get("content-type"), base=response.url or at)
    if not isinstance(found, State) or not ("redirect" in found.links or index().roles["user"] in found.links):
        raise TransportError(f"what answers at {shown(at)} is no discovery service", response=response)
    return found


def _target(core: Core, state: State, rel: str) -> Link:
    """A link of a discovery answer, which secrets will follow."""
    try:
        link: Link = state.links[rel]
    except LinkNotAvailable as fault:
        raise AuthenticationError(f"discovery named no `{rel}`: {fault}") from None
    _check(core, link.url)
    return link


def _accept(core: Core) -> dict[str, str]:
    types = index().json_types if core.format == "json" else index().xml_types
    return {"Accept": types[0]}
