"""Looks for each bug: the same run without and with it, and by which findings it is known."""

from __future__ import annotations

from functools import cache

from tests.soak.bugs import BUGS
from tests.soak.scenario import Outcome, Plan, run

LOST, TWICE, ORDER, STUCK = {"lost"}, {"seen twice"}, {"out of order"}, {"no progress"}
RESETS = {"not one Reset for each loss"}
KINDS = {
    "client drops an event": LOST,
    "client doubles an event": TWICE,
    "client reorders events": ORDER,
    "client reports no loss": STUCK,
    "client reports each loss twice": RESETS,
    "client does not follow the next link": STUCK,
    "client builds the next address itself": STUCK,
    "client takes resume for next": STUCK,
    "client goes on after an answer that did not come": LOST | STUCK,
    "client makes the application again without a reset": STUCK,
    "client never asks again": STUCK,
    "server drops an event": LOST,
    "server doubles an event": TWICE,
    "server reorders events": ORDER,
    "server forgets an answer before it is acknowledged": LOST | STUCK,
    "server says resume though nothing was lost": RESETS,
    "server loses state and says nothing": STUCK,
}
"""By which findings each bug is known. A run stops that waits for a ``Reset``, or for an event."""


def plan(seed: int, seconds: float = 60.0) -> Plan:
    """A run with more losses and faults than usual."""
    return Plan(seed=seed, kind="sync", format="json", acknowledge="at once", losses=6, chance=0.06, seconds=seconds)


@cache
def sound(seed: int) -> Outcome:
    """The run without a bug, which finds nothing."""
    outcome = run(plan(seed))
    assert outcome.findings == []
    return outcome


def hunted(name: str) -> list[str]:
    """The kinds of the findings of a few runs with a bug, until one is of the kinds by which it is known.

    A bug that needs a fault to show is found only when the fault happens. A run that stops has had three times as long
    as the same one without the bug.
    """
    found: list[str] = []
    for seed in range(5):
        seconds = 1.0 + 3 * sound(seed).seconds
        with BUGS[name]():
            found += [finding.kind for finding in run(plan(seed, seconds)).findings]
        if KINDS[name] & {*found}:
            break
    return found
