"""A run: numbered events through a faulty sandbox over a socket, and what its consumer saw."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from time import monotonic, sleep
from typing import Any, Literal

import anyio
from tests.client.canaries import Seen, watched
from tests.soak.checker import Entry, Finding, check
from tests.soak.sign_in import SignIn, User, user_of

from ucwa2 import AsyncClient, Client, Policy, Reset
from ucwa2.errors import ApiError, AuthenticationError, TransportError
from ucwa2.sandbox import running

PATIENT = Policy(timeout=20.0, first_pause=0.001, longest_pause=0.01)
AHEAD = 20
"""The number of events by which the server may be ahead of the consumer."""

IDLE = 1.0
"""Seconds without events after which a listener checks whether the run is over."""

LAST = -1
"""The number of the event that ends a run."""

FAULTS: list[dict[str, Any]] = [
    {"kind": "latency", "seconds": 0.005},
    {"kind": "drop-before"},
    {"kind": "drop-after"},
    {"kind": "truncate"},
    {"kind": "reset"},
    {"kind": "status", "status": 408, "code": "ClientTimeout"},
    {"kind": "error", "status": 409, "code": "Conflict", "subcode": "PGetReplaced"},
    {"kind": "status", "status": 429, "code": "TooManyRequests", "retry_after": "0"},
    {"kind": "status", "status": 503, "retry_after": "0"},
    {"kind": "html", "status": 502},
    {"kind": "expire-token"},
]


@dataclass(slots=True)
class Plan:
    """The parameters of a run."""

    seed: int
    events: int = 300
    losses: int = 3
    kind: Literal["sync", "async"] = "sync"
    format: Literal["json", "xml"] = "json"
    acknowledge: Literal["at once", "after handling"] = "at once"
    chance: float = 0.03
    seconds: float = 60.0
    sign_in: SignIn = "password"
    canaries: bool = False
    """Whether all that the client shows is kept, and searched for secrets."""

    def __str__(self) -> str:
        return f"seed {self.seed}, {self.kind}, {self.format}, {self.acknowledge}, {self.sign_in}"


@dataclass(slots=True)
class Outcome:
    """The result of a run."""

    raised: list[Entry] = field(default_factory=list)
    seen: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    over: bool = False
    """Whether all listeners should stop."""
    faults: int = 0
    requests: int = 0
    seconds: float = 0.0
    shown: Seen = field(default_factory=Seen)
    """What the client showed, with canaries."""
    leaks: list[str] = field(default_factory=list)


def run(plan: Plan) -> Outcome:
    """The whole run, checked."""
    outcome = Outcome()
    with user_of(plan.sign_in) as user:
        if not plan.canaries:
            _run(plan, user, outcome)
            return outcome
        with watched(user.backend) as outcome.shown:
            _run(plan, user, outcome)
        outcome.shown.secrets |= user.secrets | user.tokens
        outcome.leaks = outcome.shown.leaks()
    return outcome


def _run(plan: Plan, user: User, outcome: Outcome) -> None:
    began = monotonic()
    with running(user.backend) as sandbox:
        sandbox.backend.faults.random = Random(plan.seed)
        url = f"{sandbox.url.replace('127.0.0.1', user.host)}/"
        listener = threading.Thread(target=_listen, args=(plan, url, user, outcome), daemon=True)
        listener.start()
        in_time = _raise_all(plan, sandbox.backend, outcome)
        listener.join(plan.seconds if in_time else 0.1)
        is_stuck = listener.is_alive()
        outcome.over = True
        outcome.faults = len(sandbox.backend.faults.hits)
        outcome.requests = len(sandbox.backend.requests)
    listener.join(IDLE * 10)
    outcome.seconds = monotonic() - began
    stuck = [Finding("no progress", f"after {len(outcome.seen)} of {len(outcome.raised)} entries")]
    outcome.findings = stuck if is_stuck else check(outcome.raised, [entry for entry in outcome.seen if entry != LAST])


def _raise_all(plan: Plan, backend: Any, outcome: Outcome) -> bool:
    """Raise events in bursts, and lose state in between; returns whether the consumer kept up."""
    chance = Random(plan.seed)
    losses = set(chance.sample(range(plan.events // 10, plan.events), plan.losses))
    number, until = 0, monotonic() + plan.seconds
    if not _wait(
        lambda: backend.applications and any(one.channel.waiting for one in backend.applications.values()), until
    ):
        return False
    backend.faults.add({"path": "/events", "times": None, "chance": plan.chance, **row} for row in FAULTS)
    while number < plan.events:
        burst = min(chance.randint(1, 20), plan.events - number)
        for _ in range(burst):
            _happen(backend, number)
            outcome.raised.append(number)
            number += 1
        backend.notify()
        hit = losses & set(range(number - burst, number)) and number < plan.events
        if not _wait(lambda: _lags(outcome) < AHEAD, until):
            return False
        if hit and not _lose(backend, outcome, chance.choice(("resync", "resume", "application")), until):
            return False
    _happen(backend, LAST)
    backend.notify()
    return True


def _lags(outcome: Outcome) -> int:
    """The number of events by which the consumer is behind in this epoch."""
    last = next((entry for entry in reversed(outcome.seen) if isinstance(entry, int)), -1)
    newest = next((entry for entry in reversed(outcome.raised) if isinstance(entry, int)), -1)
    return newest - last


def _lose(backend: Any, outcome: Outcome, cause: str, until: float) -> bool:
    """Lose state once the consumer has seen the last loss; return when it has seen this one."""
    with backend.lock:
        (application,) = backend.applications.values()
        if cause == "resync":
            application.channel.slip()
        elif cause == "resume":
            application.channel.lose()
        else:
            backend.lose(application)
        outcome.raised.append(cause)
    backend.notify()
    wanted = sum(isinstance(entry, str) for entry in outcome.raised)
    told = lambda: sum(isinstance(entry, str) for entry in outcome.seen) >= wanted  # noqa: E731
    return _wait(lambda: told() and bool(backend.applications), until)


def _happen(backend: Any, number: int) -> None:
    with backend.lock:
        (application,) = backend.applications.values()
        link = {"rel": "note", "href": f"{application.path}/me/note/{number}"}
        application.channel.add(("me", f"{application.path}/me"), {"link": link, "type": "added"})


def _wait(holds: Callable[[], object], until: float) -> bool:
    while not holds():
        if monotonic() > until:
            return False
        sleep(0.001)
    return True


def _listen(plan: Plan, url: str, user: User, outcome: Outcome) -> None:
    given = {"grant": user.grant, "format": plan.format, "policy": PATIENT, "acknowledge": plan.acknowledge}
    if plan.kind == "async":
        anyio.run(_listen_async, url, given, outcome)
        return
    with Client(url, **given) as client:
        app = client.create_application(user_agent="Soak/1.0", culture="en-US")
        _show(app, client, outcome)
        events, goes_on = client.events(), True
        while goes_on:
            try:
                goes_on = _note(events.next(timeout=IDLE), outcome)
            except (ApiError, AuthenticationError, TransportError, TimeoutError) as fault:
                goes_on = _fell(fault, outcome)
        _show(app, client, outcome)


async def _listen_async(url: str, given: dict[str, Any], outcome: Outcome) -> None:
    async with AsyncClient(url, **given) as client:
        app = await client.create_application(user_agent="Soak/1.0", culture="en-US")
        _show(app, client, outcome)
        events, goes_on = client.events(), True
        while goes_on:
            try:
                goes_on = _note(await events.next(timeout=IDLE), outcome)
            except (ApiError, AuthenticationError, TransportError, TimeoutError) as fault:
                goes_on = _fell(fault, outcome)
        _show(app, client, outcome)


def _show(app: Any, client: Any, outcome: Outcome) -> None:
    session = client._session
    outcome.shown.show(app, client, session, session.tokens, session.grant, session.channel)


def _fell(fault: Exception, outcome: Outcome) -> bool:
    """Keep an error of the channel, which the listener survives; returns whether it goes on."""
    outcome.shown.fell(fault)
    return not outcome.over


def _note(item: Any, outcome: Outcome) -> bool:
    entry: Entry = item.cause if isinstance(item, Reset) else int(item.link.href.rsplit("/", 1)[1])
    outcome.seen.append(entry)
    return entry != LAST
