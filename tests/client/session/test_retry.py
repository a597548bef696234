"""Retries: which requests, when and how often. ``Retry-After`` up to a cap, else exponential delays, within a limit."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.client.playing import Play, Server, script

from ucwa2 import Request, Response
from ucwa2._runtime.client.flows.exchange import exchange
from ucwa2._runtime.client.session.retry import Budget, Policy, is_later, may_repeat, retry_after
from ucwa2.errors import TransportError

URL = "https://pool.contoso.com/x"
SAFE = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]
LOST = TransportError("lost", sent=True)
UNSENT = TransportError("unsent", sent=False)
OK = Response(200)


def later(value: str | None, status: int = 503) -> Response:
    return Response(status, {} if value is None else {"Retry-After": value})


def tried(server: Server, method: str = "GET", policy: Policy | None = None, **headers: str) -> tuple[Play, object]:
    """One exchange with a server; returns the requests and the outcome."""
    play = Play(server)
    core = play.core(policy=policy, trusted=[URL])
    request = Request(method, URL, {name.replace("_", "-"): value for name, value in headers.items()}, b"")
    try:
        return play, play.run(exchange(core, request))
    except TransportError as fault:
        return play, fault


@pytest.fixture(params=["UTC", "America/New_York", "Asia/Tokyo"])
def _anywhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The result does not depend on the time zone of this machine."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@given(st.integers(min_value=0, max_value=10**8))
def test_seconds_are_taken_at_their_word(seconds: int) -> None:
    assert retry_after(later(f" {seconds} ")) == seconds


@pytest.mark.usefixtures("_anywhere")
@pytest.mark.parametrize("zone", ["GMT", "+0000", "-0000", ""])
def test_a_date_counts_from_now_in_universal_time(zone: str) -> None:
    at = datetime.now(UTC) + timedelta(seconds=100)
    found = retry_after(later(format_datetime(at, usegmt=True).replace("GMT", zone)))
    assert found is not None
    assert 95 < found <= 100


def test_a_date_that_has_passed_means_now() -> None:
    assert retry_after(later("Wed, 21 Oct 2015 07:28:00 GMT")) == 0


@given(
    st.one_of(st.text(max_size=30), st.sampled_from(["-1", "1.5", "1e9", "٣", "inf", "Wed, 99 Foo 2015", "9" * 400]))
)
def test_no_value_is_too_broken_and_none_is_endless(value: str) -> None:
    found = retry_after(later(value))
    assert found is None or 0 <= found < float("inf")


@given(st.integers(0, 10_000), st.one_of(st.none(), st.integers(0, 10**9)), st.floats(0, 1))
def test_no_pause_is_longer_than_the_longest(attempt: int, said: int | None, chance: float) -> None:
    policy = Policy(longest_pause=7)
    pause = policy.pause(attempt, None if said is None else later(str(said)), chance)
    assert 0 <= pause <= 7
    if said is not None:
        assert pause == min(said, 7)


@given(st.integers(0, 20), st.floats(0, 1), st.floats(0, 1))
def test_pauses_grow_and_spread(attempt: int, one: float, other: float) -> None:
    policy = Policy()
    assert policy.pause(attempt, None, 1.0) <= policy.pause(attempt + 1, None, 1.0)
    if one < other:
        assert policy.pause(attempt, None, one) < policy.pause(attempt, None, other)


@pytest.mark.parametrize("method", SAFE)
def test_what_may_run_twice_is_repeated_when_its_answer_was_lost(method: str) -> None:
    play, outcome = tried(script(LOST, LOST, OK), method)
    assert outcome is OK
    assert len(play.asked) == 3
    assert len(play.slept) == 2


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_what_must_run_once_is_not_repeated_when_it_may_have_run(method: str) -> None:
    play, outcome = tried(script(LOST, OK), method)
    assert outcome is LOST
    assert len(play.asked) == 1


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_all_is_repeated_that_was_never_sent(method: str) -> None:
    play, outcome = tried(script(UNSENT, OK), method)
    assert outcome is OK
    assert len(play.asked) == 2


def test_a_put_that_asks_for_a_version_is_not_repeated_when_it_may_have_run() -> None:
    assert tried(script(LOST, OK), "PUT", if_MATCH='"1"')[1] is LOST
    assert not may_repeat(Request("PUT", URL, {"IF-Match": '"1"'}, b""), sent=True)


@pytest.mark.parametrize("answer", [later(None, 429), later("1", 429), later("1")])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_server_that_asks_to_come_back_later_has_not_begun(answer: Response, method: str) -> None:
    play, outcome = tried(script(answer, OK), method)
    assert outcome is OK
    assert len(play.asked) == 2


@pytest.mark.parametrize("answer", [later(None), later("1", 500), later("1", 502), later("1", 504), later("1", 409)])
def test_a_post_that_may_have_run_is_not_repeated(answer: Response) -> None:
    assert not is_later(answer)
    play, outcome = tried(script(answer, OK), "POST")
    assert outcome is answer
    assert len(play.asked) == 1


def test_the_server_is_not_asked_before_the_time_it_named() -> None:
    play, _ = tried(script(later("3"), later("5"), OK))
    assert play.slept == [3, 5]


def test_attempts_come_to_an_end() -> None:
    play, outcome = tried(script(LOST), policy=Policy(attempts=3))
    assert outcome is LOST
    assert len(play.asked) == 3
    play, outcome = tried(script(later("1")), policy=Policy(attempts=3))
    assert isinstance(outcome, Response)
    assert len(play.asked) == 3


def test_no_wait_exceeds_the_deadline_of_the_call() -> None:
    play, outcome = tried(script(later("20")), policy=Policy(timeout=30, attempts=100))
    assert isinstance(outcome, Response)
    assert play.slept == [20]
    assert play.now < 1030


@given(st.lists(st.sampled_from([LOST, UNSENT, OK, later("1"), later(None, 429), later("9999")]), max_size=9))
def test_every_call_ends_in_time(answers: list[Response | TransportError]) -> None:
    play, _ = tried(script(*answers, LOST))
    assert len(play.asked) <= Policy().attempts
    assert play.now - 1000 <= Policy().timeout


def test_a_server_in_trouble_is_not_asked_over_and_over() -> None:
    """All calls of a client share one retry budget: a hundred calls do not become four hundred."""
    play = Play(script(later("0")))
    core = play.core(trusted=[URL])
    for _ in range(100):
        play.run(exchange(core, Request("GET", URL, {}, b"")))
    assert len(play.asked) <= 100 + 20


def test_attempts_are_earned_by_calls_that_went_well() -> None:
    budget = Budget(2)
    assert [budget.spend() for _ in range(3)] == [True, True, False]
    for _ in range(11):
        budget.earn()
    assert [budget.spend() for _ in range(2)] == [True, False]


def test_no_more_is_earned_than_there_was() -> None:
    budget = Budget(1)
    for _ in range(100):
        budget.earn()
    assert [budget.spend() for _ in range(2)] == [True, False]
