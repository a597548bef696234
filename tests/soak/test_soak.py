"""A short run under faults, and the proof that its checker finds injected bugs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.soak.bugs import BUGS
from tests.soak.checker import check
from tests.soak.hunting import KINDS, hunted
from tests.soak.kills import kills
from tests.soak.scenario import Plan, run
from tests.soak.sign_in import missing

PLANS = [
    Plan(seed=1, kind="sync", format="json", acknowledge="at once"),
    Plan(seed=2, kind="sync", format="xml", acknowledge="after handling"),
    Plan(seed=3, kind="async", format="json", acknowledge="after handling"),
    Plan(seed=4, kind="async", format="xml", acknowledge="at once", canaries=True),
    Plan(seed=5, kind="sync", format="json", acknowledge="at once", sign_in="NTLM", canaries=True),
    Plan(seed=6, kind="async", format="json", acknowledge="after handling", sign_in="NTLM", canaries=True),
    Plan(seed=7, kind="sync", format="xml", acknowledge="after handling", sign_in="Kerberos", canaries=True),
    Plan(seed=8, kind="async", format="xml", acknowledge="at once", sign_in="Kerberos", canaries=True),
]


@pytest.mark.parametrize("plan", PLANS, ids=str)
def test_nothing_is_lost_doubled_or_reordered_and_no_secret_gets_out(plan):
    if missing(plan.sign_in):
        pytest.skip(f"needs {missing(plan.sign_in)}")
    outcome = run(plan)

    assert outcome.findings == []
    assert outcome.leaks == []
    assert outcome.faults > 0
    assert any(isinstance(entry, str) for entry in outcome.raised)
    assert bool(outcome.shown.secrets) is plan.canaries


@pytest.mark.parametrize("name", BUGS)
def test_bug_is_found(name):
    kinds = hunted(name)

    assert KINDS[name] & {*kinds}, kinds


def test_each_bug_has_the_kinds_of_its_findings():
    assert KINDS.keys() == BUGS.keys()


def test_consumer_that_is_killed_loses_nothing_and_repeats_one_answer_at_most(tmp_path):
    outcome = kills(4, tmp_path, seed=1)

    assert outcome.findings == []
    assert outcome.kills == 4
    assert len(set(outcome.handled)) == outcome.raised


@pytest.mark.parametrize(
    ("raised", "seen", "kinds"),
    [
        ([1, 2, 3], [1, 2, 3], []),
        ([1, 2, 3], [1, 3], ["lost"]),
        ([1, 2, 3], [1, 2], ["lost"]),
        ([1, 2, 3], [1, 2, 2, 3], ["seen twice"]),
        ([1, 2, 3], [1, 3, 2], ["out of order"]),
        ([1, 2, 3], [1, 2, 3, 4], ["never raised there"]),
        ([1, 2, "resume", 3], [1, "resume", 3], []),
        ([1, 2, 3, "resume", 4], [1, 3, "resume", 4], ["lost"]),
        ([1, "resume", 2], [1, 2], ["not one Reset for each loss"]),
        ([1, "resume", 2], [1, "resume", "resume", 2], ["not one Reset for each loss"]),
        ([1, "resume", 2], [1, "resync", 2], ["not one Reset for each loss"]),
        ([1, "resume", 2], ["resume", 1, 2], ["never raised there"]),
    ],
)
def test_checker_knows(raised, seen, kinds):
    assert [finding.kind for finding in check(raised, seen)] == kinds


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_any_single_change_of_a_whole_log_is_found(sizes, chance):
    numbers = iter(range(100))
    log: list[int | str] = []
    for size in sizes:
        log += [*(next(numbers) for _ in range(size)), "resume"]
    log.append(next(numbers))
    assert check(log, log) == []
    at = chance.randrange(len(log))

    assert check(log, [*log[: at + 1], *log[at:]])
    if at == len(log) - 1 or isinstance(log[at], str) or (at + 1 < len(log) and not isinstance(log[at + 1], str)):
        assert check(log, [*log[:at], *log[at + 1 :]])
