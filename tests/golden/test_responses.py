"""A documented response decodes to its typed state, can be read in full, and is written back as it came."""

from __future__ import annotations

from typing import Any

import pytest
from tests.golden import calling, compare, shape
from tests.golden.corpus import Case, link_class, of, state_class

from ucwa._runtime import Content, Document, Response
from ucwagen.model.types import Gives, Returns

RESPONSES = of("response")
STATES = [case for case in RESPONSES if case.operation.returns.gives is Gives.STATE and case.message.body.strip()]


def response_of(case: Case) -> Response:
    status = int(case.message.start.split(" ")[1])
    request = case.sibling("request")
    return Response(status, dict(case.message.headers), case.message.body.encode(), calling.target(request))


def answer(case: Case) -> Any:
    """What the documented call makes of its documented answer."""
    return calling.call_of(case.sibling("request")).read(response_of(case))


def documented(returns: Returns) -> type:
    """The class that the reference promises."""
    match returns:
        case Returns(Gives.STATE, resource):
            return state_class(resource)
        case Returns(Gives.LOCATION, resource):
            return link_class(resource)
    return {Gives.CONTENT: Content, Gives.DOCUMENT: Document, Gives.NOTHING: type(None)}[returns.gives]


@pytest.mark.parametrize("case", RESPONSES, ids=lambda case: case.id)
def test_answer_is_of_the_documented_type(case, tally):
    found = answer(case)

    if case.message.body.strip() or case.operation.returns.gives is Gives.LOCATION:
        assert type(found) is documented(case.operation.returns)
    else:
        assert found is None
    tally("responses with a body" if case.message.body.strip() else "responses without a body", case)


@pytest.mark.parametrize("case", STATES, ids=lambda case: case.id)
def test_every_member_is_read_through_its_attribute(case):
    shape.check(answer(case), case.mends("placeholder"))


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


@pytest.mark.parametrize("case", [case for case in STATES if case.example.format == "json"], ids=lambda case: case.id)
def test_both_formats_have_one_shape(case, tally):
    other = case.sibling("response", "xml")

    assert shape.shape(answer(case)) == shape.shape(answer(other))
    tally("pairs of one shape in JSON and XML", case)
