"""The state of a sandbox: its users, their tokens, and their applications."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import partial
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Any

from ..http.messages import HttpRequest, size_of
from ..pages.catalogue import Priority, catalogue
from ..pages.other_addresses import taken
from .bounded_log import BoundedLog
from .event_channel import EventChannel
from .faults import Faults
from .feed import Feed
from .settings import SETTINGS, Settings
from .users import ANONYMOUS, AccessToken, SandboxUser, check_names, new_users

Loss = Callable[["SandboxBackend", "ApplicationState"], None]
_LOSSES: list[Loss] = []


def lost(function: Loss) -> Loss:
    """Register a function that runs whenever an application has lost its state.

    An application that has ended is no longer among those of the backend by then.
    """
    _LOSSES.append(function)
    return function


@dataclass(slots=True, eq=False, weakref_slot=True)
class ApplicationState:
    """The state of an application: a running client of a user. An API without applications has a common one."""

    id: str
    user: SandboxUser
    settings: dict[str, Any]
    """The arguments with which it was created."""
    channels: dict[str, EventChannel]
    """The event channel of each instance, such as a tab of a browser; one without a name where there are none."""
    seen: float
    """When its last request came."""
    path: str
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Resources that differ from their samples, by address."""
    gone: set[str] = field(default_factory=set)
    """Addresses of deleted resources."""
    numbers: count[int] = field(default_factory=lambda: count(1000))
    """Numbers for addresses of new resources."""
    key: Hashable = None
    """What tells it apart from the other applications of its user."""

    @property
    def channel(self) -> EventChannel:
        """The first of its event channels."""
        return next(iter(self.channels.values()))

    def add(self, sender: tuple[str, str], event: dict[str, Any], priority: Priority) -> int:
        """Queue an event in each channel; gives its number."""
        numbers = [channel.add(sender, event, priority) for channel in self.channels.values()]
        return numbers[0]

    def drop(self, number: int) -> None:
        """Remove an event that was not sent yet from each channel."""
        for channel in self.channels.values():
            channel.drop(number)


@dataclass(frozen=True, slots=True)
class LongPoll:
    """A request of an event channel that waits for events."""

    application: ApplicationState
    channel: EventChannel
    ack: int
    ticket: int
    until: float
    request: HttpRequest
    headers: dict[str, str]
    """Headers of its response."""


class SandboxBackend:
    """The state of a sandbox. ``lock`` guards it; tests may pass a ``clock`` of their own, which gives seconds.

    - users: The users who can sign in, by their name in lower case.
    - tokens: The tokens that are accepted, each with its user.
    - settings: How it behaves where servers differ.
    - faults: What goes wrong on purpose.
    - applications: The applications, by their number.

    Raises ``ValueError`` for users that are no ``SandboxUser``, and for names that occur twice.
    """

    def __init__(self, users: list[SandboxUser] | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.users = {user.name.lower(): user for user in check_names(users or new_users())}
        self.clock = clock
        self.lock = threading.RLock()
        self.tokens = {user.token: AccessToken(user, inf) for user in self.users.values() if user.token}
        self.settings: Settings = SETTINGS.whole()
        self.faults = Faults()
        self.applications: dict[str, ApplicationState] = {}
        self.common = self._application("", ANONYMOUS, {}, catalogue().home.path)
        """Holds the state of resources that lie outside of all applications."""
        self.requests: list[HttpRequest] = BoundedLog(size_of)
        """The last requests, oldest first, up to 10,000 and 8 MiB: for tests of what a program sends.

        They have the addresses of the samples, also where links lead to another form of them.
        """
        self.feed = Feed()
        """What happens, for those who watch."""
        self.changed: list[Callable[[], None]] = []
        """Callbacks that wake long polls; each is called after new events."""
        self._numbers = count(101)
        self._later: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()

    def log(self, request: HttpRequest) -> None:
        """Keep a request for tests."""
        self.requests.append(replace(request, target=taken(request.method, request.target)))

    def user(self, name: str) -> SandboxUser | None:
        """The user with a name."""
        return self.users.get(name.strip().lower())

    def user_at(self, name: str) -> SandboxUser | None:
        """The user with a name, or with a URI that is a scheme and the name."""
        return self.user(name) or self.user(name.partition(":")[2])

    def new_application(self, user: SandboxUser, settings: dict[str, Any]) -> ApplicationState:
        """A new application; where all applications have one address, it takes the place of the common one."""
        if not catalogue().home.is_numbered:
            self.common = self._application("", user, settings, catalogue().home.path)
            return self.common
        number = str(next(self._numbers))
        found = self.applications[number] = self._application(number, user, settings, catalogue().home.of(number))
        return found

    def _application(self, number: str, user: SandboxUser, settings: dict[str, Any], path: str) -> ApplicationState:
        channel = EventChannel(_channel_path(path), self.clock, lambda: self.settings)
        found = ApplicationState(number, user, settings, {"": channel}, self.clock(), path)
        channel.lost = partial(self._forget, found)
        return found

    def lose(self, application: ApplicationState) -> None:
        """Forget an application, as a server does that restarts."""
        self.applications.pop(application.id, None)
        for channel in application.channels.values():
            channel.close()
        self._forget(application)
        self.notify()

    def _forget(self, application: ApplicationState) -> None:
        with self.lock:
            for function in _LOSSES:
                function(self, application)

    def later(self, seconds: float, function: Callable[[], None]) -> None:
        """Call a function after some seconds."""
        heappush(self._later, (self.clock() + seconds, next(self._order), function))

    def next_at(self) -> float | None:
        """When the next delayed call is due."""
        return self._later[0][0] if self._later else None

    def pass_time(self) -> None:
        """Make the delayed calls that are due."""
        while self._later and self._later[0][0] <= self.clock():
            heappop(self._later)[2]()

    def applications_of(self, user: SandboxUser) -> list[ApplicationState]:
        """The running applications of a user, oldest first."""
        return [application for application in self.applications.values() if application.user is user]

    def expire(self) -> None:
        """Lose the applications that have had no request for too long."""
        now = self.clock()
        for application in [*self.applications.values()]:
            is_waiting = any(channel.waiting for channel in application.channels.values())
            if now - application.seen > self.settings.application_life and not is_waiting:
                self.lose(application)

    def notify(self) -> None:
        """Wake all long polls."""
        for wake in tuple(self.changed):
            wake()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.users)} users, {len(self.applications)} applications>"


def _channel_path(path: str) -> str:
    """The address of the event channel of the application at ``path``."""
    page = catalogue().role("events")
    shown = next(iter(sorted(page.paths)), "") if page else ""
    return catalogue().home.moved(shown, path) or f"{path}/events"
