"""The long poll of the event channel: one pending request at a time, whose events go to every consumer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...base.errors import DecodeError
from ...calls.errors import ApiError, TransportError
from ..session.application import is_renewable, says_lost
from ..session.channel import QUIET, Channel
from ..session.consumers import Consumer, Item
from ..session.effects import Flow, SingleFlight, Sleep, Wait
from .applications import move, recreate
from .authorized import send_once

if TYPE_CHECKING:
    from ...reading.events import EventPage
    from ..session.session import Session

_TOO_MANY = 429


def take(session: Session, consumer: Consumer) -> Flow[Item | None]:
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


def pump(session: Session, channel: Channel) -> Flow[None]:
    """Send one request of the channel, and dispatch its result to the consumers."""
    yield from _settled(session, channel)
    began = session.clock()
    try:
        asked = channel.asked
        led = channel.answer((yield from _ask(session, channel)), asked)
    except (TransportError, DecodeError):
        if not channel.failed(session.clock(), session.policy.patience):
            raise
        pause = channel.pause(fruitless=True)
        if pause > QUIET:
            yield from move(session)
        yield Sleep(pause * (0.5 + session.random() / 2))
        return
    took = session.clock() - began
    pause = channel.pause(fruitless=not led and took < QUIET)
    if pause:
        yield Sleep(pause)


def _settled(session: Session, channel: Channel) -> Flow[None]:
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


def _ask(session: Session, channel: Channel) -> Flow[EventPage | None]:
    """The answer; None for an empty one."""
    application = channel.application
    try:
        page, _ = yield from send_once(session, channel.request(), timeout=channel.timeout)
    except ApiError as fault:
        if fault.status == 408:
            return None
        if says_lost(fault) and application is not None and is_renewable(session, application):
            yield from recreate(session, application)
            return None
        if fault.status is not None and (fault.status >= 500 or fault.status == _TOO_MANY):
            raise TransportError(f"the event channel was answered with {fault.status}", call=fault.call) from None
        raise
    found: EventPage | None = page
    return found
