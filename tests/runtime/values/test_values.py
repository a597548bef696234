"""Every kind of value: its Python type, its forms in JSON and XML, and what is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from lxml.etree import canonicalize
from sample import DataLink
from sample.enums import Importance, ModalityType
from sample.errors import DecodeError
from sample.resources.values import Values

WEST = timezone(-timedelta(hours=7))

BOTH_WAYS = [
    ("text", "a < b & \"c\" 'd' é 😀", "a < b & \"c\" 'd' é 😀", "a &lt; b &amp; \"c\" 'd' é 😀"),
    ("text", "", "", ""),
    ("text", " lines\nof\ttext ", " lines\nof\ttext ", " lines\nof\ttext "),
    ("texts", ("a", "", "b"), ["a", "", "b"], ["a", "", "b"]),
    ("texts", (), [], []),
    ("flag", True, True, "True"),
    ("flag", False, False, "False"),
    ("flags", (True, False), [True, False], ["True", "False"]),
    ("whole", 42, 42, "42"),
    ("whole", -1, -1, "-1"),
    ("whole", 12345678901234567890123, 12345678901234567890123, "12345678901234567890123"),
    ("wholes", (1, 2), [1, 2], ["1", "2"]),
    ("real", 1.5, 1.5, "1.5"),
    ("reals", (0.25, -1e22), [0.25, -1e22], ["0.25", "-1e+22"]),
    ("time", datetime(2016, 9, 26, 23, 20, 29, 620000, UTC), "/Date(1474932029620)/", "2016-09-26T23:20:29.6200000Z"),
    ("time", datetime(1969, 12, 31, 23, 59, 59, 999000, UTC), "/Date(-1)/", "1969-12-31T23:59:59.9990000Z"),
    ("time", datetime(1, 1, 1, tzinfo=UTC), "/Date(-62135596800000)/", "0001-01-01T00:00:00.0000000Z"),
    (
        "times",
        (datetime(2020, 2, 29, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, 999000, UTC)),
        ["/Date(1582934400000)/", "/Date(253402300799999)/"],
        ["2020-02-29T00:00:00.0000000Z", "9999-12-31T23:59:59.9990000Z"],
    ),
    ("span", timedelta(), "00:00:00", "00:00:00"),
    (
        "span",
        timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=5),
        "1.02:03:04.0000050",
        "1.02:03:04.0000050",
    ),
    ("span", -timedelta(minutes=90), "-01:30:00", "-01:30:00"),
    ("spans", (timedelta(seconds=1),), ["00:00:01"], ["00:00:01"]),
    ("blob", b"\x00\xff\xfe", "AP/+", "AP/+"),
    ("blobs", (b"", b"a"), ["", "YQ=="], ["", "YQ=="]),
    ("importance", Importance.URGENT, "Urgent", "Urgent"),
    ("importance", "Dire", "Dire", "Dire"),
    ("modalities", (ModalityType.MESSAGING, "Smoke"), ["Messaging", "Smoke"], ["Messaging", "Smoke"]),
]


def from_json(name: str, value: object) -> Values:
    return Values.from_json(json.dumps({"rel": "values", name: value}))


def from_xml(name: str, value: str | list[str]) -> Values:
    items = "".join(f"<item>{item}</item>" for item in value)
    inner = (
        f'<property name="{name}">{value}</property>'
        if isinstance(value, str)
        else f'<propertyList name="{name}">{items}</propertyList>'
    )
    space = 'xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"'
    return Values.from_xml(f'<resource rel="values" {space}><property name="rel">values</property>{inner}</resource>')


@pytest.mark.parametrize(("name", "value", "as_json", "as_xml"), BOTH_WAYS)
def test_value_in_both_formats(name, value, as_json, as_xml):
    """Both formats give the same value, and each state can be written in both."""
    states = [from_json(name, as_json), from_xml(name, as_xml)]

    assert [getattr(state, name) for state in states] == [value, value]
    assert {type(getattr(state, name)) for state in states} == {type(value)}
    assert [json.loads(state.to_json())[name] for state in states] == [as_json, as_json]
    assert len({canonicalize(state.to_xml().decode()) for state in states}) == 1
    assert states[0] == states[1]


@pytest.mark.parametrize(
    ("name", "wire", "value"),
    [
        ("flag", "true", True),
        ("flag", "0", False),
        ("whole", "7", 7),
        ("whole", 7.0, 7),
        ("real", 7, 7.0),
        ("real", "7.25", 7.25),
        ("texts", "alone", ("alone",)),
        ("time", "/Date(1474932029620-0700)/", datetime(2016, 9, 26, 16, 20, 29, 620000, WEST)),
        ("time", "2016-09-26T16:20:29.6429410-07:00", datetime(2016, 9, 26, 16, 20, 29, 642941, WEST)),
        ("time", "2016-09-26T23:20:29", datetime(2016, 9, 26, 23, 20, 29, tzinfo=UTC)),
        (
            "time",
            "/Date(253402318799999-0500)/",
            datetime(9999, 12, 31, 23, 59, 59, 999000, timezone(-timedelta(hours=5))),
        ),
        ("span", "PT2H3M4.5S", timedelta(hours=2, minutes=3, seconds=4, microseconds=500000)),
        ("span", "-P1DT1S", -timedelta(days=1, seconds=1)),
        ("span", "P1Y2M", timedelta(days=425)),
        ("span", "00:00:00.1234567", timedelta(microseconds=123456)),
        ("blob", "AP_-", b"\x00\xff\xfe"),
        ("blob", " YQ\r\n== ", b"a"),
    ],
)
def test_value_that_is_written_otherwise(name, wire, value):
    """Other forms that real servers send."""
    assert getattr(from_json(name, wire), name) == value


def test_offset_of_a_time_is_kept():
    assert from_json("time", "/Date(1474932029620-0700)/").time.utcoffset() == -timedelta(hours=7)


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("text", 5),
        ("text", ["a"]),
        ("texts", [None]),
        ("texts", {"a": 1}),
        ("flag", "maybe"),
        ("flag", 1),
        ("whole", 1.5),
        ("whole", True),
        ("whole", "many"),
        ("whole", ""),
        ("wholes", [1, "x"]),
        ("real", "NaN"),
        ("real", "INF"),
        ("real", "1e999"),
        ("real", False),
        ("time", "yesterday"),
        ("time", "/Date(x)/"),
        ("time", "/Date(1+07)/"),
        ("time", "/Date(99999999999999999)/"),
        ("time", "2016-13-01T00:00:00Z"),
        ("time", "2016-09-26"),
        ("time", 1474932029620),
        ("span", "soon"),
        ("span", "25:61:00"),
        ("span", "P"),
        ("span", "P999999999999D"),
        ("blob", "a"),
        ("blob", "é"),
        ("importance", 3),
        ("modalities", [["Messaging"]]),
    ],
)
def test_value_of_the_wrong_kind_fails_where_it_is_read(name, wire):
    """The rest of the message can be read, and the error names the path."""
    state = Values.from_json(json.dumps({name: wire, "later": "fine"}))

    with pytest.raises(DecodeError) as caught:
        getattr(state, name)

    number = f"[{len(wire) - 1}]" if name in ("texts", "wholes", "modalities") and isinstance(wire, list) else ""
    assert caught.value.path == f"$.{name}{number}"
    assert caught.value.excerpt == str(wire[-1] if number else wire)[:32]
    assert state.later == "fine"


def test_absent_and_null_are_none():
    state = Values.from_json('{"text": null}')

    assert [state.text, state.texts, state.time, state.content] == [None] * 4


def test_data_links():
    """They are links on the wire and properties in Python."""
    state = Values.from_json(
        '{"_links": {"content": {"href": "data:text/plain,Hello+World"}, "contents": [{"href": "data:,a"}, {"href": "data:,b"}]}}'
    )

    assert state.content == DataLink("data:text/plain,Hello+World")
    assert [link.text for link in state.contents] == ["a", "b"]
    assert Values.from_xml(state.to_xml()).contents == state.contents
    assert json.loads(Values.from_xml(state.to_xml()).to_json())["_links"] == json.loads(state.to_json())["_links"]


def test_nil_element_is_none():
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    state = Values.from_xml(f'<resource xmlns:xsi="{xsi}"><property name="text" xsi:nil="true"/></resource>')

    assert state.text is None
