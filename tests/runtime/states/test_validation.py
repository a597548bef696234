"""What validate lists, and where each fault is."""

from __future__ import annotations

import pytest
from sample.errors import DecodeError
from sample.resources.values import Values


@pytest.mark.parametrize(
    ("name", "value", "place", "problem"),
    [
        ("texts", '["a", null]', "texts[1]", "expected text, found null"),
        ("wholes", '[1, 2, "x"]', "wholes[2]", "expected a number: 'x'"),
        ("times", '[[]]', "times[0]", "expected text, found a list"),
        ("modalities", '["Audio", 3]', "modalities[1]", "expected text, found"),
        ("flags", '[null, true]', "flags[0]", "expected a boolean"),
    ],
)  # fmt: skip
def test_fault_in_a_list_has_its_place(name, value, place, problem):
    outer = Values.from_json(f'{{"_embedded": {{"contact": {{}}}}, "{name}": {value}}}')

    for read in (lambda: getattr(outer, name), outer.validate):
        with pytest.raises(DecodeError) as caught:
            read()
        assert caught.value.path == f"$.{place}"
        assert problem in str(caught.value)


def test_validate_lists_every_fault():
    state = Values.from_json(
        """{"flag": "maybe", "whole": 1.5, "text": "fine", "_links": {"content": {"href": "data:;base64,a"},
            "others": [{"href": "/", "revision": "new"}]}, "_embedded": {"others": [{"name": 1}, {"name": "x"}, {"title": 2}]}}"""
    )

    with pytest.raises(DecodeError) as caught:
        state.validate()

    assert [fault.path for fault in caught.value.faults] == [
        "$.flag",
        "$.whole",
        "$._links.content",
        "$._links.others",
        "$._embedded.others[0].name",
        "$._embedded.others[2].title",
    ]
    assert str(caught.value).startswith("6 faults:\n  $.flag: expected a boolean")


def test_validate_accepts_the_documented_message(invitation):
    invitation.validate()
