"""Calls: what they send, in either format, and what is refused before anything is sent."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from call_samples import EVERYTHING, START
from lxml.etree import canonicalize
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
from sample.resources.values import ValuesLink
from wire_samples import SPACE


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
