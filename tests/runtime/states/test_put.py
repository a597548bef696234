"""PUT: everything that was received is sent back, in either format, with the changes and the ETag."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from lxml import etree
from sample import DataLink
from sample._runtime import UNSET, Response, State
from sample.errors import InvalidArgument
from sample.resources.my_online_meeting import MyOnlineMeeting, MyOnlineMeetingLink
from sample.resources.values import Values, ValuesLink

RANDOM = "56de7bbf-1081-43e6-bbf2-1cabf3224c83"
MEETING = {
    "attendees": ["sip:chris@contoso.com"],
    "expirationTime": "/Date(1360199838000)/",
    "subject": "Details",
    "joinUrl": "https://meet.contoso.com/?a=1&b=2",
    "count": 3,
    RANDOM: "please pass this in a PUT request",
    "_links": {"self": {"href": "/meetings/1"}, "extensions": {"href": "/meetings/1/extensions"}},
    "_embedded": {"extension": [{"rel": "extension", "id": "1"}]},
    "rel": "myOnlineMeeting",
    "etag": "346579618",
}
LINK = MyOnlineMeetingLink("/meetings/1")
LATER = datetime(2030, 1, 1, tzinfo=UTC)


def meeting(form: str) -> MyOnlineMeeting:
    state = MyOnlineMeeting.from_json(json.dumps(MEETING))
    return state if form == "json" else MyOnlineMeeting.from_xml(state.to_xml())


def sent(call, form: str) -> MyOnlineMeeting:
    """The state that the server reads."""
    content = call.request(form).content
    return MyOnlineMeeting.from_json(content) if form == "json" else MyOnlineMeeting.from_xml(content)


BOTH = pytest.mark.parametrize(
    ("received", "written"), [("json", "json"), ("json", "xml"), ("xml", "json"), ("xml", "xml")]
)


@BOTH
def test_everything_goes_back(received, written):
    base = meeting(received)

    call = LINK.put(base)

    assert sent(call, written) == base
    assert call.headers == {"If-Match": '"346579618"'}
    assert call.method == "PUT"


@BOTH
def test_changes_replace_remove_and_add(received, written):
    call = LINK.put(meeting(received), subject=None, attendees=[], expiration_time=LATER)

    found = sent(call, written)

    assert (found.subject, found.attendees, found.expiration_time) == (None, (), LATER)
    assert "subject" not in found
    assert found[RANDOM] == MEETING[RANDOM]
    assert found["joinUrl"] == MEETING["joinUrl"]
    assert (found.rel, found.links["self"].href, found.embedded["extension"] is not None) == (
        "myOnlineMeeting",
        "/meetings/1",
        True,
    )
    assert meeting(received).subject == "Details"


def test_form_of_what_goes_back():
    """The root is a resource, as received; changed values are written in the form of their type, at their old place."""
    call = LINK.put(meeting("json"), expiration_time=LATER)

    root = etree.fromstring(call.request("xml").content)

    assert root.tag == "{http://schemas.microsoft.com/rtc/2012/03/ucwa}resource"
    texts = {child.get("name"): child.text for child in root if child.tag.endswith("}property")}
    assert list(texts)[:3] == ["expirationTime", "subject", "joinUrl"]
    assert texts["expirationTime"] == "2030-01-01T00:00:00.0000000Z"
    assert texts["count"] == "3"
    assert json.loads(LINK.put(meeting("xml")).request().content)["expirationTime"] == "/Date(1360199838000)/"


def test_etag_of_the_response_counts_more_than_that_of_the_body():
    response = Response(200, {"Content-Type": "application/json", "ETag": 'W/"9"'}, json.dumps(MEETING).encode())
    state = LINK.get().read(response)

    assert state.etag == 'W/"9"'
    assert LINK.put(state).headers == {"If-Match": 'W/"9"'}
    assert state.embedded["extension"][0].etag is None
    assert LINK.put(MyOnlineMeeting.from_json("{}")).headers == {}


@BOTH
def test_data_link(received, written):
    state = Values.from_json('{"content": "a property of that name", "_links": {"content": {"href": "data:,old"}}}')
    state = state if received == "json" else Values.from_xml(state.to_xml())

    changed = sent(ValuesLink("/v").put(state, content_=DataLink("data:,new")), written)
    removed = sent(ValuesLink("/v").put(state, content_=None), written)

    assert [link.href for link in (changed.links["content"],)] == ["data:,new"]
    assert changed["content"] == removed["content"] == "a property of that name"
    assert "content" not in removed.links


def test_limits_hold_for_changes():
    base = Values.from_json('{"text": "a"}')

    with pytest.raises(InvalidArgument, match="`text` is required, so it cannot be removed"):
        ValuesLink("/v").put(base, text=None)
    with pytest.raises(InvalidArgument, match="`text` is 11 characters long"):
        ValuesLink("/v").put(base, text="x" * 11)
    with pytest.raises(InvalidArgument, match="`base` takes the state to change"):
        ValuesLink("/v").put({"text": "a"})
    assert ValuesLink("/v").put(base, text=UNSET, flag=False).request().content == b'{"text":"a","flag":false}'


def test_other_members():
    """The escape hatch works for PUT too: None removes a received member."""
    call = LINK.put(meeting("json")).with_(body={RANDOM: None, "subject": "x" * 999, "new": True})

    for form in ("json", "xml"):
        found = sent(call, form)
        assert RANDOM not in found
        assert found.subject == "x" * 999
        assert str(found["new"]) == "True"


def test_unset_prints_and_is_false():
    assert repr(UNSET) == "UNSET"
    assert not UNSET
    assert isinstance(meeting("json"), State)


FOREIGN = (
    '<resource rel="myOnlineMeeting" href="/m" xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa" xmlns:x="urn:x">'
    '<property name="etag">1</property><property name="subject" q="1">Old</property><property name="other" x:q="1">J</property>'
    '<foo a="1">1</foo><x:bar><x:baz/></x:bar><link rel="extensions" href="/e"/>'
    '<resource rel="extension" href="/e/1"><property name="id" q="1">1</property><foo>2</foo></resource></resource>'
)


def test_foreign_elements_and_attributes_go_back():
    base = MyOnlineMeeting.from_xml(FOREIGN)

    content = LINK.put(base, subject="New", attendees=["a"]).request("xml").content.decode()

    root = etree.fromstring(content.encode())
    assert [child.get("name") or child.get("rel") or etree.QName(child).localname for child in root] == [
        "self", "etag", "subject", "other", "foo", "bar", "extensions", "attendees", "extension",
    ]  # fmt: skip
    assert content.count('xmlns="http') == 1
    assert root[3].attrib == {"name": "other", "{urn:x}q": "1"}
    assert (root[2].text, root[4].attrib, root[5][0].tag) == ("New", {"a": "1"}, "{urn:x}baz")
    assert [child.text for child in root[8]] == ["1", "2"]
    assert root[8][0].get("q") == "1"


def test_foreign_elements_of_what_is_embedded():
    inner = MyOnlineMeeting.from_xml(FOREIGN).embedded["extension"]

    written = etree.fromstring(inner.to_xml())

    assert [(child.text, child.get("q")) for child in written] == [("1", "1"), ("2", None)]
    assert type(inner).from_xml(inner.to_xml()) == inner


def test_base_of_another_kind():
    """It is refused, except for a plain state without a known class."""
    with pytest.raises(InvalidArgument, match="`base` takes the state to change, not Values"):
        LINK.put(Values.from_json("{}"))

    assert LINK.put(State.from_json('{"rel": "unheard", "a": 1}')).body.base["a"] == 1
