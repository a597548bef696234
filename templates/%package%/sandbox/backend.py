"""What the sandbox knows: its users, who is signed in, and their applications."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from heapq import heappop, heappush
from itertools import count
from typing import Any

from .event_channel import TIMEOUT, EventChannel
from .faults import Faults
from .http_messages import HttpRequest

TOKEN_LIFE = 8 * 3600.0
GUEST_LIFE = 3600.0
REMEMBERED = 10_000
APPLICATION_LIFE = 600.0
"""Seconds that an application lives without a request."""

Loss = Callable[["SandboxBackend", "ApplicationState"], None]
LOST: list[Loss] = []
"""What is done when an application has lost its state; one that has ended is among the backend's no longer."""


def lost(function: Loss) -> Loss:
    """Let a function have a part in each loss of state."""
    LOST.append(function)
    return function


@dataclass(slots=True)
class User:
    """Somebody who can sign in, and what others see of them."""

    name: str
    """Such as ``ann@contoso.com``."""
    password: str
    display: str = ""
    presence: dict[str, Any] = field(default_factory=lambda: {"availability": "Offline", "activity": "Offline"})
    note: dict[str, Any] = field(default_factory=lambda: {"message": "", "type": "Personal"})
    location: str = ""
    details: dict[str, Any] = field(default_factory=dict)
    photo: bytes = b"\xff\xd8\xff\xe0sandbox\xff\xd9"
    contacts: list[str] = field(default_factory=list)
    """Whom the contact list begins with; everybody else if that is nobody."""
    groups: dict[str, Any] = field(default_factory=dict)
    meetings: dict[str, Any] = field(default_factory=dict)
    is_guest: bool = False
    is_signed_out: bool = False
    """Whether the last application that made the user available has ended."""

    @property
    def uri(self) -> str:
        return f"sip:{self.name}"


@dataclass(slots=True)
class AccessToken:
    """Who a token stands for, and until when."""

    user: User
    until: float


@dataclass(slots=True)
class ApplicationState:
    """A running client of a user."""

    id: str
    user: User
    settings: dict[str, Any]
    channel: EventChannel
    seen: float
    available: bool = False
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Resources that differ from their samples, by address; ``None`` in place of one that was deleted."""
    gone: set[str] = field(default_factory=set)
    numbers: count[int] = field(default_factory=lambda: count(1000))
    subscriptions: dict[str, Any] = field(default_factory=dict)
    """Whose presence it wants to hear of, by number."""

    @property
    def path(self) -> str:
        return f"/ucwa/v1/applications/{self.id}"


class SandboxBackend:
    """Everything. ``lock`` guards it; ``clock`` can be moved by tests."""

    def __init__(self, users: list[User] | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        people = users or [
            User("ann@contoso.com", "secret", "Ann Adams"),
            User("bob@contoso.com", "secret", "Bob Berg"),
        ]
        self.users = {user.name.lower(): user for user in people}
        self.clock = clock
        self.lock = threading.RLock()
        self.tokens: dict[str, AccessToken] = {}
        self.applications: dict[str, ApplicationState] = {}
        self.talks: dict[str, Any] = {}
        """Conversations, by the addresses of each side."""
        self.invitations: dict[str, Any] = {}
        self.settings = Settings()
        self.faults = Faults()
        self.requests: deque[HttpRequest] = deque(maxlen=REMEMBERED)
        """The last requests that came in, oldest first: for tests of what a program sends."""
        self.changed: list[Callable[[], None]] = []
        """Is called whenever events came up, so that those who wait look again."""
        self._numbers = count(101)
        self._later: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()

    def user(self, name: str) -> User | None:
        """A user by name or URI."""
        return self.users.get(name.strip().lower().removeprefix("sip:"))

    def new_application(self, user: User, settings: dict[str, Any]) -> ApplicationState:
        number = str(next(self._numbers))
        channel = EventChannel(f"/ucwa/v1/applications/{number}/events", self.clock, self.settings.channel_timeout)
        found = ApplicationState(number, user, settings, channel, self.clock())
        channel.lost = partial(self._forget, found)
        self.applications[number] = found
        return found

    def lose(self, application: ApplicationState) -> None:
        """Forget an application, as a server does that was restarted."""
        self.applications.pop(application.id, None)
        application.channel.close()
        self._forget(application)
        self.notify()

    def _forget(self, application: ApplicationState) -> None:
        with self.lock:
            for function in LOST:
                function(self, application)

    def later(self, seconds: float, function: Callable[[], None]) -> None:
        """Let something happen by itself, once that time has passed."""
        heappush(self._later, (self.clock() + seconds, next(self._order), function))

    def next_at(self) -> float | None:
        """When something happens by itself."""
        return self._later[0][0] if self._later else None

    def pass_time(self) -> None:
        """Let happen what is due by now."""
        while self._later and self._later[0][0] <= self.clock():
            heappop(self._later)[2]()

    def applications_of(self, user: User) -> list[ApplicationState]:
        return [application for application in self.applications.values() if application.user is user]

    def expire(self) -> None:
        """Drop applications that nobody has request anything of for too long."""
        now = self.clock()
        for application in [*self.applications.values()]:
            if now - application.seen > self.settings.application_life and not application.channel.waiting:
                self.lose(application)

    def notify(self) -> None:
        for wake in tuple(self.changed):
            wake()


@dataclass(slots=True)
class Settings:
    """How this sandbox behaves where real servers differ."""

    token_life: float = TOKEN_LIFE
    guest_life: float = GUEST_LIFE
    application_life: float = APPLICATION_LIFE
    expires_in_as_text: bool = False
    expired_status: int = 401
    """401, or 403 with diagnostics 28055."""
    challenge: str | None = None
    """What a request without a token is told of the token service, in place of where it is."""
    redirect: str | None = None
    """An address to which discovery sends on first."""
    failover: dict[str, str] = field(default_factory=dict)
    """The discovery that goes on for each host, such as ``http://127.0.0.1:8080``, that has left its applications."""
    empty_status: int = 200
    """What a pending request is answered with when nothing happened: 200 without a body, or 408."""
    channel_timeout: float = TIMEOUT
    """Seconds after which a pending request is answered though nothing happened, unless the client says otherwise."""
    batch_limit: int = 100
    call_seconds: float = 0.1
    """How long a call is ``Connecting``."""
    call_states: dict[str, str | dict[str, str | float]] = field(default_factory=dict)
    """How invitations of a number or user end: a state, or ``{"state": …, "code": …, "subcode": …, "after": seconds}``."""
