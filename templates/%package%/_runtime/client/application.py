"""The application: made, made again when the server has lost it, kept active, and deleted."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from ..calls import Call
from ..errors import ApiError, Error, LinkNotAvailable
from ..http import resolve
from ..registry import index, load
from ..state import State
from .effects import Flow, Once

if TYPE_CHECKING:
    from .core import Core

LOST = "ApplicationNotFound"
"""The subcode by which a server says that it knows the application no more."""


@dataclass(slots=True)
class Application:
    """What the server made, and what it was made with."""

    address: str
    """The applications resource."""
    settings: Mapping[str, Any]
    state: State
    url: str
    former: list[str] = field(default_factory=list)
    """Where it was before the server lost it. Links of that time lead to the new one."""


def create(core: Core, address: str, settings: Mapping[str, Any]) -> Flow[State]:
    """Make the application, with the parameters of the applications resource; a missing endpoint ID is made up."""
    given = {"endpoint_id": _identifier(), **settings}
    state, url = yield from _create(core, address, given)
    core.application = Application(address, given, state, url)
    return state


def recreate(core: Core, lost: str) -> Flow[None]:
    """Make the application again, once for all that found it ``lost``, and tell whoever listens to its events."""
    yield Once(("application", lost), lambda: _again(core, lost))


def _again(core: Core, lost: str) -> Flow[None]:
    known = core.application
    if known is None or known.url != lost:
        return
    state, url = yield from _create(core, known.address, known.settings)
    known.former.append(known.url)
    known.state, known.url = state, url
    if core.channel is not None:
        core.channel.lost("application", state)


def _create(core: Core, address: str, settings: Mapping[str, Any]) -> Flow[tuple[State, str]]:
    from .sending import send

    link = load(index().links[index().roles["applications"]])(address)
    state, response = yield from send(core, link.post(**settings))
    href = (state.href if state is not None else None) or response.headers.get("location")
    if state is None or href is None:
        raise Error("the application was made, but the server did not say where")
    return state, resolve(response.url or address, href)


def lost(core: Core, fault: ApiError, call: Call[Any]) -> str | None:
    """Where the application was that a call belongs to, if it failed because the server has lost that."""
    known = core.application
    if known is None or fault.subcode != LOST:
        return None
    places = (known.url, *known.former)
    return next((place for place in places if call.url == place or _inside(call.url, place)), None)


def moved(call: Call[Any], old: str, new: str) -> Call[Any]:
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


def _inside(url: str, application: str) -> bool:
    one, other = urlsplit(url), urlsplit(application)
    return one.netloc == other.netloc and one.path.startswith(f"{other.path.rstrip('/')}/")


def delete(core: Core) -> Flow[None]:
    """Delete the application, if there is one; one that is gone already is no fault."""
    from .sending import send

    known = core.application
    if known is None:
        return
    core.application = None
    link = load(index().links[index().roles["application"]])(known.url)
    try:
        yield from send(core, link.delete())
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


def _identifier() -> str:
    from uuid import uuid4

    return str(uuid4())
