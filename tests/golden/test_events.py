"""A documented event decodes to its typed event, with the resource that it embeds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree
from tests.golden import compare, shape
from tests.golden.corpus import Case, of, resources
from tests.golden.test_responses import answer

import ucwa
from ucwa._runtime import Event, EventPage, Link
from ucwagen.model.types import Gives

EVENTS = of("event")
PAGES = [
    case
    for case in of("response")
    if case.status < 400 and case.operation.returns.gives is Gives.EVENTS and case.message.body.strip()
]


@pytest.mark.parametrize("case", EVENTS, ids=lambda case: case.id)
def test_event_is_typed(case, tally):
    words = case.example.words
    page = ucwa.decode(case.example.text, "application/json")
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
    page = ucwa.decode(case.message.body, f"application/{case.example.format}")
    came = list(sent(case))

    assert len(page.events) == len(came)
    for event, (kind, rel, sender, state, reason) in zip(page.events, came, strict=True):
        assert (event.type, event.rel, event.sender and event.sender.rel) == (kind, rel, sender)
        assert (event.state is None, event.reason is None) == (state is None, reason is None)
        tally("events", case)
        if state is not None:
            written = event.state.to_json() if case.example.format == "json" else event.state.to_xml()
            assert compare.members(written, case.example.format) == compare.members(state, case.example.format)
            tally("resources embedded in events, written back as they came", case)


def check(event: Event, case: Case) -> None:
    """Everything has a class of its own, and some page documents such an event."""
    links = (event.link, event.sender, event.in_)
    assert all(type(link).__module__.startswith("ucwa.resources.") for link in links if isinstance(link, Link))
    told = [case.resource] if case.page in resources() and not case.is_guide else resources().values()
    assert any(
        row.type == event.type and row.resource == event.rel and row.sender == (event.sender and event.sender.rel)
        for resource in told
        for row in resource.events
    ), event
    if event.state is not None:
        assert type(event.state).__module__.startswith("ucwa.resources.")
        shape.check(event.state, case.mends("placeholder"))


def sent(case: Case) -> Iterator[tuple[str, str, str | None, Any, Any]]:
    """Type, rel, sender, embedded resource and reason of each event, as the body has them."""
    if case.example.format == "xml":
        yield from _of_xml(case.message.body)
        return
    for sender in json.loads(case.message.body)["sender"]:
        for event in sender.get("events", ()):
            state = next(iter((event.get("_embedded") or {}).values()), None)
            rel = sender["rel"] if "href" in sender else None
            yield event["type"], event["link"]["rel"], rel, state and json.dumps(state), event.get("reason")


def _of_xml(body: str) -> Iterator[tuple[str, str, str | None, Any, Any]]:
    root = etree.fromstring(body.encode())
    for sender in root.iterchildren("{*}sender"):
        for event in sender:
            state = event.find("{*}resource")
            written = None if state is None else etree.tostring(state, with_tail=False)
            yield etree.QName(event).localname, event.get("rel"), sender.get("rel"), written, event.find("{*}reason")
