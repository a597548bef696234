"""The application of a session, and the addresses that belong to it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

from ...base.errors import InvalidArgument
from ...base.registry import index, load
from ...calls.call import Call
from ...calls.errors import ApiError
from ...http.messages import resolve
from ...states.state import State
from .origin import origin

if TYPE_CHECKING:
    from ...calls.operations import Operation
    from .session import Session

T = TypeVar("T")


@dataclass(slots=True)
class Application:
    """What the server made, and the call that made it."""

    call: Call[Any] | None
    """Is sent again when the server has lost the application; None where it is not known how that was made."""
    state: State
    url: str
    former: list[str] = field(default_factory=list)
    """Where it was before the server lost it. Links of that time lead to the new one."""


def attached(address: str, state: State, url: str, settings: Mapping[str, Any] | None) -> Application:
    """An application that somebody else made; how, is told by ``settings``, or else by what it says of itself."""
    link = load(index().links[index().role("applications")])(address)
    call = link.post(**settings) if settings is not None else _as_it_is(link, state)
    return Application(call, state, url)


def _as_it_is(link: Any, state: State) -> Call[Any] | None:
    """The call that would make an application like this one, if it says enough of itself."""
    table: Operation = vars(sys.modules[type(link).__module__])["_POST"]
    known = {row.name: state[row.name] for row in table.parameters if row.name in state}
    try:
        call: Call[Any] = link._call(table, known)
    except InvalidArgument:
        return None
    return call


def is_renewable(session: Session, lost: str) -> bool:
    """Whether one that was lost has been made again, or can be."""
    known = session.application
    return known is not None and (known.url != lost or known.call is not None)


def says_lost(fault: ApiError) -> bool:
    """Whether an error says that the server no longer knows the application."""
    return fault.subcode is not None and fault.subcode == index().lost


def lost(session: Session, fault: ApiError, href: str) -> str | None:
    """Where the application was that an address belongs to, if a call failed because the server has lost that.

    None too where nobody knows how to make it again.
    """
    known = session.application
    if known is None or known.call is None or not says_lost(fault):
        return None
    url = resolve(session.home, href)
    return next((place for place in (known.url, *known.former) if is_inside(url, place)), None)


def current(session: Session, call: Call[T]) -> Call[T]:
    """The call at the application as it is now, where it belongs to one that the server had lost before."""
    known = session.application
    if known is None or not known.former:
        return call
    url = resolve(session.home, call.url)
    old = next((place for place in known.former if is_inside(url, place)), None)
    return call if old is None else moved(call, old, known.url)


def moved(call: Call[T], old: str, new: str) -> Call[T]:
    """The same call below the new application's address."""
    target, there = urlsplit(resolve(call.base, call.target)), urlsplit(new)
    path = f"{there.path}{target.path.removeprefix(urlsplit(old).path)}"
    href = urlunsplit((there.scheme, there.netloc, path, target.query, ""))
    return Call(
        call.method,
        href,
        call.returns,
        base=new,
        query=call.query,
        body=call.body,
        headers=call.headers,
        known=call.known,
    )


def is_inside(url: str, application: str) -> bool:
    """Whether an address is that of an application, or below it."""
    one, root = urlsplit(url).path.rstrip("/"), urlsplit(application).path.rstrip("/")
    return bool(root) and (one == root or one.startswith(f"{root}/")) and origin(url) == origin(application)
