"""What is refused before anything is sent: arguments, addresses and bodies."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from call_samples import START
from sample import Link, decode
from sample.errors import InvalidArgument
from sample.resources.accept import AcceptLink
from sample.resources.values import Values, ValuesLink

from ucwa2 import Content, DataLink, Document
from ucwa2.resources import Me, Message, NoteLink

ME = b'{"_links": {"presence": {"href": "/presence"}}}'
MESSAGE = b'{"_links": {"messaging": {"href": "/messaging"}}}'
REFUSED = [
    ({"text": "x" * 11}, "`text` is 11 characters long; at most 10 are allowed"),
    ({"text": 5}, "`text` expected text, found a value of type `int`"),
    ({"text": b"x"}, "`text` expected text"),
    ({"text": "\ud800"}, "`text` holds a lone surrogate"),
    ({"texts": "abc"}, "`texts` takes a list, not str"),
    ({"texts": {"a"}}, "`texts` takes a list, not set"),
    ({"texts": ["a", "x" * 6]}, r"`texts` is 6 characters long; at most 5 are allowed \(item 1\)"),
    ({"texts": [None]}, r"`texts` expected text, found null \(item 0\)"),
    ({"flag": 1}, "`flag` expected a boolean"),
    ({"flag": "true"}, "`flag` expected a boolean"),
    ({"whole": 0}, "`whole` is 0; at least 1 is needed"),
    ({"whole": 101}, "`whole` is 101; at most 100 is allowed"),
    ({"whole": 1.0}, "`whole` expected an integer"),
    ({"whole": True}, "`whole` expected an integer"),
    ({"real": float("nan")}, "`real` expected a finite number"),
    ({"real": "1"}, "`real` expected a number"),
    ({"time": datetime(2020, 1, 1)}, "`time` expected a datetime with a time zone"),
    ({"time": "2020-01-01"}, "`time` expected a datetime"),
    ({"span": 5}, "`span` expected a timedelta"),
    ({"blob": "x"}, "`blob` expected bytes"),
    ({"importance": 3}, "`importance` expected text"),
    ({"modalities": "Messaging"}, "`modalities` takes a list"),
    ({"content_": "data:,x"}, "`content` expected a data link"),
    ({"operation_id": "x" * 51}, "`operationId` is 51 characters long"),
    ({"tags": "a"}, "`tags` takes a list"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_argument_is_refused(arguments, message):
    with pytest.raises(InvalidArgument, match=message) as caught:
        ValuesLink("/values").post(**arguments)

    assert caught.value.parameter in message


def test_required_argument():
    with pytest.raises(InvalidArgument, match="`to` is required") as caught:
        START.post(to=None)
    assert caught.value.parameter == "to"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Link(None), "`href` is None; give the address as a text"),
        (lambda: NoteLink("a", base=["https://h/"]), "`base` is a value of type `list`; give the address as a text"),
        (lambda: NoteLink("a", rel=5), "`rel` is a value of type `int`; give the rel as a text"),
        (lambda: NoteLink("a", attributes=[("title", "x")]), "`attributes` is a value of type `list`; give a dict"),
        (lambda: DataLink(None), "`href` is None; give the `data:` URI as a text"),
        (lambda: DataLink.of(5), "`content` is a value of type `int`; give a text or bytes"),
        (lambda: DataLink.of(b"x", 5), "`media_type` is a value of type `int`; give a text such as"),
        (lambda: Content("x"), "`content` is a value of type `str`; give bytes"),
        (lambda: Document(None), "`content` is None; give bytes"),
        (lambda: Content(b"x", 5), "`content_type` is a value of type `int`; give the media type as a text"),
        (lambda: Content(b"x", etag=5), "`etag` is a value of type `int`; give the entity tag as a text"),
        (lambda: START.call("GET", query=["a"]), "`query` is a value of type `list`; give a dictionary"),
        (
            lambda: START.call("GET", query={1: 2}),
            "`query` is a value of type `int`; give a dictionary whose names are",
        ),
        (lambda: START.call("GET", headers=5), "`headers` is a value of type `int`; give a dictionary"),
        (lambda: START.call("GET", headers={1: "x"}), "`headers` is a value of type `int`; give a dictionary whose"),
        (lambda: START.call("GET", headers={"X": 5}), "header `X` is a value of type `int`; give a text"),
        (lambda: START.post(to="a").with_(headers={"X": 5}), "header `X` is a value of type `int`; give a text"),
        (lambda: decode(b"{}", 5), "`content_type` is a value of type `int`; give the media type as a text"),
        (lambda: decode(b"{}", base=["/"]), "`base` is a value of type `list`; give the address as a text"),
        (lambda: Values.from_json(b"{}", base=["/"]), "`base` is a value of type `list`; give the address as a text"),
        (lambda: Values.from_xml(b"<input/>", base=5), "`base` is a value of type `int`; give the address as a text"),
        (lambda: Values.from_json(memoryview(b"{}")), "`data` is a value of type `memoryview`"),
        (lambda: START.at_least(None), "`kind` is None; give a class of links"),
        (lambda: START.call(None), "`method` is None; give a text such as `GET`"),
        (lambda: Values.from_json({}), "`data` is a value of type `dict`"),
        (lambda: Values.from_xml(None), "`data` is None; give the text or the bytes of a message"),
        (lambda: decode(5), "`data` is a value of type `int`"),
        (lambda: Me.from_json(ME).set_presence(None), "`availability` is required"),
        (lambda: Message.from_json(MESSAGE).reply_html(None), "`content` is required"),
        (lambda: NoteLink("/").get(if_none_match=5), "`If-None-Match` is a value of type `int`; give a state, or an"),
    ],
)
def test_what_is_of_another_kind_is_refused_with_what_to_give(make, message):
    with pytest.raises(ValueError, match=message) as caught:
        make()
    assert type(caught.value).__name__ == "InvalidArgument"


def test_what_xml_cannot_carry():
    call = ValuesLink("/values").post(text="\x01")

    assert json.loads(call.request().content)["text"] == "\x01"
    with pytest.raises(InvalidArgument, match="send JSON"):
        call.request("xml")


@pytest.mark.parametrize("href", ["/a\r\nHost: x", "/a b", "/a\x00", "/a\n"])
def test_address_that_would_break_the_message(href):
    with pytest.raises(InvalidArgument):
        AcceptLink(href).post()


def test_call_that_no_spec_describes():
    call = Link("/new", base="https://h/x/").call("post", query={"a": 1}, body={"b": True})

    assert (call.method, call.url) == ("POST", "https://h/new?a=1")
    assert json.loads(call.request().content) == {"b": True}


@pytest.mark.parametrize("value", [object(), {"a": object()}, {1: 2}, [{"a": [{2}]}]])
def test_what_no_body_can_say(value):
    with pytest.raises(InvalidArgument, match="`x` "):
        Link("/v").call("POST", body={"x": value})


def test_format_that_there_is_not():
    for ask in (START.post(to="a").request, START.post(to="a").preview):
        with pytest.raises(InvalidArgument, match="`format` is 'yaml'"):
            ask("yaml")
