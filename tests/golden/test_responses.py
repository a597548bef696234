"""A documented response decodes to its typed state, can be read completely, and is written back unchanged."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import pytest
from tests.golden import calling, compare, documented, shape
from tests.golden.corpus import Case, link_class, of, spoken, state_class

import ucwa2
from ucwa2._runtime import Content, Document, EventPage, Link, Response
from ucwa2.errors import ApiError, TransportError
from ucwagen.model.types.api import Gives, Returns

RESPONSES = [case for case in of("response") if case.status < 400]
REFUSALS = [case for case in of("response") if case.status >= 400]
STATES = [case for case in RESPONSES if case.operation.returns.gives is Gives.STATE and case.message.body.strip()]
PAIRS = [case for case in STATES if case.example.format == "json" and not case.is_guide]


def response_of(case: Case) -> Response:
    address = calling.answered(case).url
    return Response(case.status, dict(case.message.headers), case.message.body.encode(), address)


def answer(case: Case) -> Any:
    """The result of the documented call for its documented answer."""
    return calling.answered(case).read(response_of(case))


def promised(returns: Returns) -> type:
    """The documented class."""
    match returns:
        case Returns(Gives.STATE, resource):
            return state_class(resource)
        case Returns(Gives.LOCATION, resource):
            return link_class(resource)
    return {
        Gives.CONTENT: Content, Gives.DOCUMENT: Document, Gives.EVENTS: EventPage, Gives.NOTHING: type(None),
    }[returns.gives]  # fmt: skip


def lacks_content(case: Case) -> bool:
    """Whether a sample omits the content that its operation gives, so that it is no answer as it stands."""
    due = case.operation.returns.gives in (Gives.STATE, Gives.CONTENT)
    return due and case.status not in (204, 205) and not case.message.body.strip()


@pytest.mark.parametrize("case", RESPONSES, ids=lambda case: case.id)
def test_answer_is_of_the_documented_type(case, tally):
    if lacks_content(case):
        with pytest.raises(TransportError, match="and no content, where"):
            answer(case)
        tally("responses without a body", case)
        return
    found = answer(case)

    if case.message.body.strip() or case.operation.returns.gives is Gives.LOCATION:
        assert type(found) is promised(case.operation.returns)
        if isinstance(found, Link):
            assert found.url == urljoin(calling.answered(case).url, calling.header(case, "location"))
            tally("locations, where the header says", case)
        elif isinstance(found, Content):
            assert found.bytes == case.message.body.encode()
            assert (found.content_type, found.etag) == (
                calling.header(case, "content-type"),
                calling.header(case, "etag"),
            )
            tally("contents and documents, as they came", case)
    else:
        assert found is None
    tally("responses with a body" if case.message.body.strip() else "responses without a body", case)


@pytest.mark.parametrize("case", STATES, ids=lambda case: case.id)
def test_every_member_is_read_through_its_attribute(case, tally):
    for what, number in documented.read(
        answer(case), case.operation.returns.resource, documented.parsed(case), case
    ).items():
        tally(what, case, number)


@pytest.mark.parametrize("case", STATES, ids=lambda case: case.id)
def test_state_is_written_back_as_it_came(case, tally):
    state, format = answer(case), case.example.format
    written = state.to_json() if format == "json" else state.to_xml()

    assert compare.body(written, format) == compare.body(case.message.body, format)
    tally("states written back as they came", case)


@pytest.mark.parametrize("case", STATES, ids=lambda case: case.id)
def test_state_is_equal_across_formats(case, tally):
    state = answer(case)
    there = (
        type(state).from_json(state.to_json()) if case.example.format == "xml" else type(state).from_xml(state.to_xml())
    )

    assert there == state
    tally("states equal across formats", case)


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: case.id)
def test_both_formats_have_one_shape(case, tally):
    other = case.sibling("response", "xml")

    assert shape.shape(answer(case)) == shape.shape(answer(other))
    tally("pairs of one shape in JSON and XML", case)


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: case.id)
def test_refusal_raises_what_it_says(case, tally):
    """An answer without a body does not come from the API but from a proxy before it."""
    said = bool(case.message.body)
    with pytest.raises(ApiError if said else TransportError) as raised:
        answer(case)

    told = raised.value
    assert told.response.status_code == case.status
    if said:
        body = ucwa2.decode(case.message.body, calling.header(case, "content-type"))
        assert (told.code, told.subcode) == (body.code, body.subcode)
        assert type(told).__name__ == spoken().errors[told.code, told.subcode]
    tally("responses with a body" if said else "responses without a body", case)
