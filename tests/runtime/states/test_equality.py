"""States are values: equal across formats where they say the same, immutable, copied and pickled."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from sample.resources.contact import Contact
from sample.resources.values import Values
from state_samples import UNKNOWN, unknown
from wire_samples import SPACE


def test_states_are_equal_across_formats():
    assert unknown("json") == unknown("xml") == unknown("json")
    assert unknown("json").embedded.contact == unknown("xml").embedded.contact
    assert unknown("json").links["mystery"] == unknown("xml").links["mystery"]


@pytest.mark.parametrize(
    "change",
    [
        {"count": 4},
        {"text": None},
        {"rel": "other"},
        {"new": ""},
        {"_links": {}},
        {"_embedded": {"contact": {"name": "Dora"}}},
    ],
)
def test_states_that_differ(change):
    other = Values.from_json(json.dumps({**UNKNOWN, **change}))

    assert unknown("json") != other
    assert unknown("xml") != other
    assert unknown("xml") != Values.from_xml(other.to_xml())


@pytest.mark.parametrize(("one", "other"), [("false", "0"), ("true", "1"), ("1", "1.0"), ("[0]", "[false]")])
@pytest.mark.parametrize("name", ["importance", "new"])
def test_values_that_only_python_takes_for_equal(name, one, other):
    first, second = (Values.from_json(f'{{"{name}": {value}}}') for value in (one, other))

    assert first != second
    assert first != Values.from_xml(second.to_xml())


def test_equality_is_of_what_is_read():
    """Equality ignores how a value was written and where it came from."""
    one = Values.from_json('{"time": "/Date(1474932029620+0200)/", "flag": "true"}', base="https://a")
    other = Values.from_xml(
        f'<resource {SPACE}><property name="time">2016-09-26T16:20:29.6209999-07:00</property><property name="flag">True</property></resource>'
    )

    assert one == other
    assert one != Contact.from_json('{"flag": true}')
    assert one != "state"


@pytest.mark.parametrize("rel", ["5", "5.5", "true", "null", '{"b": 1, "a": "x"}', '["a", "b"]', "[]", '"contact"'])
def test_rel_of_any_kind_is_equal_across_formats(rel):
    one = Contact.from_json(f'{{"rel": {rel}, "name": "Ann"}}')

    assert one == Contact.from_xml(one.to_xml())
    assert Contact.from_xml(one.to_xml()) == one
    assert one != Contact.from_json('{"rel": "other", "name": "Ann"}')


def test_equality_never_raises():
    """Values of the wrong kind compare as text."""
    one = Values.from_json('{"flag": 5, "time": [1, null], "whole": {"b": 1, "a": 123456789012345678901234567890}}')

    assert (
        one
        == Values.from_xml(one.to_xml())
        == Values.from_json('{"flag": "5", "time": ["1", ""], "whole": {"a": 123456789012345678901234567890, "b": 1}}')
    )
    assert one != Values.from_json('{"flag": 6}')


@pytest.mark.parametrize("form", ["json", "xml"])
def test_states_are_immutable_values(form):
    state = unknown(form)

    for name in ("text", "links", "rel", "anything"):
        with pytest.raises(AttributeError):
            setattr(state, name, "x")
    assert hash(state) == hash(unknown(form))
    with pytest.raises(TypeError):
        state["odd" if form == "json" else "names"][0] = 1
    assert copy.copy(state) is copy.deepcopy(state) is state
    assert not hasattr(state, "__dict__")


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_states_pickle(form, protocol):
    state = unknown(form)
    link = state.links.self

    assert pickle.loads(pickle.dumps(state, protocol)) == state
    again = pickle.loads(pickle.dumps(state.embedded.contact, protocol))
    assert (again, again.rel) == (state.embedded.contact, "visitor")
    assert pickle.loads(pickle.dumps(link, protocol)) == link
    assert pickle.loads(pickle.dumps(state.links["mystery"], protocol)).attributes == state.links["mystery"].attributes
