"""Calls: what they send, in either format, and what is refused before anything is sent."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import datetime, timedelta, timezone

import pytest
from lxml.etree import canonicalize
from sample import DataLink, Link
from sample.enums import Importance, ModalityType
from sample.errors import InvalidArgument, LinkNotAvailable
from sample.resources.accept import AcceptLink
from sample.resources.contact import Contact, ContactLink
from sample.resources.contact_photo import ContactPhotoLink
from sample.resources.events import EventsLink
from sample.resources.my_contacts import MyContactsLink
from sample.resources.my_groups import MyGroups, MyGroupsLink
from sample.resources.my_groups2 import MyGroups2Link
from sample.resources.my_online_meeting import MyOnlineMeetingLink
from sample.resources.search import SearchLink
from sample.resources.send_message import SendMessageLink
from sample.resources.start_phone_audio import StartPhoneAudioLink
from sample.resources.values import Values, ValuesLink

SPACE = 'xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"'
START = StartPhoneAudioLink("/ucwa/v1/startPhoneAudio", base="https://fe1.contoso.com:443/ucwa/v1/communication")
NOON = datetime(2016, 9, 26, 12, tzinfo=timezone(timedelta(hours=-7)))
EVERYTHING = {
    "text": "a<b",
    "texts": ["a", "b&c"],
    "flag": True,
    "whole": 7,
    "real": 1.5,
    "time": NOON,
    "span": timedelta(hours=1),
    "blob": b"\xff",
    "importance": Importance.URGENT,
    "modalities": [ModalityType.MESSAGING, "Smoke"],
    "content_": DataLink("data:text/plain,x"),
    "operation_id": "7",
}


def test_documented_request():
    call = START.post(
        to="sip:john@contoso.com",
        phone_number="tel:+14255551234",
        importance="Normal",
        operation_id="74cb",
        subject="Skype",
    )

    request = call.request()
    assert (request.method, request.url) == ("POST", "https://fe1.contoso.com:443/ucwa/v1/startPhoneAudio")
    assert request.headers == {"Accept": "application/json", "Content-Type": "application/json"}
    assert request.content == (
        b'{"importance":"Normal","operationId":"74cb","phoneNumber":"tel:+14255551234","subject":"Skype","to":"sip:john@contoso.com"}'
    )
    assert call.request("xml").headers == {"Accept": "application/xml", "Content-Type": "application/xml"}
    assert call.request("xml").content.decode() == (
        f'<?xml version="1.0" encoding="utf-8"?><input {SPACE}><property name="importance">Normal</property>'
        '<property name="operationId">74cb</property><property name="phoneNumber">tel:+14255551234</property>'
        '<property name="subject">Skype</property><property name="to">sip:john@contoso.com</property></input>'
    )


def test_values_of_every_kind_in_a_body():
    call = ValuesLink("/values").post(**EVERYTHING)

    assert json.loads(call.request().content) == {
        "text": "a<b",
        "texts": ["a", "b&c"],
        "flag": True,
        "whole": 7,
        "real": 1.5,
        "time": "/Date(1474916400000)/",
        "span": "01:00:00",
        "blob": "/w==",
        "importance": "Urgent",
        "modalities": ["Messaging", "Smoke"],
        "operationId": "7",
        "_links": {"content": {"href": "data:text/plain,x"}},
    }
    assert canonicalize(call.request("xml").content.decode()) == (
        f'<input {SPACE}><property name="text">a&lt;b</property>'
        '<propertyList name="texts"><item>a</item><item>b&amp;c</item></propertyList><property name="flag">True</property>'
        '<property name="whole">7</property><property name="real">1.5</property>'
        '<property name="time">2016-09-26T12:00:00.0000000-07:00</property><property name="span">01:00:00</property>'
        '<property name="blob">/w==</property><property name="importance">Urgent</property>'
        '<propertyList name="modalities"><item>Messaging</item><item>Smoke</item></propertyList>'
        '<link href="data:text/plain,x" rel="content"></link><property name="operationId">7</property></input>'
    )


def test_parameters_in_the_query():
    """They are appended to the query of the server."""
    link = ValuesLink("/values?a=%2f+x&b#part")

    assert (
        link.post(tags=["a b", "ü&"], expand=False, operation_id="7").href
        == "/values?a=%2f+x&b&expand=false&tags=a%20b&tags=%C3%BC%26#part"
    )
    assert (
        MyContactsLink("/contacts?").post(contact_uri="sip:ann@contoso.com").href
        == "/contacts?contactUri=sip%3Aann%40contoso.com"
    )
    assert EventsLink("/events?ack=5").get(low=600).href == "/events?ack=5&low=600"
    assert EventsLink("/events?ack=5").get().href == "/events?ack=5"


def test_parameters_of_either_place():
    """They are sent in the body where there is one, else in the query."""
    assert json.loads(SearchLink("/search").post(query="Ann", limit=3).request().content) == {
        "query": "Ann",
        "limit": 3,
    }
    call = SendMessageLink("/messages").post("Hi", operation_id="7")
    assert (call.href, call.request().content) == ("/messages?operationId=7", b"Hi")
    assert call.operation_id == "7"


def test_operation_id_is_made_when_left_out():
    one, other = START.post(to="sip:a"), START.post(to="sip:a")

    assert len(one.operation_id) == 32
    assert one.operation_id != other.operation_id
    assert (
        json.loads(one.request().content)["operationId"]
        == one.operation_id
        == json.loads(one.request().content)["operationId"]
    )
    assert AcceptLink("/accept").post().operation_id is None


def test_call_without_a_body():
    request = AcceptLink("/accept").post().request("xml")

    assert (request.headers, request.content) == ({"Accept": "application/xml"}, b"")
    assert ContactPhotoLink("/photo").get().request().headers == {"Accept": "image/jpeg"}
    assert MyOnlineMeetingLink("/meeting").delete().request().method == "DELETE"


def test_content():
    link = SendMessageLink("/messages")

    assert link.post("é").request().headers["Content-Type"] == "text/plain;charset=utf-8"
    assert link.post("é").request("xml").content == "é".encode()
    html = link.post(b"<b>", content_type="text/html;charset=utf-16")
    assert html.request().headers["Content-Type"] == "text/html;charset=utf-16"
    with pytest.raises(InvalidArgument, match="`content_type` is `image/png`"):
        link.post(b"", content_type="image/png")
    with pytest.raises(InvalidArgument, match="header"):
        link.post(b"", content_type="text/plain\r\nX: y")
    with pytest.raises(InvalidArgument, match="`content` takes a text or bytes"):
        link.post({"a": 1})


def test_conditional_get():
    contact = Contact.from_json('{"etag": "7"}')
    link = ContactLink("/contact")

    assert link.get(if_none_match=contact).headers == {"If-None-Match": '"7"'}
    assert link.get(if_none_match='W/"8"').headers == {"If-None-Match": 'W/"8"'}
    assert link.get(if_none_match=Contact.from_json("{}")).headers == {}
    with pytest.raises(InvalidArgument):
        link.get(if_none_match="7\r\nX: y")


def test_revisions():
    """The calls of a later revision require it by a header."""
    state = MyGroups.from_json(
        '{"_links": {"self": {"href": "/groups", "revision": "2"}, "old": {"href": "/groups"}}}', base="https://h/"
    )

    link = state.links["self"].at_least(MyGroups2Link)

    assert (type(link), link.url) == (MyGroups2Link, "https://h/groups")
    assert link.get(expand=False).headers == {"X-MS-RequiresMinResourceVersion": "2"}
    assert MyGroupsLink("/groups").get().headers == {}
    assert MyGroupsLink("/groups", attributes={"revision": 10.0}).at_least(MyGroups2Link).revision == 10
    with pytest.raises(LinkNotAvailable, match="revision 1 of `myGroups`, not 2"):
        MyGroupsLink("/groups").at_least(MyGroups2Link)
    with pytest.raises(InvalidArgument, match="`MyGroups2Link` is no revision"):
        ContactLink("/contact").at_least(MyGroups2Link)


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


def test_what_xml_cannot_carry():
    call = ValuesLink("/values").post(text="\x01")

    assert json.loads(call.request().content)["text"] == "\x01"
    with pytest.raises(InvalidArgument, match="send JSON"):
        call.request("xml")


@pytest.mark.parametrize("href", ["/a\r\nHost: x", "/a b", "/a\x00", "/a\n"])
def test_address_that_would_break_the_message(href):
    with pytest.raises(InvalidArgument):
        AcceptLink(href).post()


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


def test_call_that_no_spec_describes():
    call = Link("/new", base="https://h/x/").call("post", query={"a": 1}, body={"b": True})

    assert (call.method, call.url) == ("POST", "https://h/new?a=1")
    assert json.loads(call.request().content) == {"b": True}


def test_calls_are_values():
    """Calls are equal if they send and read the same, and they are immutable."""
    one, other = START.post(to="sip:a", operation_id="7"), START.post(to="sip:a", operation_id="7")

    assert one == other
    assert len({one, other}) == 1
    assert one == pickle.loads(pickle.dumps(one))
    everything = ValuesLink("/values").post(**EVERYTHING).with_(body={"new": {"a": [1, None]}}, headers={"X-New": "y"})
    assert everything == pickle.loads(pickle.dumps(everything)) != one
    for unlike in (
        START.post(to="sip:b", operation_id="7"),
        START.post(to="sip:a", operation_id="7").with_(query={"a": 1}),
        START.post(to="sip:a", operation_id="7").with_(headers={"X": "1"}),
        StartPhoneAudioLink("/ucwa/v1/startPhoneAudio", base="https://other/").post(to="sip:a", operation_id="7"),
    ):
        assert one != unlike
    assert ContactLink("/a").get() != AcceptLink("/a").call("GET")
    assert ContactLink("/a").get() != ContactPhotoLink("/a").get()
    send = SendMessageLink("/m").post("Hi", operation_id="7")
    assert (
        send == SendMessageLink("/m").post("Hi", operation_id="7") != SendMessageLink("/m").post("Ho", operation_id="7")
    )
    assert one != "call"
    with pytest.raises(TypeError):
        one.headers["X"] = "1"
    with pytest.raises(AttributeError):
        one.body.values.clear()
    with pytest.raises(AttributeError):
        everything.body.values["texts"][1].append("c")
    with pytest.raises(TypeError):
        everything.body.values["new"][1]["a"] = 2
    assert copy.deepcopy(one) is one
    for name in ("method", "href", "new"):
        with pytest.raises(AttributeError):
            setattr(one, name, "x")
    again = pickle.loads(pickle.dumps(one))
    assert (again.request().content, again.href) == (one.request().content, one.href)
    assert repr(one) == "<Call POST /ucwa/v1/startPhoneAudio>"


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


@pytest.mark.parametrize("value", [object(), {"a": object()}, {1: 2}, [{"a": [{2}]}]])
def test_what_no_body_can_say(value):
    with pytest.raises(InvalidArgument, match="`x` "):
        Link("/v").call("POST", body={"x": value})


def test_value_of_another_kind_in_place_of_a_known_one():
    call = ValuesLink("/v").post(text="a", operation_id="7").with_(body={"text": 5})

    assert json.loads(call.request().content)["text"] == 5
    assert '<property name="text">5</property>' in call.request("xml").content.decode()


def test_format_that_there_is_not():
    for ask in (START.post(to="a").request, START.post(to="a").preview):
        with pytest.raises(InvalidArgument, match="`format` is 'yaml'"):
            ask("yaml")


def test_fragment_is_not_sent():
    call = ContactLink("/people/ann#access_token=s3cret", base="https://h/").get()

    assert (call.url, call.request().url) == ("https://h/people/ann", "https://h/people/ann")
    assert "s3cret" not in call.preview() + repr(call) + repr(ContactLink("/a#access_token=s3cret"))


SECRETS = {
    "password": "hunter2",
    "tokens": ["hunter2"],
    "o": {"apiKey": {"a": "hunter2"}, "list": [{"pwd": "hunter2"}]},
}


@pytest.mark.parametrize("form", ["json", "xml"])
def test_preview_hides_secrets_in_bodies(form):
    call = ContactLink("/c").call("POST", body={"name": "Ann", **SECRETS})

    assert "Ann" in call.preview(form)
    assert call.preview("json").count("…") == 4
    assert "hunter2" not in call.preview("json")
    assert '<property name="password">…</property>' in call.preview("xml")
    assert '<propertyList name="tokens">…</propertyList>' in call.preview("xml")


@pytest.mark.parametrize("form", ["json", "xml"])
def test_preview_hides_secrets_in_links(form):
    text = '{"_links": {"x": {"href": "https://ann:s3cret@h/a?token=s3cret&b=1"}, "content": {"href": "data:,Hi"}}}'
    call = ValuesLink("/v").put(Values.from_json(text))

    shown = call.preview(form)

    assert "s3cret" not in shown
    assert "https://h/a?token=…&" in shown
    assert "data:,Hi" in shown


def test_preview_hides_secrets_in_raw_bodies():
    call = ContactLink("/c").call("POST")

    for kind, body in (
        ("application/json", b'[{"a": {"Password": "hunter2"}}]'),
        ("application/xml", b'<a password="hunter2"><b><c:secret xmlns:c="urn:c"><d>hunter2</d></c:secret></b></a>'),
        ("application/x-www-form-urlencoded", b"user=ann&password=hunter2"),
    ):
        shown = call.with_(body=body, headers={"content-type": kind}).preview()
        assert "hunter2" not in shown
        assert "…" in shown


@pytest.mark.parametrize(
    ("kind", "body", "shown"),
    [
        ("application/json", b'{"a"', '{"a"'),
        ("application/xml", b"<a", "<a"),
        ("application/xml", b"<!DOCTYPE a><a/>", "<!DOCTYPE a><a/>"),
        ("application/json", b"\xff", "(1 bytes)"),
        ("application/json; charset=utf-16", '{"a": 1}'.encode("utf-16"), '{\n  "a": 1\n}'),
    ],
)
def test_preview_of_a_body_as_it_is(kind, body, shown):
    call = ContactLink("/c").call("POST", body=body, headers={"Content-Type": kind})

    assert call.preview().endswith(f"\n\n{shown}\n")


def test_preview():
    call = START.post(to="sip:a", operation_id="7").with_(
        headers={"Authorization": "Bearer s3cret"}, query={"token": "s3cret", "a": "b"}
    )

    assert call.preview() == (
        "POST /ucwa/v1/startPhoneAudio?token=…&a=b HTTP/1.1\nHost: fe1.contoso.com:443\nAccept: application/json\n"
        'Content-Type: application/json\nAuthorization: …\n\n{\n  "operationId": "7",\n  "to": "sip:a"\n}\n'
    )
    assert call.preview("xml").endswith(
        f'\n\n<?xml version="1.0" encoding="utf-8"?>\n<input {SPACE}>\n  <property name="operationId">7</property>\n'
        '  <property name="to">sip:a</property>\n</input>\n'
    )
    assert AcceptLink("/accept").post().preview() == "POST /accept HTTP/1.1\nAccept: application/json\n"
    assert SendMessageLink("/m").post("Hi", operation_id="7").preview().endswith("\n\nHi\n")
