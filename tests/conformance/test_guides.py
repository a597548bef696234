"""Each guide of the reference is sent to the sandbox as its page has it; every answer is as the page shows."""

from __future__ import annotations

import pytest
from tests.conformance.table import PAGE, written
from tests.conformance.world import suite, world

from ucwa2.conformance.report import text
from ucwa2.conformance.results import GuideResult, Outcome
from ucwa2.conformance.transcript import guides
from ucwa2.sandbox import running

FOUND = guides()
assert FOUND is not None
AS_SHOWN = {Outcome.SAME, Outcome.EXCEPTED, Outcome.OMITTED}
pytestmark = pytest.mark.xdist_group("guides")


@pytest.fixture(scope="module")
def replayed() -> dict[str, GuideResult]:
    """The results so far, by guide."""
    return {}


@pytest.mark.parametrize("name", FOUND.guides)
def test_guide_is_answered_as_its_page_shows(name, replayed):
    backend, clock = world()
    with running(backend) as server:
        result = replayed[name] = suite(server.url, clock).replay(FOUND.guides[name])

    assert {step.outcome for step in result.steps} <= AS_SHOWN, text([result])
    assert result.stale == (), text([result])
    assert result.steps


def test_page_counts_what_was_replayed(replayed):
    if len(replayed) < len(FOUND.guides):
        pytest.skip("counts all guides, which did not all run here")
    page = PAGE.read_text("utf-8")

    assert written(page, [replayed[name] for name in FOUND.guides]) == page
