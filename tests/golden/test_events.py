"""A documented event decodes to its typed event, with its embedded resource."""

from __future__ import annotations

import pytest
from tests.golden import compare, documented, happenings
from tests.golden.corpus import Case, link_class, of, resources
from tests.golden.test_responses import answer

import ucwa2
from ucwa2._runtime import Event, EventPage, Link
from ucwagen.model.types.api import Gives

EVENTS = of("event")
PAGES = [
    case
    for case in of("response")
    if case.status < 400 and case.operation.returns.gives is Gives.EVENTS and case.message.body.strip()
]


@pytest.mark.parametrize("case", EVENTS, ids=lambda case: case.id)
def test_event_is_typed(case, tally):
    words = case.example.words
    page = ucwa2.decode(case.example.text, "application/json")
    if not case.is_guide:
        words = words[:2]

    assert isinstance(page, EventPage)
    assert [(event.type, event.rel) for event in page.events] == list(zip(words[::2], words[1::2], strict=True))
    for event in page.events:
        check(event, case)
    tally("event samples", case)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.id)
def test_answer_of_the_channel_is_typed(case):
    page = answer(case)

    assert page.next
    for event in page.events:
        check(event, case)


@pytest.mark.parametrize("case", [*EVENTS, *PAGES], ids=lambda case: case.id)
def test_every_event_is_there_as_it_came(case, tally):
    format = case.example.format
    page = ucwa2.decode(case.message.body, f"application/{format}")

    for event, came in zip(page.events, happenings.sent(case), strict=True):
        assert happenings.of(event) == came.told
        tally("events", case)
        assert (event.state is None) == (came.state is None)
        if event.state is not None:
            head = happenings.embedded(came.key)
            for what, number in documented.read(event.state, head, came.state, case).items():
                tally(what, case, number)
            written = event.state.to_json() if format == "json" else event.state.to_xml()
            assert compare.members(written, format) == compare.members(came.text, format)
            tally("resources embedded in events, written back as they came", case)


def check(event: Event, case: Case) -> None:
    """Every link has the class of its rel, and a page documents such an event."""
    for link in filter(None, (event.link, event.sender, event.in_)):
        assert type(link) is (link_class(happenings.heads()[link.rel]) if link.rel in happenings.heads() else Link)
    told = [case.resource] if case.page in resources() and not case.is_guide else resources().values()
    assert any(
        row.type == event.type and row.resource == event.rel and row.sender == (event.sender and event.sender.rel)
        for resource in told
        for row in resource.events
    ), event
