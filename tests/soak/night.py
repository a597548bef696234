"""A night of the answering bot: a program against a sandbox, with all that happens in a night."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from tests.project.programs import start
from tests.soak.place import ANN, BOB, Server
from tests.soak.relay import Relay
from tests.soak.talk import Talk, talking

WAYS = {"password": ("--format", "json"), "Windows": ("--windows", "--format", "xml")}
"""The arguments of the bot."""

READY = 40.0
"""Seconds within which the bot is there again after anything that happened."""


@dataclass
class Night:
    """The bot, its server, the network between them, and what was said."""

    server: Server
    network: Relay
    bot: subprocess.Popen[str]
    said: Counter[str] = field(default_factory=Counter)
    """How often each text was sent that must be answered."""
    perhaps: Counter[str] = field(default_factory=Counter)
    """The same for texts that may be lost, and must not be answered more often."""
    answered: Counter[str] = field(default_factory=Counter)
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    requests: int = 0
    """Requests of the bot, beside those of its event channel."""
    polls: int = 0
    """Requests of its event channel."""
    began: float = field(default_factory=monotonic)
    happened: int = 0
    talks: int = 0
    readers: list[threading.Thread] = field(default_factory=list)
    _number: int = 0
    _seen: int = 0

    def text(self, words: str = "hello") -> str:
        """A text that occurs once."""
        self._number += 1
        return f"{words} {self._number}"

    def ready(self) -> Any:
        """The application in which the bot waits; raises if it is not there in time."""
        until = monotonic() + READY
        while (found := self.server.application) is None:
            if self.bot.poll() is not None or monotonic() > until:
                raise AssertionError(f"the bot is not there: {self.bot.poll()}, {self.out[-3:]}, {self.err[-3:]}")
            sleep(0.01)
        return found

    def chat(self, *texts: str, kind: str = "text/plain", user: str = ANN) -> None:
        """A conversation in which each text is answered before the next one is sent."""
        self.ready()
        with talking(f"{self.server.url}/", user) as talk:
            for number, text in enumerate(texts or [self.text()], 1):
                self.said[text] += 1
                talk.say(text, kind)
                talk.hear(number)
        self.note(talk)

    def note(self, talk: Talk) -> None:
        """Count what was heard."""
        self.talks += 1
        self.answered.update(talk.heard)

    def count(self) -> None:
        """Count the requests of the bot that a server has got since the last time or its last restart."""
        asked = self.server.asked(self.network.port)
        polls = sum(one.path.endswith("/events") for one in asked[self._seen :])
        self.polls += polls
        self.requests += len(asked) - self._seen - polls
        self._seen = len(asked)

    def forget(self) -> None:
        """Begin to count again, at a new server."""
        self.count()
        self._seen = 0

    @property
    def memory(self) -> int:
        """Resident memory of the bot, in kilobytes."""
        status = Path(f"/proc/{self.bot.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])

    def findings(self) -> list[str]:
        """What was not answered, or too often; and too many requests."""
        found = [f"not answered: {text}" for text, times in self.said.items() if self.answered[answer(text)] < times]
        known = Counter({answer(text): times for text, times in (self.said + self.perhaps).items()})
        found += [f"too often: {text}" for text, times in self.answered.items() if times > known[text]]
        seconds = monotonic() - self.began
        most = (
            10 + 10 * self.talks + 15 * self.happened + 3 * seconds,
            20 * self.talks + 15 * self.happened + 5 * seconds,
        )
        if self.requests > most[0] or self.polls > most[1]:
            found.append(f"too many requests: {self.requests} and {self.polls} in {seconds:.0f} s")
        return found

    def __str__(self) -> str:
        return (
            f"{self.happened} happenings, {self.talks} conversations, {self.answered.total()} answers, "
            f"{self.requests} requests and {self.polls} long polls in {monotonic() - self.began:.0f} s"
        )


def answer(text: str) -> str:
    """What the bot answers."""
    return f"You said: {text}"


@contextmanager
def playing(way: str) -> Iterator[Night]:
    """The bot with its server and network, from the start of the bot to its end."""
    with Server(windows="--windows" in WAYS[way]) as server, Relay(server.port) as network:
        night = Night(server, network, start("answering_bot", network.url, BOB, *WAYS[way]))
        for stream, lines in ((night.bot.stdout, night.out), (night.bot.stderr, night.err)):
            night.readers.append(threading.Thread(target=_read, args=(stream, lines), daemon=True))
            night.readers[-1].start()
        try:
            yield night
        finally:
            night.bot.kill()
            wait(night, 10)


def _read(stream: Any, lines: list[str]) -> None:
    with stream:
        lines.extend(iter(stream.readline, ""))


def wait(night: Night, seconds: float) -> int:
    """Wait until the bot has ended, and all its output is read; its exit code."""
    code = night.bot.wait(seconds)
    for reader in night.readers:
        reader.join(5)
    return code


def interrupted(night: Night) -> float:
    """Seconds from Ctrl-C until the bot has ended."""
    began = monotonic()
    night.bot.send_signal(signal.SIGINT)
    wait(night, 20)
    return monotonic() - began


def refused(night: Night) -> list[str]:
    """The password of the bot's user expires: how the bot does not end as it should."""
    night.ready()
    night.count()
    before = night.requests + night.polls
    night.server.backend.users[BOB].password = "another"
    code = wait(night, READY)
    night.count()
    found = [] if code == 1 else [f"exit code {code}"]
    if not night.err or not night.err[-1].startswith("cannot sign in: "):
        found.append(f"the last line is {night.err[-1:]}")
    found += [f"also said: {line}" for line in night.err[:-1] if not line.startswith("the activity was not reported: ")]
    asked = night.requests + night.polls - before
    return found + ([f"{asked} requests until the end"] if asked > 30 else [])


def play(night: Night, happenings: Sequence[Callable[[Night], None]]) -> None:
    """Let things happen one after the other; after each the bot answers."""
    for happening in happenings:
        night.ready()
        happening(night)
        night.chat()
        night.count()
        night.happened += 1
