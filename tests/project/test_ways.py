"""Which of its four ways a scenario of the client runs in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.protocol.ways import PAIRS, WAYS, one_pair


@given(st.text())
def test_both_clients_and_both_formats_are_in_each_run(scenario: str) -> None:
    pair = one_pair(scenario, WAYS)

    assert {way.kind for way in pair} == {"sync", "async"}
    assert {way.format for way in pair} == {"json", "xml"}
    assert one_pair(scenario, WAYS) == pair


def test_every_pair_is_in_about_half_of_the_scenarios() -> None:
    firsts = [one_pair(f"tests/test_a.py::test_{number}[]", WAYS) for number in range(1000)]

    assert all(400 < firsts.count(pair) < 600 for pair in PAIRS)


@given(st.text(), st.sets(st.sampled_from(WAYS), max_size=3))
def test_ways_that_were_asked_for_one_by_one_stay(scenario: str, ways: set[object]) -> None:
    assert one_pair(scenario, ways) == ways  # type: ignore[arg-type]
