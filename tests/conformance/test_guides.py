"""Each guide of the reference is sent to the sandbox as its page has it; every answer is as the page shows."""

from __future__ import annotations

import pytest
from tests.conformance.world import suite, world

from ucwa2.conformance.report import text
from ucwa2.conformance.results import Outcome
from ucwa2.conformance.transcript import guides
from ucwa2.sandbox import running

FOUND = guides()
assert FOUND is not None


@pytest.mark.parametrize("name", FOUND.guides)
def test_guide_is_answered_as_its_page_shows(name):
    backend, clock = world()
    with running(backend) as server:
        result = suite(server.url, clock).replay(FOUND.guides[name])

    assert {step.outcome for step in result.steps} <= {Outcome.SAME, Outcome.EXCEPTED, Outcome.OMITTED}, text([result])
    assert result.stale == (), text([result])
    assert result.steps
