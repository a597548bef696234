"""A documented event decodes to its typed event."""

from __future__ import annotations

import pytest
from tests.golden.corpus import of, spoken

import ucwa
from ucwa._runtime import EventPage


@pytest.mark.parametrize("case", of("event"), ids=lambda case: case.id)
def test_event_is_typed(case, tally):
    kind, rel, *_ = case.example.words
    page = ucwa.decode(case.example.text, "application/json")

    assert isinstance(page, EventPage)
    assert [(event.type, event.rel) for event in page.events] == [(kind, rel)]
    assert all(type(event.link).__module__.startswith("ucwa.resources.") for event in page.events)
    assert any(
        event.type == kind and event.resource == rel and event.sender == page.events[0].sender.rel
        for event in case.resource.events
    )
    assert spoken().of(case.resource.head)
    tally("event samples", case)
