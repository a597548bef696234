"""The long run: ten thousand events for each of several seeds, every injected bug, a hundred kills, long nights; prints
tables. Names of its parts as arguments run these alone.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.soak.bugs import BUGS
from tests.soak.happenings import ALL
from tests.soak.hunting import KINDS, hunted
from tests.soak.kills import kills
from tests.soak.night import WAYS, interrupted, play, playing, refused
from tests.soak.scenario import Outcome, Plan, run
from tests.soak.sign_in import missing, without_kerberos
from tests.soak.test_soak import PLANS

EVENTS, LOSSES, KILLS, ROUNDS = 10_000, 20, 100, 2
GROWTH = 4096
"""Kilobytes by which the memory of a bot may grow after the first half of its night."""


def events() -> int:
    """Events under faults; returns how many runs have a finding or a leak."""
    wrong = 0
    print(f"{'run':48} {'events':>7} {'losses':>6} {'faults':>6} {'requests':>8} {'seconds':>7}  findings; canaries")
    for plan in PLANS:
        if missing(plan.sign_in):
            print(f"{plan!s:48} needs {missing(plan.sign_in)}")
            continue
        outcome = run(replace(plan, events=EVENTS, losses=LOSSES, seconds=600.0))
        losses = sum(isinstance(entry, str) for entry in outcome.raised)
        print(
            f"{plan!s:48} {EVENTS:7,} {losses:6} {outcome.faults:6} {outcome.requests:8,} {outcome.seconds:7.1f}  "
            f"{', '.join(map(str, outcome.findings)) or 'none'}; {_canaries(plan, outcome)}",
            flush=True,
        )
        wrong += bool(outcome.findings or outcome.leaks)
    return wrong


def _canaries(plan: Plan, outcome: Outcome) -> str:
    if not plan.canaries:
        return "not looked for"
    shown = outcome.shown
    size = sum(len(text) for _, text in shown.words)
    found = f"{len(outcome.leaks)} FOUND, first: {outcome.leaks[0]}" if outcome.leaks else "none found"
    return f"{found} of {len(shown.secrets)} secrets in {size / 1e6:.1f} MB and {shown.faults} errors"


def bugs() -> int:
    """Each bug on purpose; returns how many were not found."""
    wrong = 0
    print("\nbugs on purpose")
    for name in BUGS:
        kinds = hunted(name)
        found = ", ".join(sorted(KINDS[name] & {*kinds}))
        print(f"  {name:60} {found or 'NOT FOUND'}", flush=True)
        wrong += not found
    return wrong


def deaths() -> int:
    """A consumer that is killed again and again; returns 1 if something was lost."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"\n{(told := kills(KILLS, Path(folder), seed=1))}", flush=True)
    return bool(told.findings)


def nights() -> int:
    """Long nights of the answering bot, at the same time; returns how many went wrong."""
    print("\nnights of the answering bot")
    ways = [way for way in WAYS if way == "password" or not missing("NTLM")]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        os.environ["KRB5_CONFIG"] = without_kerberos(Path(folder))
        return sum(pool.map(_night, ways))


def _night(way: str) -> int:
    """One night: everything in a new order, again and again; then the password expires. And an end by Ctrl-C."""
    chance = Random(way)
    with playing(way) as night:
        night.chat()
        first, half = night.memory, 0
        for _ in range(ROUNDS):
            play(night, chance.sample(ALL, len(ALL)))
            half = half or night.memory
        last, told = night.memory, str(night)
        found = [*night.findings(), *refused(night)]
    if last - half > GROWTH:
        found.append("memory grows")
    with playing(way) as night:
        night.ready()
        seconds = interrupted(night)
    memory = f"memory {first / 1024:.1f}, {half / 1024:.1f} and {last / 1024:.1f} MB"
    print(
        f"  {way}: {told}; {memory}; ended {seconds:.1f} s after Ctrl-C; findings: {', '.join(found) or 'none'}",
        flush=True,
    )
    return bool(found)


PARTS: dict[str, Callable[[], int]] = {"events": events, "bugs": bugs, "deaths": deaths, "nights": nights}


def main() -> int:
    """Print the results; returns 1 if a correct run has a finding, or an injected bug has none."""
    return 1 if sum(PARTS[name]() for name in sys.argv[1:] or PARTS) else 0


if __name__ == "__main__":
    sys.exit(main())
