"""JSON that is refused: bad syntax, bad shapes, members given twice."""

from __future__ import annotations

import json

import pytest
from sample import decode
from sample.errors import DecodeError
from sample.resources.values import Values

DEEP = 100_000

JSON_REFUSED = [
    ("empty", b"", "ends too early", 0),
    ("white space", b"  ", "ends too early", 2),
    ("truncated", b'{"rel": "contact", "name": "An', "ends too early", 30),
    ("trailing garbage", b'{"rel": "contact"} x', "trailing characters", 19),
    ("two values", b"{}{}", "trailing characters", 2),
    ("single quotes", b"{'rel': 1}", "not JSON", 1),
    ("trailing comma", b'{"rel": 1,}', "not JSON", 10),
    ("not a number", b'{"a": NaN}', "not JSON", 6),
    ("infinity", b'{"a": -Infinity}', "not JSON", 7),
    ("number of 5000 digits", b"[" + b"1" * 5000 + b"]", "integer", None),
    ("lone surrogate", b'{"a": "\\ud800"}', "", None),
    ("half a pair", b'{"a": "\\ud800\\u0041"}', "", None),
    ("raw control character", b'{"a": "\n"}', "not JSON", 7),
    ("not UTF-8", b'{"a": "\xff"}', "not UTF-8", 7),
    ("surrogate in UTF-8", b'{"a": "\xed\xa0\x80"}', "not UTF-8", 7),
    ("overlong", b'{"a": "\xc0\xaf"}', "not UTF-8", 7),
    ("UTF-16 without saying so", '{"a": 1}'.encode("utf-16-be"), "", None),
    ("deep lists", b"[" * DEEP, "", None),
    ("deep list in a property", b'{"rel": "contact", "a": ' + b"[" * 65 + b"]" * 65 + b"}", "nested too deeply", None),
    ("deep objects", b'{"a":' * DEEP + b"1" + b"}" * DEEP, "nested too deeply", None),
    ("deep resources", b'{"rel":"a","_embedded":{"a":' * 65 + b"{}" + b"}}" * 65, "nested too deeply", None),
]

SHAPES = [
    ("_links", "[]"),
    ("_links", '"self"'),
    ("_links", "1"),
    ("_links.self", '{"self": "/"}'),
    ("_links.self", '{"self": {}}'),
    ("_links.self", '{"self": {"href": null}}'),
    ("_links.self", '{"self": {"href": 1}}'),
    ("_links.self", '{"self": {"href": ["/"]}}'),
    ("_links.others[0]", '{"others": ["/"]}'),
    ("_links.others[1]", '{"others": [{"href": "/"}, {"title": "x"}]}'),
    ("_links.others[0]", '{"others": [[{"href": "/"}]]}'),
    ("_links.others[0]", '{"others": [null]}'),
    ("_links.unheard", '{"unheard": {}}'),
    ("_links.content", '{"content": {"title": "x"}}'),
    ("_embedded", "[]"),
    ("_embedded", "false"),
    ("_embedded.contact", '{"contact": "x"}'),
    ("_embedded.others[1]", '{"others": [{}, 5]}'),
    ("_embedded.others[0]", '{"others": [[]]}'),
    ("_embedded.others[1]._links", '{"others": [{}, {"_links": 1}]}'),
    ("_embedded.a._embedded.b._links.c", '{"a": {"_embedded": {"b": {"_links": {"c": 1}}}}}'),
]


@pytest.mark.parametrize(
    ("data", "problem", "position"), [row[1:] for row in JSON_REFUSED], ids=[row[0] for row in JSON_REFUSED]
)
def test_json_is_refused(data, problem, position):
    for read in (lambda: decode(data, "application/json"), lambda: Values.from_json(data)):
        with pytest.raises(DecodeError) as caught:
            read()
        assert problem.lower() in caught.value.problem.lower()
        if position is not None:
            assert caught.value.position == position


def test_fault_shows_its_surroundings():
    with pytest.raises(DecodeError, match=r"^\$: not JSON: .* at byte 19: '.*contact\", name.*'$") as caught:
        decode(b'{"rel": "contact", name: 1}', "application/json")
    assert caught.value.path == "$"


@pytest.mark.parametrize(("path", "part"), SHAPES)
def test_shapes_of_links_and_embedded_resources(path, part):
    """They are refused when they are read, and hide nothing else; ``validate`` reports them."""
    data = f'{{"rel": "values", "text": "a", "{path.partition(".")[0]}": {part}}}'

    state = decode(data, "application/json")

    assert state.text == "a"
    assert json.loads(state.to_json()) == json.loads(data)
    assert state == decode(data, "application/json") != decode('{"rel": "values", "text": "a"}')
    assert repr(state).startswith("<Values")
    assert (repr(state.links)[:6], repr(state.embedded)[:9]) == ("<links", "<embedded")
    with pytest.raises(DecodeError, match=r"expected") as caught:
        state.validate()
    assert [fault.path for fault in caught.value.faults] == [f"$.{path}"]
    with pytest.raises(DecodeError, match=r"expected") as caught:
        state.to_xml()
    assert caught.value.path == f"$.{path}"


def test_where_a_shape_is_refused():
    state = decode(
        """{"rel": "values", "_links": {"self": {}, "others": [1], "contact": {"href": "/c"}},
            "_embedded": {"contact": 1, "others": [{"_links": []}, {"_embedded": {"x": [1]}}]}}"""
    )
    first, second = state.embedded.others

    assert state.links.contact.href == "/c"
    assert "self" in state.links
    assert "contact" in state.embedded
    for read, path in (
        (lambda: state.href, "$._links.self"),
        (lambda: state.links["self"], "$._links.self"),
        (lambda: state.links.others, "$._links.others[0]"),
        (lambda: state.embedded.contact, "$._embedded.contact"),
        (lambda: list(first.links), "$._embedded.others[0]._links"),
        (lambda: "self" in first.links, "$._embedded.others[0]._links"),
        (lambda: second.embedded["x"], "$._embedded.others[1]._embedded.x[0]"),
    ):
        with pytest.raises(DecodeError) as caught:
            read()
        assert caught.value.path == path


REPEATS = [
    ("application/json", '{"rel": "values", "text": "a", "text": "b"}', "`text` is given twice"),
    (
        "application/json",
        '{"rel": "values", "_links": {"self": {"href": "/1"}, "self": {"href": "/2"}}}',
        "$._links.self: `self` is given twice",
    ),
    (
        "application/json",
        '{"rel": "values", "_embedded": {"others": [{}, {"a": 1, "b": [{"c": {}, "c": {}}]}]}}',
        "$._embedded.others[1].b[0].c: `c` is given twice",
    ),
    (
        "application/xml",
        '<resource rel="values"><property name="text">a</property><property name="text">b</property></resource>',
        "$.text: ",
    ),
    (
        "application/xml",
        '<resource rel="values"><link rel="contact" href="/1"/><link rel="contact" href="/2"/></resource>',
        "$._links.contact: ",
    ),
    (
        "application/xml",
        '<resource rel="values"><resource rel="others"><property name="a"/><propertyList name="a"/></resource></resource>',
        "$._embedded.others.a: ",
    ),
    (
        "application/xml",
        '<resource rel="values"><resource rel="contact"/><resource rel="contact"/></resource>',
        "$._embedded.contact: ",
    ),
]


@pytest.mark.parametrize(("content_type", "data", "problem"), REPEATS)
def test_members_given_twice(content_type, data, problem):
    """The last value wins; a strict decoder refuses them."""
    state = decode(data, content_type)

    assert state.text in ("b", None)
    with pytest.raises(DecodeError, match="is given twice") as caught:
        decode(data, content_type, strict=True)
    assert problem in str(caught.value)


def test_strict_takes_what_may_be_repeated():
    data = '<resource rel="values"><link rel="others" href="/1"/><link rel="others" href="/2"/><resource rel="x"/><resource rel="x"/></resource>'

    assert len(decode(data, "text/xml", strict=True).links.others) == 2
