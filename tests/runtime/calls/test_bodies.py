"""Bodies with parameters that no spec knows: any JSON is sent, and later changes of its source have no effect."""

from __future__ import annotations

import json

import pytest
from call_samples import NOON
from sample import Link
from sample.errors import InvalidArgument
from sample.resources.values import ValuesLink


def test_other_parameters():
    """The escape hatch where a documented limit is wrong: it checks only the syntax of the message."""
    call = ValuesLink("/values").post(text="short", whole=7, operation_id="7", tags=["a"])

    other = call.with_(
        query={"tags": None, "expand": True, "n": [1, 2]},
        body={"text": "x" * 20, "whole": None, "new": ["a"], "when": NOON},
        headers={"X-New": "y"},
    )

    assert other.href == "/values?expand=true&n=1&n=2"
    assert json.loads(other.request().content) == {
        "text": "x" * 20,
        "operationId": "7",
        "new": ["a"],
        "when": "/Date(1474916400000)/",
    }
    assert b'<propertyList name="new"><item>a</item></propertyList>' in other.request("xml").content
    assert other.request().headers["X-New"] == "y"
    assert (call.href, json.loads(call.request().content)["whole"]) == ("/values?tags=a", 7)
    assert other.with_(body=b"raw", headers={"content-type": "text/csv"}).request().headers == {
        "Accept": "application/json",
        "X-New": "y",
        "content-type": "text/csv",
    }
    for headers in ({"X": "a\r\nb"}, {"X\n": "a"}, {"X": "a\x00"}, {"": "a"}):
        with pytest.raises(InvalidArgument):
            call.with_(headers=headers)


ANY = {"o": {"a": 1, "t": NOON}, "n": [None, "x"], "deep": [[1], [[True]]], "mixed": [1, "b", 1.5], "no": [], "e": {}}


@pytest.mark.parametrize("made", [ValuesLink("/v").post().with_(body=ANY), Link("/v").call("POST", body=ANY)])
def test_any_json_in_a_body(made):
    assert json.loads(made.with_(body={"operationId": None}).request().content) == {
        **ANY,
        "o": {"a": 1, "t": "/Date(1474916400000)/"},
    }
    content = made.request("xml").content.decode()
    assert '<property name="o">{"a":1,"t":"/Date(1474916400000)/"}</property>' in content
    assert '<propertyList name="n"><item></item><item>x</item></propertyList>' in content
    assert '<propertyList name="deep"><item>[1]</item><item>[[true]]</item></propertyList>' in content


def test_body_is_not_changed_through_what_it_was_made_of():
    tree = {"o": {"a": [1]}}
    call = Link("/v").call("POST", body=tree)

    tree["o"]["a"].append(2)

    assert json.loads(call.request().content) == {"o": {"a": [1]}}


def test_value_of_another_kind_in_place_of_a_known_one():
    call = ValuesLink("/v").post(text="a", operation_id="7").with_(body={"text": 5})

    assert json.loads(call.request().content)["text"] == 5
    assert '<property name="text">5</property>' in call.request("xml").content.decode()
