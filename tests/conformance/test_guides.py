"""Each guide of the reference is sent to the sandbox as its page has it; every answer is as the page shows."""

from __future__ import annotations

import pytest
from tests.conformance.table import PAGE, written
from tests.conformance.world import suite, world

from ucwa2.conformance.report import text
from ucwa2.conformance.results import StepOutcome
from ucwa2.conformance.transcript import guides
from ucwa2.sandbox import running

FOUND = guides()
assert FOUND is not None
AS_SHOWN = {StepOutcome.SAME, StepOutcome.EXCEPTED, StepOutcome.OMITTED}


@pytest.mark.parametrize("name", FOUND.guides)
def test_guide_is_answered_as_its_page_shows(name):
    backend, clock = world()
    with running(backend) as server:
        result = suite(server.url, clock).replay(FOUND.guides[name])

    assert result.steps
    assert {step.outcome for step in result.steps} <= AS_SHOWN, text([result])
    assert result.stale == (), text([result])


def test_exceptions_name_one_message_each():
    titles = {name: {step.title for step in one.steps} for name, one in FOUND.guides.items()}
    rows = [(name, row.message) for name, one in FOUND.guides.items() for row in one.own_exceptions]

    assert [row for row in rows if row[1] not in titles[row[0]]] == []
    assert all(one.shared_exceptions == () for one in FOUND.guides.values())


def test_page_counts_the_guides_and_gives_each_exception():
    page = PAGE.read_text("utf-8")

    assert written(page) == page
