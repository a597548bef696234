"""Injected bugs in client and server: each replaces a function by a wrong one during a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from ucwa2._runtime.client.flows import long_poll
from ucwa2._runtime.client.session.channel import Channel as ClientChannel
from ucwa2._runtime.client.session.consumers import Consumer, Reset
from ucwa2._runtime.client.session.effects import Sleep
from ucwa2.sandbox.state.event_channel import EventChannel as ServerChannel

Bug = Callable[[], Any]
BUGS: dict[str, Bug] = {}
FOREVER = 3600.0
EVERY = 23
"""Every n-th event is affected."""


def bug(function: Callable[..., Iterator[None]]) -> Callable[..., Iterator[None]]:
    """Add to the list, under the function's name."""
    BUGS[function.__name__.replace("_", " ")] = contextmanager(function)
    return function


@contextmanager
def _replaced(owner: Any, name: str, wrong: Callable[[Any], Any]) -> Iterator[None]:
    """Replace the function by what ``wrong`` makes of it."""
    right = getattr(owner, name)
    setattr(owner, name, wrong(right))
    try:
        yield
    finally:
        setattr(owner, name, right)


def _offered(wrong: Callable[[list[Any]], list[Any]]) -> Any:
    """Change what a page hands to a listener."""
    return _replaced(Consumer, "offer", lambda right: lambda self, items: right(self, wrong([*items])))


def _hits() -> Callable[[], bool]:
    """True at every n-th call."""
    numbers = count(1)
    return lambda: next(numbers) % EVERY == 0


@bug
def client_drops_an_event() -> Iterator[None]:
    hit = _hits()
    with _offered(lambda items: [item for item in items if not hit()]):
        yield


@bug
def client_doubles_an_event() -> Iterator[None]:
    hit = _hits()

    with _offered(lambda items: [twin for item in items for twin in [item] * (2 if hit() else 1)]):
        yield


@bug
def client_reorders_events() -> Iterator[None]:
    with _offered(lambda items: [*items[1::-1], *items[2:]] if len(items) > 2 else items):
        yield


@bug
def client_reports_no_loss() -> Iterator[None]:
    with _offered(lambda items: [item for item in items if not isinstance(item, Reset)]):
        yield


@bug
def client_reports_each_loss_twice() -> Iterator[None]:
    with _offered(lambda items: [twin for item in items for twin in [item] * (1 + isinstance(item, Reset))]):
        yield


@bug
def client_does_not_follow_the_next_link() -> Iterator[None]:
    def wrong(right: Any) -> Any:
        hit = _hits()

        def go_on(self: Any, link: Any, page: Any) -> None:
            before = self._link
            right(self, link, page)
            if hit():
                self._link = before

        return go_on

    with _replaced(ClientChannel, "_go_on", wrong):
        yield


@bug
def client_builds_the_next_address_itself() -> Iterator[None]:
    def wrong(right: Any) -> Any:
        hit = _hits()

        def go_on(self: Any, link: Any, page: Any) -> None:
            address, _, number = link.url.rpartition("=")
            right(self, type(link)(f"{address}={int(number) + 1}") if hit() else link, page)

        return go_on

    with _replaced(ClientChannel, "_go_on", wrong):
        yield


@bug
def client_takes_resume_for_next() -> Iterator[None]:
    def wrong(right: Any) -> Any:
        def answer(self: Any, page: Any, *given: Any) -> bool:
            if page is not None and page.resume is not None:
                self._link = page.resume
                return False
            return bool(right(self, page, *given))

        return answer

    with _replaced(ClientChannel, "answer", wrong):
        yield


@bug
def client_goes_on_after_an_answer_that_did_not_come() -> Iterator[None]:
    def wrong(right: Any) -> Any:
        def failed(self: Any, now: float, patience: float) -> bool:
            address, _, number = self._link.url.rpartition("=")
            self._link = type(self._link)(f"{address}={int(number) + 1}")
            return bool(right(self, now, patience))

        return failed

    with _replaced(ClientChannel, "failed", wrong):
        yield


@bug
def client_makes_the_application_again_without_a_reset() -> Iterator[None]:
    def wrong(right: Any) -> Any:
        def lost(self: Any, cause: str, application: Any, url: str) -> Any:
            kept, self._listening = self._listening, []
            goes_on = right(self, cause, application, url)
            self._listening = kept
            return goes_on

        return lost

    with _replaced(ClientChannel, "lost", wrong):
        yield


@bug
def client_never_asks_again() -> Iterator[None]:
    def wrong(right: Any) -> Any:
        def pump(core: Any, channel: Any) -> Any:
            if channel._handled != channel._link.url:
                yield Sleep(FOREVER)
            yield from right(core, channel)

        return pump

    with _replaced(long_poll, "pump", wrong):
        yield


@bug
def server_drops_an_event() -> Iterator[None]:
    hit = _hits()

    def wrong(right: Any) -> Any:
        return lambda self, sender, event, priority="high": 0 if hit() else right(self, sender, event, priority)

    with _replaced(ServerChannel, "add", wrong):
        yield


@bug
def server_doubles_an_event() -> Iterator[None]:
    hit = _hits()

    def wrong(right: Any) -> Any:
        def add(self: Any, sender: Any, event: Any, priority: Any = "high") -> Any:
            if hit():
                right(self, sender, event, priority)
            return right(self, sender, event, priority)

        return add

    with _replaced(ServerChannel, "add", wrong):
        yield


@bug
def server_reorders_events() -> Iterator[None]:
    def wrong(right: Any) -> Any:
        def add(self: Any, sender: Any, event: Any, priority: Any = "high") -> Any:
            found = right(self, sender, event, priority)
            if len(self._pending) == 3:
                self._pending.reverse()
            return found

        return add

    with _replaced(ServerChannel, "add", wrong):
        yield


@bug
def server_forgets_an_answer_before_it_is_acknowledged() -> Iterator[None]:
    def wrong(right: Any) -> Any:
        def page(self: Any, ack: int, *, at_last: bool = False) -> Any:
            found = right(self, ack, at_last=at_last)
            if ack in self._pages:
                self._pages[ack] = []
            return found

        return page

    with _replaced(ServerChannel, "page", wrong):
        yield


@bug
def server_says_resume_though_nothing_was_lost() -> Iterator[None]:
    hit = _hits()

    def wrong(right: Any) -> Any:
        def answer(self: Any, ack: int, *, at_last: bool = False) -> Any:
            self._is_lost = self._is_lost or hit()
            return right(self, ack, at_last=at_last)

        return answer

    with _replaced(ServerChannel, "page", wrong):
        yield


@bug
def server_loses_state_and_says_nothing() -> Iterator[None]:
    def wrong(right: Any) -> Any:
        def lose(self: Any) -> None:
            right(self)
            self._is_lost = False

        return lose

    with _replaced(ServerChannel, "lose", wrong):
        yield
