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
from wire_samples import SPACE

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
