"""A consumer is killed repeatedly; what its successors handle is compared with what the server raised."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import Any

from ucwa2 import Client, PasswordGrant
from ucwa2.sandbox import running

WORKER = Path(__file__).with_name("worker.py")
USER = PasswordGrant("ann@contoso.com", "secret")


@dataclass(slots=True)
class Kills:
    """The result of a run."""

    kills: int = 0
    raised: int = 0
    handled: list[int] = field(default_factory=list)
    repeated: int = 0
    findings: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        words = ", ".join(self.findings) or "none"
        return f"{self.kills} kills, {self.raised:,} events, {self.repeated} handled again; findings: {words}"


def kills(times: int, folder: Path, *, seed: int) -> Kills:
    """Kill this many consumers, let the last one finish, and check what all of them handled."""
    outcome, chance = Kills(), Random(seed)
    with running() as sandbox:
        with Client(f"{sandbox.url}/", USER) as client:
            client.create_application(user_agent="Soak/1.0", culture="en-US")
        (application,) = sandbox.backend.applications.values()
        over = threading.Event()
        producer = threading.Thread(target=_produce, args=(sandbox.backend, application, over, outcome, chance))
        producer.start()
        place = [f"{sandbox.url}/", f"{sandbox.url}{application.path}", str(folder)]
        for _ in range(times):
            _live(place, folder, chance.uniform(0.0, 0.2))
            outcome.kills += 1
        over.set()
        producer.join()
        _finish(place, folder, outcome.raised)
        answers = [set(numbers) for _, numbers in application.channel.log]
    _judge(outcome, _handled(folder), answers)
    return outcome


def _produce(backend: Any, application: Any, over: threading.Event, outcome: Kills, chance: Random) -> None:
    """Events in bursts, so that answers hold several; numbered from 1, as the server numbers them."""
    while not over.is_set():
        with backend.lock:
            for _ in range(chance.randint(1, 10)):
                outcome.raised += 1
                link = {"rel": "note", "href": f"{application.path}/me/note/{outcome.raised}"}
                application.channel.add(("me", f"{application.path}/me"), {"link": link, "type": "updated"})
        backend.notify()
        sleep(chance.uniform(0.0, 0.02))


def _start(place: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(WORKER), *place], stderr=subprocess.DEVNULL)


def _live(place: list[str], folder: Path, seconds: float) -> None:
    """A consumer that handles an event and is killed a moment later."""
    before, until = len(_handled(folder)), monotonic() + 30
    with _start(place) as worker:
        while len(_handled(folder)) == before and monotonic() < until:
            sleep(0.002)
        sleep(seconds)
        worker.kill()


def _finish(place: list[str], folder: Path, last: int) -> None:
    until = monotonic() + 60
    with _start(place) as worker:
        while last not in _handled(folder)[-1:] and monotonic() < until:
            sleep(0.02)
        worker.kill()


def _handled(folder: Path) -> list[int]:
    """The numbers in the file, without a line that a kill cut off."""
    path = folder / "handled"
    text = path.read_text() if path.exists() else ""
    return [int(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]


def _judge(outcome: Kills, handled: list[int], answers: list[set[int]]) -> None:
    outcome.handled = handled
    outcome.repeated = len(handled) - len(set(handled))
    if missing := sorted(set(range(1, outcome.raised + 1)) - set(handled)):
        outcome.findings.append(f"lost: {missing[:5]}")
    back = [at for at in range(1, len(handled)) if handled[at] <= handled[at - 1]]
    if len(back) > outcome.kills:
        outcome.findings.append("more steps back than kills")
    for at in back:
        again = set(range(handled[at], handled[at - 1] + 1))
        if not any(again <= answer for answer in answers):
            outcome.findings.append(f"more than one answer again: {handled[at]} to {handled[at - 1]}")
    for at in range(1, len(handled)):
        if handled[at] > handled[at - 1] + 1:
            outcome.findings.append(f"out of order: {handled[at - 1]}, then {handled[at]}")
