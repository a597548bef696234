"""Applications: created, created again when the server has lost one, moved and deleted."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from ...base.errors import Error
from ...base.registry import index, load
from ...calls.errors import ApiError
from ...http.messages import resolve
from ..session.application import ApplicationRecord, moved
from ..session.effects import Apply, Flow, SingleFlight
from ..session.origin import origin
from .authorized import send_once
from .budget import spend

if TYPE_CHECKING:
    from ...requests.call import Call
    from ...states.state import State
    from ..session.session import ClientSession


def create(session: ClientSession, call: Call[Any]) -> Flow[State]:
    """Create the application."""
    state, url = yield from _create(session, call)
    session.application = ApplicationRecord(call, state, url)
    return state


def recreate(session: ClientSession, lost: str, call: Call[Any] | None = None) -> Flow[None]:
    """Create the application again, as a single flight for all callers that found it ``lost``, and announce a reset.

    ``call`` creates it at another server.
    """
    yield SingleFlight(("application", lost), lambda: _recreate(session, lost, call))


def _recreate(session: ClientSession, lost: str, call: Call[Any] | None) -> Flow[None]:
    known = session.application
    how = call or (known.call if known else None)
    if known is None or known.url != lost or known.is_ended or how is None:
        return
    yield from spend(session)
    if session.application is not known or known.url != lost or known.is_ended:
        return
    state, url = yield from _create(session, how)
    if session.application is not known or known.url != lost or known.is_ended:
        yield from _delete(session, url)  # not needed: the client was closed, or has another application, meanwhile
        return
    known.former.append(known.url)
    known.call, known.state, known.url, known.is_introduced = how, state, url, False
    try:
        with suppress(Error):  # the event channel tries again
            yield from introduce(session)
    finally:
        if session.application is known and known.url == url:
            _go_on(session, state, url)


def _go_on(session: ClientSession, state: State, url: str) -> None:
    """Continue the event channel at the new application, and announce the reset."""
    if session.channel is not None and not session.channel.lost("application", state, url):
        session.channel = None


def introduce(session: ClientSession) -> Flow[None]:
    """Call the function of the user with an application that was created, until it has succeeded once."""
    known = session.application
    if known is not None and session.on_application is not None and not known.is_introduced:
        yield SingleFlight(("introduce", known.url), lambda: _introduce(session, known))


def _introduce(session: ClientSession, known: ApplicationRecord) -> Flow[None]:
    url, function = known.url, session.on_application
    if function is None or known.is_introduced:
        return
    yield Apply(partial(function, known.state))
    if known.url == url:
        known.is_introduced = True


def move(session: ClientSession) -> Flow[None]:
    """Discover the server again after the old one stopped answering, and create the application at its replacement."""
    yield SingleFlight(("move",), lambda: _move(session))


def _move(session: ClientSession) -> Flow[None]:
    known = session.application
    if (
        known is None
        or known.call is None
        or known.is_ended
        or session.find is None
        or not session.recovery.spend(session.clock())
    ):
        return
    before = session.place
    try:
        address = yield from session.find()
        if origin(address) != origin(known.url):
            yield from recreate(session, known.url, moved(known.call, known.call.url, address))
    except Error:
        address = ""
    if session.application is known and (not address or origin(known.url) != origin(address)):
        session.place = before


def _create(session: ClientSession, call: Call[Any]) -> Flow[tuple[State, str]]:
    state, response = yield from send_once(session, call)
    href = (state.href if state is not None else None) or response.headers.get("location")
    if state is None or href is None:
        raise Error("the application was made, but the server did not say where")
    return state, resolve(response.url or call.url, href)


def delete(session: ClientSession) -> Flow[None]:
    """Delete the application, if there is one; a missing one is not an error."""
    known, session.application = session.application, None
    if known is not None:
        yield from _delete(session, known.url)


def _delete(session: ClientSession, url: str) -> Flow[None]:
    link = load(index().links[index().role("application")])(url)
    try:
        yield from send_once(session, link.delete())
    except ApiError as fault:
        if fault.status != 404:
            raise
