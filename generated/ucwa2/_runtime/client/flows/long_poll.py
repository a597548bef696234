"""The long poll of the event channel: one pending request at a time, whose events go to every consumer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...base.errors import DecodeError, LinkRefused
from ...calls.errors import ApiError, TransportError
from ..session.application import is_renewable, says_lost
from ..session.channel import QUIET, Channel
from ..session.consumers import Consumer, Item
from ..session.effects import Flow, SingleFlight, Sleep, Wait
from ..session.origin import origin
from .applications import introduce, move, recreate
from .authorized import send_once
from .budget import spend

if TYPE_CHECKING:
    from ...reading.events import EventPage
    from ..session.session import ClientSession

_NOTHING = 408
_TOO_MANY = 429
_TROUBLE = 500
"""The least status of a server that is in trouble."""


def take(session: ClientSession, consumer: Consumer) -> Flow[Item | None]:
    """The next item of a consumer; None once it is closed. One request serves all consumers."""
    channel = consumer._channel
    while not consumer.closed:
        item = consumer.take()
        if item is not None:
            return item
        if consumer.closed:
            break
        yield SingleFlight(("events", id(channel)), lambda: pump(session, channel), consumer.is_ready, may_stop=True)
    return None


def pump(session: ClientSession, channel: Channel) -> Flow[None]:
    """Send one request of the channel, and dispatch its result to the consumers."""
    yield from _settled(session, channel)
    yield from _paced(session, channel)
    session.check_trusted(origin(channel.url), channel.url)
    try:
        yield from _asked(session, channel)
    except (TransportError, DecodeError, LinkRefused):
        if not channel.failed(session.clock(), session.policy.patience):
            _rest(session, channel, fruitless=True)
            raise
        if _rest(session, channel, fruitless=True) > QUIET:
            yield from move(session)
    except Exception:
        _rest(session, channel, fruitless=True)
        raise
    if channel.astray is not None and not channel.strayed(session.clock(), session.policy.timeout):
        raise channel.astray


def _asked(session: ClientSession, channel: Channel) -> Flow[None]:
    """One request, and its answer."""
    yield from introduce(session)
    began, asked = session.clock(), channel.asked
    page = yield from _ask(session, channel)
    if asked is not channel.asked:
        return
    led = channel.answer(page, asked, lambda url: session.check_trusted(origin(url), url))
    if channel.was_reset:
        return
    quick = session.clock() - began < QUIET
    _rest(session, channel, fruitless=channel.astray is not None or (not led and quick))


def _rest(session: ClientSession, channel: Channel, *, fruitless: bool) -> float:
    """Set the time of the next request; returns the pause until then, in seconds."""
    pause = channel.pause(fruitless=fruitless)
    channel.not_before = session.clock() + pause * (0.5 + session.random() / 2)
    return pause


def _paced(session: ClientSession, channel: Channel) -> Flow[None]:
    """Wait until the time of the next request."""
    if channel.was_reset:
        yield from spend(session)
        channel.was_reset = False
    pause = channel.not_before - session.clock()
    if pause > 0:
        yield Sleep(pause)


def _settled(session: ClientSession, channel: Channel) -> Flow[None]:
    """Wait until earlier events are handled. Dropped listeners do not report that, so the wait is checked at intervals."""
    end = session.clock() + channel.timeout
    while not channel.may_go_on:
        if session.clock() >= end:
            raise TransportError(
                "the events that came before have not been handled: close listeners that are done, and say `handled()` "
                "before you wait for something else",
                sent=False,
            )
        yield Wait(lambda: channel.may_go_on, QUIET)


def _ask(session: ClientSession, channel: Channel) -> Flow[EventPage | None]:
    """The answer; None for an empty one."""
    application = channel.application
    try:
        page, _ = yield from send_once(session, channel.request(), timeout=channel.timeout)
    except ApiError as fault:
        if fault.status == _NOTHING:
            return None
        if not says_lost(fault) or application is None or not is_renewable(session, application):
            raise _later(fault) from None
    else:
        found: EventPage | None = page
        return found
    try:
        yield from recreate(session, application)
    except ApiError as fault:
        raise _later(fault) from None
    return None


def _later(fault: ApiError) -> ApiError | TransportError:
    """The error, as one of those after which the channel goes on where the server is in trouble."""
    if fault.status is None or (fault.status < _TROUBLE and fault.status != _TOO_MANY):
        return fault
    return TransportError(
        f"the event channel was answered with {fault.status}", response=fault.response, call=fault.call
    )
