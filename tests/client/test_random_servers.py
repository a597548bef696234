"""Random servers against both clients: bounded requests, an end of every wait, no event lost or doubled."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from threading import Lock
from time import monotonic, sleep
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.client.playing import Play
from tests.client.random_server import CANARY, FOREIGN, MOODS, RandomServer
from tests.protocol.hosts import Listener
from tests.protocol.ways import Way

from ucwa2 import Event, Policy, Request, Response, TokenGrant
from ucwa2._runtime.client.flows.applications import create
from ucwa2._runtime.client.flows.long_poll import take
from ucwa2._runtime.client.flows.recovery import send
from ucwa2._runtime.client.session.channel import Channel
from ucwa2._runtime.client.session.deliveries import Deliveries
from ucwa2.errors import UcwaError
from ucwa2.resources.applications import ApplicationsLink
from ucwa2.resources.note import NoteLink

HOME = "https://pool.contoso.com"
MINUTE = 60.0
MOST = 60
"""The number of requests in any minute, besides one for each event and call."""


class Session:
    """A client with the clock of a play, and a listener that goes on after every error, as a bot does."""

    def __init__(self, moods: list[str], events: int) -> None:
        self.server = RandomServer([], events, self._pass)
        self.play = Play(self._asked)
        self.at: list[float] = []
        token = TokenGrant(lambda: f"{CANARY}-{self.server.token}")
        self.core = self.play.core(policy=Policy(), trusted=[HOME], grant=token)
        call = ApplicationsLink(f"{HOME}/ucwa/applications").post(user_agent="x", culture="en-US")
        state = self.play.run(create(self.core, call))
        self.core.channel = Channel(state.links.events, self.core.application.url)
        self.consumer = self.core.channel.listen()
        self.server.moods = moods
        self.heard: list[int | str] = []
        self.faults: list[UcwaError] = []
        self.calls = 0

    def _pass(self, seconds: float) -> None:
        self.play.now += seconds

    def _asked(self, request: Request) -> Any:
        self.at.append(self.play.now)
        if len(self.at) > 3000:
            raise AssertionError("there is no end")
        return self.server(request)

    def listen(self) -> None:
        try:
            item = self.play.run(take(self.core, self.consumer))
        except UcwaError as fault:
            self.faults.append(fault)
        else:
            self.heard.append(int(item.link.href[1:]) if isinstance(item, Event) else item.cause)

    def call(self) -> None:
        self.calls += 1
        try:
            self.play.run(send(self.core, NoteLink(f"{self.core.application.url}/note").get()))
        except UcwaError as fault:
            self.faults.append(fault)

    @property
    def is_done(self) -> bool:
        """Whether the server behaves, and every event since its last loss was heard."""
        due = self.server.sent[self.server.since_loss :]
        return self.server.is_ended and set(due) <= set(self.heard)


@given(st.lists(st.sampled_from(MOODS), max_size=60), st.integers(1, 12), st.lists(st.booleans(), max_size=8))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_server_does_the_client_is_well_behaved(moods: list[str], events: int, calls: list[bool]) -> None:
    found = Session(list(moods), events)
    for is_call in calls:
        if is_call:
            found.call()
        elif not found.is_done:
            found.listen()
    for _ in range(400):
        if found.is_done:
            break
        found.listen()

    numbers = [item for item in found.heard if isinstance(item, int)]
    assert found.is_done, (found.heard[-5:], found.faults[-3:], found.server.moods)
    assert numbers == sorted(set(numbers))
    assert FOREIGN not in numbers
    assert found.server.misled == []
    assert all(CANARY not in f"{fault} {fault!r}" for fault in found.faults)
    free = MOST + events + found.calls
    assert all(sum(at <= other < at + MINUTE for other in found.at) <= free for at in found.at)


@given(st.lists(st.sampled_from(["lost", "resume", "foreign next", "expired", "403"]), min_size=1, max_size=3))
@settings(max_examples=15, deadline=None)
def test_server_that_never_behaves_is_asked_seldom(moods: list[str]) -> None:
    found = Session((moods * 3000)[:3000], 3000)
    while found.play.now < 1000 + 15 * MINUTE and len(found.at) < 3000:
        found.listen()
        found.play.now += 0.5  # a bot that only writes a line between errors

    numbers = [item for item in found.heard if isinstance(item, int)]
    assert numbers == sorted(set(numbers))
    assert len(found.at) / 15 <= MOST


def test_event_that_is_delivered_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above detects a client that delivers a repeated page again."""
    monkeypatch.setattr(Deliveries, "new", lambda self, items: list(items))
    found = Session(["same next", "ok"], 2)
    while not found.is_done:
        found.listen()

    assert found.heard[:2] == [0, 0]


class Real:
    """The same server on a socket, for real clients."""

    def __init__(self, moods: list[str]) -> None:
        self.server = RandomServer([], 6, lambda seconds: sleep(seconds / 100))
        self.moods = moods
        self.lock = Lock()
        self.listener = Listener()
        self.listener.reply = self._reply

    def _reply(self, method: str, target: str) -> tuple[int, dict[str, str], bytes]:
        headers = self.listener.heard[-1][2]
        with self.lock:
            found = self.server(Request(method, f"{self.listener.url}{target}", headers, b""))
        if isinstance(found, Response):
            return found.status_code, {"Content-Type": "application/json", **found.headers}, found.content
        return 200, {"Content-Length": "1000", "Connection": "close"}, b"{"


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("way", [Way("sync", "json"), Way("async", "json")], ids=str)
async def test_real_clients_are_well_behaved(way: Way, seed: int, anyio_backend: str) -> None:
    real = Real(Random(seed).choices(MOODS, k=8))
    policy = Policy(timeout=2, first_pause=0.01, longest_pause=0.1)
    heard: list[int] = []
    waits: list[float] = []
    with real.listener as server:
        grant = TokenGrant(lambda: f"{CANARY}-{real.server.token}")
        async with way.client(f"{server.url}/", grant, policy=policy) as client:
            await client.create_application(user_agent="x", culture="en-US")
            events = client.events()
            real.server.moods = real.moods
            end = monotonic() + 2.5
            while monotonic() < end:
                began = monotonic()
                with suppress(UcwaError, TimeoutError):
                    item = await events.next(timeout=0.5)
                    heard += [int(item.link.href[1:])] if isinstance(item, Event) else []
                waits.append(monotonic() - began)

    assert max(waits) < 1.5
    assert heard == sorted(set(heard))
    assert len(server.heard) < 60
    assert real.server.misled == []
