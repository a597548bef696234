"""The long run: ten thousand events for each of several seeds, every injected bug, a hundred kills; prints a table."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.soak.bugs import BUGS
from tests.soak.kills import kills
from tests.soak.scenario import Plan, run
from tests.soak.test_soak import PLANS

EVENTS, LOSSES, KILLS = 10_000, 20, 100


def main() -> int:
    """Print the results; returns 1 if a correct run has a finding, or an injected bug has none."""
    wrong = 0
    print(f"{'run':36} {'events':>7} {'losses':>7} {'faults':>7} {'requests':>9} {'seconds':>8}  findings")
    for plan in PLANS:
        outcome = run(replace(plan, events=EVENTS, losses=LOSSES, seconds=600.0))
        losses = sum(isinstance(entry, str) for entry in outcome.raised)
        words = ", ".join(map(str, outcome.findings)) or "none"
        name = f"seed {plan.seed}, {plan.kind}, {plan.format}, {plan.acknowledge}{', Windows' if plan.windows else ''}"
        row = (
            f"{name:36} {EVENTS:7,} {losses:7} {outcome.faults:7} {outcome.requests:9,} {outcome.seconds:8.1f}  {words}"
        )
        print(row, flush=True)
        wrong += bool(outcome.findings)
    print("\nbugs on purpose")
    for name, bug in BUGS.items():
        with bug():
            found = next(filter(None, (run(_short(seed)).findings for seed in range(5))), [])
        print(f"  {name:60} {found[0] if found else 'NOT FOUND'}", flush=True)
        wrong += not found
    with tempfile.TemporaryDirectory() as folder:
        print(f"\n{(told := kills(KILLS, Path(folder), seed=1))}")
    return 1 if wrong or told.findings else 0


def _short(seed: int) -> Plan:
    return replace(PLANS[0], seed=seed, losses=6, chance=0.06, seconds=3.0)


if __name__ == "__main__":
    sys.exit(main())
