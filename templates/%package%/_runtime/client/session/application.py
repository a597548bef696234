"""The application of a session, and the addresses that belong to it."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

from ...base.errors import InvalidArgument
from ...base.registry import index, load
from ...calls.errors import ApiError
from ...http.messages import resolve
from ...requests.call import Call
from ...states.state import State
from .origin import origin

if TYPE_CHECKING:
    from ...requests.operations import Operation
    from .session import ClientSession

T = TypeVar("T")
FORMER = 50
"""The number of earlier addresses of an application that are kept."""


class ApplicationRecord:
    """An application of the server, and the call that created it."""

    __slots__ = ("call", "former", "is_ended", "is_introduced", "state", "url")

    def __init__(self, call: Call[Any] | None, state: State, url: str, *, is_introduced: bool = False) -> None:
        self.call = call
        """Sent again when the server has lost the application; None if it is not known."""
        self.state = state
        self.url = url
        self.former: deque[str] = deque(maxlen=FORMER)
        """Its latest earlier addresses. Links to them lead to the present one."""
        self.is_introduced = is_introduced
        """Whether the function of the user for new applications has succeeded with it."""
        self.is_ended = False
        """Whether the user deletes or has deleted it. Then it is not created again."""


def attached(address: str, state: State, url: str, settings: Mapping[str, Any] | None) -> ApplicationRecord:
    """An application created by another process, with ``settings``, or else with its own properties."""
    link = load(index().links[index().role("applications")])(address)
    call = link.post(**settings) if settings is not None else _as_it_is(link, state)
    return ApplicationRecord(call, state, url, is_introduced=True)


def _as_it_is(link: Any, state: State) -> Call[Any] | None:
    """The call that would create the same application, if its properties suffice."""
    table: Operation = vars(sys.modules[type(link).__module__])["_POST"]
    known = {row.name: state[row.name] for row in table.parameters if row.name in state}
    try:
        call: Call[Any] = link._call(table, known)
    except InvalidArgument:
        return None
    return call


def is_renewable(session: ClientSession, lost: str) -> bool:
    """Whether a lost application was or can be created again."""
    known = session.application
    return known is not None and (known.url != lost or (known.call is not None and not known.is_ended))


def says_lost(fault: ApiError) -> bool:
    """Whether an error says that the server no longer knows the application."""
    return fault.subcode is not None and fault.subcode == index().lost


def lost(session: ClientSession, fault: ApiError, href: str) -> str | None:
    """The address of the application that contains an address, if a call failed because the server has lost it.

    Also None if it cannot be created again.
    """
    known = session.application
    if known is None or known.call is None or known.is_ended or not says_lost(fault):
        return None
    url = resolve(session.home, href)
    return next((place for place in (known.url, *known.former) if is_inside(url, place)), None)


def deleted_by(session: ClientSession, call: Call[Any]) -> ApplicationRecord | None:
    """The application of the session, if a call deletes it."""
    known = session.application
    if known is None or call.method != "DELETE":
        return None
    url = resolve(session.home, current(session, call).url)
    return known if is_inside(url, known.url) and is_inside(known.url, url) else None


def current(session: ClientSession, call: Call[T]) -> Call[T]:
    """The call, redirected to the present application if it belongs to a lost one."""
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
    root = _root(application)
    if not root or url.startswith(f"{application}/"):
        return bool(root)
    one = urlsplit(url).path.rstrip("/")
    return (one == root or one.startswith(f"{root}/")) and origin(url) == origin(application)


def is_of_another(url: str, application: str) -> bool:
    """Whether an address is that of another application beside this one, or below it."""
    beside = _root(application).rpartition("/")[0]
    return (
        bool(beside)
        and not url.startswith(f"{application}/")
        and urlsplit(url).path.startswith(f"{beside}/")
        and origin(url) == origin(application)
        and not is_inside(url, application)
    )


@lru_cache(maxsize=256)
def _root(application: str) -> str:
    return urlsplit(application).path.rstrip("/")
