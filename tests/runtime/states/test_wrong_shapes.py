"""Values of another shape than the property has: they keep their words in both formats, and stay equal."""

from __future__ import annotations

import json

import pytest
from sample.resources.values import Values

OBJECT, LARGE = {"a": 3.0238442467439024e16}, 3.0238442467439024e16


@pytest.mark.parametrize(
    "name", ["text", "texts", "flag", "flags", "wholes", "reals", "times", "content", "contents", "other"]
)
@pytest.mark.parametrize(
    "value", [OBJECT, LARGE, 1.5, 5, "x", [OBJECT], [LARGE], ["true"], ["5", "5"], [[OBJECT]], None]
)
def test_state_is_equal_in_the_other_format(name, value):
    state = Values.from_json(json.dumps({"rel": "values", name: value}))
    other = Values.from_xml(state.to_xml())

    assert (state == other) is (other == state) is True


@pytest.mark.parametrize("name", ["text", "content", "other"])
def test_object_is_json_in_xml(name):
    state = Values.from_json(json.dumps({"rel": "values", name: {"a": [1, None]}}))

    assert '>{"a":[1,null]}<' in state.to_xml().decode()
