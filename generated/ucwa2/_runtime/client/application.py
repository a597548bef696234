"""The application: made, made again when the server has lost it, kept active, and deleted."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

from ..calls import Call
from ..errors import ApiError, Error, InvalidArgument, LinkNotAvailable
from ..http import resolve
from ..registry import index, load
from ..state import State
from .effects import Flow, Once
from .origin import origin

if TYPE_CHECKING:
    from ..operations import Operation
    from .core import Core

T = TypeVar("T")
LOST = "ApplicationNotFound"
"""The subcode by which a server says that it knows the application no more."""


@dataclass(slots=True)
class Application:
    """What the server made, and the call that made it."""

    call: Call[Any] | None
    """Is sent again when the server has lost the application; None where it is not known how that was made."""
    state: State
    url: str
    former: list[str] = field(default_factory=list)
    """Where it was before the server lost it. Links of that time lead to the new one."""


def create(core: Core, call: Call[Any]) -> Flow[State]:
    """Make the application."""
    state, url = yield from _create(core, call)
    core.application = Application(call, state, url)
    return state


def taken_up(address: str, state: State, url: str, settings: Mapping[str, Any] | None) -> Application:
    """An application that somebody else made; how, is told by ``settings``, or else by what it says of itself."""
    link = load(index().links[index().roles["applications"]])(address)
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


def recreate(core: Core, lost: str, call: Call[Any] | None = None) -> Flow[None]:
    """Make the application again, once for all that found it ``lost``, and tell whoever listens to its events.

    ``call`` makes it elsewhere than the one before.
    """
    yield Once(("application", lost), lambda: _again(core, lost, call))


def _again(core: Core, lost: str, call: Call[Any] | None) -> Flow[None]:
    known = core.application
    how = call or (known.call if known else None)
    if known is None or known.url != lost or how is None:
        return
    state, url = yield from _create(core, how)
    if core.application is not known or known.url != lost:
        yield from _delete(core, url)  # nobody wants it: the client was closed, or had one made, meanwhile
        return
    known.former.append(known.url)
    known.call, known.state, known.url = how, state, url
    if core.channel is not None and not core.channel.lost("application", state, url):
        core.channel = None


def move(core: Core) -> Flow[None]:
    """Look for the server anew, after one that answers no more; where another took its place, make the application there."""
    yield Once(("move",), lambda: _move(core))


def _move(core: Core) -> Flow[None]:
    known = core.application
    if known is None or known.call is None or core.find is None:
        return
    before = core.place
    try:
        address = yield from core.find()
        if origin(address) != origin(known.url):
            yield from recreate(core, known.url, moved(known.call, known.call.url, address))
    except Error:
        address = ""
    if core.application is known and (not address or origin(known.url) != origin(address)):
        core.place = before


def is_renewable(core: Core, lost: str) -> bool:
    """Whether one that was lost has been made again, or can be."""
    known = core.application
    return known is not None and (known.url != lost or known.call is not None)


def _create(core: Core, call: Call[Any]) -> Flow[tuple[State, str]]:
    from .sending import once

    state, response = yield from once(core, call)
    href = (state.href if state is not None else None) or response.headers.get("location")
    if state is None or href is None:
        raise Error("the application was made, but the server did not say where")
    return state, resolve(response.url or call.url, href)


def lost(core: Core, fault: ApiError, href: str) -> str | None:
    """Where the application was that an address belongs to, if a call failed because the server has lost that.

    None too where nobody knows how to make it again.
    """
    known = core.application
    if known is None or known.call is None or fault.subcode != LOST:
        return None
    url = resolve(core.home, href)
    return next((place for place in (known.url, *known.former) if is_inside(url, place)), None)


def current(core: Core, call: Call[T]) -> Call[T]:
    """The call at the application as it is now, where it belongs to one that the server had lost before."""
    known = core.application
    if known is None or not known.former:
        return call
    url = resolve(core.home, call.url)
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


def delete(core: Core) -> Flow[None]:
    """Delete the application, if there is one; one that is gone already is no fault."""
    known, core.application = core.application, None
    if known is not None:
        yield from _delete(core, known.url)


def _delete(core: Core, url: str) -> Flow[None]:
    from .sending import once

    link = load(index().links[index().roles["application"]])(url)
    try:
        yield from once(core, link.delete())
    except ApiError as fault:
        if fault.status != 404:
            raise


def report_activity(core: Core) -> Flow[None]:
    """Report that the user is active, if the server takes such reports by now: makeMeAvailable has to come first."""
    from .sending import send

    known = core.application
    me = known.state.embedded.get(index().roles["me"]) if known else None
    if me is not None:
        with suppress(LinkNotAvailable):
            fresh, _ = yield from send(core, me.links["self"].get())
            yield from send(core, fresh.links[index().roles["activity"]].post())
