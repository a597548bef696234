"""How bodies are recognized, and which are refused: with a ``DecodeError`` and no other exception."""

from __future__ import annotations

import codecs
import json
import pickle

import pytest
from sample import Document, EventPage, State, decode
from sample._runtime.reading.error_body import ErrorBody
from sample._runtime.states.parse import MAX_BYTES
from sample.errors import DecodeError
from sample.resources.contact import Contact
from sample.resources.values import Values

SPACE = 'xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"'
ACCEPTED = [
    (b'{"rel": "contact"}', Contact),
    (b'{"rel": "acceptedByContact"}', Contact),
    (b'{"rel": "news"}', State),
    (b'{"_links": {"self": {"href": "/"}, "note": {"href": "/n"}}}', State),
    (b'{"_embedded": {}}', State),
    (b'{"sender": []}', EventPage),
    (b'{"_links": {"self": {"href": "/1"}, "next": {"href": "/2"}}}', EventPage),
    (b'{"_links": {"resync": {"href": "/2"}}}', EventPage),
    (b'{"rel": "events", "_links": {"next": {"href": "/2"}}, "sender": []}', EventPage),
    (b'{"code": "Conflict", "subcode": "AlreadyExists"}', ErrorBody),
    (b'{"access_token": "x", "expires_in": 3}', Document),
    (b"[1, 2]", Document),
    (b'\xef\xbb\xbf{"rel": "contact"}', Contact),
    (f'<resource rel="contact" {SPACE}/>'.encode(), Contact),
    (b'<resource rel="contact"/>', Contact),
    (f'<resource rel="from" {SPACE}><property name="rel">contact</property></resource>'.encode(), Contact),
    (f"<resource {SPACE}/>".encode(), State),
    (f'<input {SPACE}><property name="a">b</property></input>'.encode(), State),
    (f"<events {SPACE}/>".encode(), EventPage),
    (f"<reason {SPACE}><code>Conflict</code></reason>".encode(), ErrorBody),
    (b"<operationsQueued/>", Document),
    (b'<resource xmlns="http://example.com/other"/>', Document),
    (b"\xef\xbb\xbf<resource/>", State),
    ('<?xml version="1.0" encoding="utf-16"?><resource rel="contact"/>'.encode("utf-16"), Contact),
    ('<?xml version="1.0" encoding="utf-16le"?><resource rel="contact"/>'.encode("utf-16-le"), Contact),
    (
        '<?xml version="1.0" encoding="iso-8859-1"?><resource rel="contact"><property name="name">é</property></resource>'.encode(
            "latin-1"
        ),
        Contact,
    ),
]


@pytest.mark.parametrize(("data", "kind"), ACCEPTED)
@pytest.mark.parametrize("content_type", ["right", "", None, "text/plain; charset=", "application/octet-stream"])
def test_what_a_body_is(data, kind, content_type):
    """The media type and the content decide; without a media type, the first character does."""
    right = "application/vnd.microsoft.com.ucwa+xml" if b"<" in data[:5] else "application/json"

    assert type(decode(data, right if content_type == "right" else content_type)) is kind


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "Application/JSON; charset=UTF-8",
        "application/vnd.microsoft.com.ucwa+json",
        'text/json;charset="utf-8"',
    ],
)
def test_json_media_types(content_type):
    assert decode('{"rel": "contact", "name": "é"}'.encode(), content_type).name == "é"


def test_charset_of_the_media_type():
    """The charset of the media type overrides that of the document, but not a byte order mark."""
    text = (
        '<?xml version="1.0" encoding="us-ascii"?><resource rel="contact"><property name="name">é</property></resource>'
    )

    assert decode(text.encode("cp1252"), "application/xml; charset=windows-1252").name == "é"
    assert decode(codecs.BOM_UTF8 + text.encode(), "application/xml; charset=windows-1252").name == "é"
    assert (
        decode('{"rel": "contact", "name": "é"}'.encode("latin-1"), "application/json; charset=iso-8859-1").name == "é"
    )


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


@pytest.mark.parametrize("part", ["_links", "_embedded"])
@pytest.mark.parametrize("value", ["null", '{"contact": null}', '{"contact": null, "others": []}'])
def test_null_is_nothing(part, value):
    state = decode(f'{{"rel": "values", "{part}": {value}}}')

    assert (list(state.links), list(state.embedded)) == ([], [])
    assert "contact" not in state.links
    assert not hasattr(state.links, "contact")
    assert not hasattr(state.embedded, "contact")
    assert state == decode('{"rel": "values"}') == Values.from_xml(state.to_xml())
    state.validate()


def test_link_to_nowhere_in_xml():
    state = decode(
        '<resource rel="values"><property name="text">a</property><link rel="contact" title="x"/>'
        '<resource rel="others"><link rel="a"/></resource></resource>'
    )

    assert state.text == "a"
    assert state == decode(state.to_xml())
    with pytest.raises(DecodeError, match=r"\$._links.contact: expected a link"):
        state.links.contact  # noqa: B018
    with pytest.raises(DecodeError) as caught:
        state.validate()
    assert [fault.path for fault in caught.value.faults] == ["$._links.contact", "$._embedded.others._links.a"]


@pytest.mark.parametrize("number", ["1e400", "-1E+999", "12345678901234567890123e999"])
def test_number_of_any_size(number):
    """It is sent back unchanged, and refused where a number is read."""
    data = f'{{"rel":"values","real":{number},"new":[1.5,{number},{2**70}],"text":"a"}}'
    state = decode(data)

    assert state.text == "a"
    assert state.to_json().decode() == data
    assert state == pickle.loads(pickle.dumps(state)) == decode(data)
    assert number in Values.from_xml(state.to_xml())["new"]
    assert decode(data, strict=True) == state
    with pytest.raises(DecodeError, match=r"\$.real: expected a number"):
        state.real  # noqa: B018


BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
DOCUMENT = f'<resource {SPACE}><property name="a">&b;</property></resource>'
XML_REFUSED = [
    ("empty", b"", ""),
    ("text", b"hello", ""),
    ("truncated", f"<resource {SPACE}><property".encode(), "not XML"),
    ("two roots", b"<resource/><resource/>", "not XML"),
    ("not UTF-8", b"<resource>\xff</resource>", "not XML"),
    ("control character", b"<resource>\x01</resource>", "not XML"),
    ("control character by reference", b"<resource>&#1;</resource>", "not XML"),
    ("undefined entity", b"<resource>&who;</resource>", "not XML"),
    ("attribute given twice", b'<resource rel="a" rel="b"/>', "not XML"),
    ("prefix without namespace", b"<x:resource/>", "not XML"),
    ("document type", f"{BOMB}{DOCUMENT}".encode(), "document type"),
    ("document type after declaration", f'<?xml version="1.0"?>\n{BOMB}{DOCUMENT}'.encode(), "document type"),
    ("document type after comments", f"<!-- <resource> --><?pi ?>\n<!---->{BOMB}{DOCUMENT}".encode(), "document type"),
    ("external document type", f'<!DOCTYPE r SYSTEM "file:///etc/passwd">{DOCUMENT}'.encode(), "document type"),
    ("document type in UTF-16", f"{BOMB}{DOCUMENT}".encode("utf-16"), "document type"),
    ("document type in UTF-16 without a mark", f"{BOMB}{DOCUMENT}".encode("utf-16-be"), "document type"),
    ("document type after a mark", codecs.BOM_UTF8 + f"{BOMB}{DOCUMENT}".encode(), "document type"),
    ("document type in UTF-32", f"{BOMB}{DOCUMENT}".encode("utf-32"), ""),
    ("document type in UTF-7", f'<?xml version="1.0" encoding="utf-7"?>{BOMB}{DOCUMENT}'.encode("utf-7"), ""),
    ("document type in EBCDIC", f'<?xml version="1.0" encoding="cp037"?>{BOMB}{DOCUMENT}'.encode("cp037"), ""),
    ("unknown encoding", b'<?xml version="1.0" encoding="klingon"?><resource/>', "klingon"),
    ("deep elements", b"<a>" * DEEP + b"</a>" * DEEP, ""),
    ("deep resources", b'<resource rel="a">' * 80 + b"</resource>" * 80, "nested too deeply"),
]


@pytest.mark.parametrize(("data", "problem"), [row[1:] for row in XML_REFUSED], ids=[row[0] for row in XML_REFUSED])
def test_xml_is_refused(data, problem):
    for read in (lambda: decode(data, "application/xml"), lambda: Values.from_xml(data)):
        with pytest.raises(DecodeError) as caught:
            read()
        assert problem in str(caught.value)


@pytest.mark.parametrize("around", ["<![CDATA[{}]]>", "<!-- {} -->", "<?pi {}?>"])
def test_words_of_a_document_type_are_no_document_type(around):
    data = f'<resource><property name="a">x</property>{around.format("<!DOCTYPE r>")}</resource>'

    assert decode(data, "text/xml")["a"] == "x"


def test_comments_do_not_cut_a_text_in_two():
    data = '<resource><!-- x --><property name="a">one<!-- two --> thr<![CDATA[e]]>e</property></resource>'

    assert decode(data, "text/xml")["a"] == "one three"


@pytest.mark.parametrize(
    "data", [b"<!DOCTYPE html><html></html>", b"<html>", b"\n <HTML>", b"Service Unavailable", b"\x00\x01"]
)
@pytest.mark.parametrize("content_type", [None, "text/html; charset=utf-8"])
def test_pages_of_something_else_are_refused(data, content_type):
    with pytest.raises(DecodeError):
        decode(data, content_type)


def test_large_bodies_are_refused():
    data = b'{"a": "' + b"x" * MAX_BYTES + b'"}'

    for content_type in ("application/json", "application/xml"):
        with pytest.raises(DecodeError, match="larger than"):
            decode(data, content_type)


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


def test_class_that_is_known_beforehand():
    assert Contact.from_json('{"name": "Ann"}').name == "Ann"
    assert Contact.from_xml("<input><property name='name'>Ann</property></input>").name == "Ann"
    for read, data in (
        (Contact.from_json, "[]"),
        (Contact.from_json, "1"),
        (Contact.from_xml, "<events/>"),
        (Contact.from_xml, "<resource xmlns='urn:x'/>"),
    ):
        with pytest.raises(DecodeError, match="expected"):
            read(data)


def test_text_in_place_of_bytes():
    assert Contact.from_json('{"name": "é"}').name == "é"
    assert (
        Contact.from_xml(
            '<?xml version="1.0" encoding="utf-16"?><resource><property name="name">é</property></resource>'
        ).name
        == "é"
    )
    with pytest.raises(DecodeError, match="lone surrogate"):
        Contact.from_json('{"name": "\ud800"}')


def test_documents():
    found = decode(b"[1, {}]", "application/json")

    assert found.json() == [1, {}]
    assert found.text == "[1, {}]"
    assert decode(b"<operationsQueued><a/></operationsQueued>", "text/xml").xml()[0].tag == "a"
    assert json.loads(found.bytes) == [1, {}]
