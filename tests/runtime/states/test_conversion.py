"""States convert to dictionaries, are hashable, and can be fields of pydantic models."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from pydantic import BaseModel, ValidationError
from sample.enums import Importance
from sample.errors import DecodeError
from sample.resources.contact import Contact
from sample.resources.values import Values
from state_samples import UNKNOWN, unknown

TIME = {"rel": "values", "time": "/Date(0)/", "importance": "Urgent", "flag": True, "texts": ["a"], "new": {"a": [1]}}


@pytest.mark.parametrize("form", ["json", "xml"])
def test_wire_values(form):
    state = unknown(form)

    assert state.to_dict(wire=True) == json.loads(state.to_json())
    assert dict(state) == {name: state[name] for name in state.keys()}  # noqa: SIM118
    assert "_links" not in dict(state)


@pytest.mark.parametrize("form", ["json", "xml"])
def test_values_of_attributes(form):
    inner = {"contact": {"rel": "contact", "name": "Ann"}, "others": [{"rel": "values", **TIME}]}
    state = Values.from_json(json.dumps({**TIME, "_links": {"self": {"href": "/v"}}, "_embedded": inner}))
    state = state if form == "json" else Values.from_xml(state.to_xml())
    found = state.to_dict()

    assert found["time"] == state.time == datetime.fromtimestamp(0, UTC)
    assert (found["importance"], found["flag"], found["texts"]) == (Importance.URGENT, True, ("a",))
    assert found["_links"]["self"] == {"href": "/v"}
    assert found["_embedded"]["contact"]["name"] == "Ann"


def test_dictionary_is_a_copy():
    state = Values.from_json(json.dumps(UNKNOWN))
    state.to_dict()["odd"]["deep"].append(2)
    state.to_dict(wire=True)["_links"].clear()

    assert state == unknown("json")


def test_value_of_the_wrong_kind():
    state = Values.from_json('{"rel": "values", "flag": "perhaps"}')

    assert state.to_dict(wire=True)["flag"] == "perhaps"
    with pytest.raises(DecodeError, match=r"\$.flag"):
        state.to_dict()


@pytest.mark.parametrize(
    "part", ['"_links": {"self": 1}', '"_links": 1', '"rel": [1, "a"]', '"rel": "b"', '"text": "a"']
)
def test_equal_states_have_equal_hashes(part):
    one, two = (Values.from_json(f"{{{part}}}") for _ in range(2))

    assert one == two
    assert len({one, two}) == 1


def test_hash_across_formats():
    assert len({unknown("json"), unknown("xml")}) == 1
    assert len({Contact.from_json(f'{{"_links": {{"self": {{"href": "/{at}"}}}}}}').__hash__() for at in range(9)}) == 9


class Card(BaseModel):
    """A model of a user."""

    who: Contact
    others: list[Contact] = []


def test_field_of_a_model():
    ann = Contact.from_json('{"rel": "contact", "name": "Ann"}')
    card = Card(who=ann, others=[ann])

    assert card.who is ann
    assert card.model_dump() == {"who": ann.to_dict(wire=True), "others": [ann.to_dict(wire=True)]}
    assert Card.model_validate_json(card.model_dump_json()) == card
    assert Card(who=ann.to_json()).who == Card(who=ann.to_json().decode()).who == ann


@pytest.mark.parametrize("value", [5, None, "{", b"[]", [1], Values.from_json("{}")])
def test_what_is_no_state_of_the_class(value):
    with pytest.raises(ValidationError, match="who"):
        Card(who=value)
