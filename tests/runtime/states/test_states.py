"""States: what was received, in three name spaces, in either format."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import pytest
from lxml.etree import canonicalize
from sample import DataLink, Link, State, decode
from sample._runtime.base.registry import index
from sample.enums import Direction, Importance
from sample.errors import DecodeError, EmbeddedNotAvailable, LinkNotAvailable
from sample.resources.accept import AcceptLink
from sample.resources.accepted_by_contact import AcceptedByContactLink
from sample.resources.contact import Contact
from sample.resources.participant import Participant
from sample.resources.phone_audio_invitation import PhoneAudioInvitation, PhoneAudioInvitationLink
from sample.resources.values import Values

DATA = Path(__file__).parents[1] / "data"
SPACE = 'xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"'
HREF = "/ucwa/v1/applications/192/communication/invitations/146"

UNKNOWN = {
    "rel": "values",
    "56de7bbf-1081-43e6-bbf2-1cabf3224c83": "please pass this in a PUT request",
    "count": 3,
    "open": True,
    "names": ["a", "b"],
    "odd": {"deep": [1, {"x": None}]},
    "text": "known",
    "_links": {
        "self": {"href": "/values/1", "etag": "7"},
        "mystery": {"href": "/mystery", "title": "Who?", "revision": 2, "since": "yesterday"},
        "mysteries": [{"href": "/m/1"}, {"href": "/m/2"}],
        "contactPhoto": {"href": "/photo"},
    },
    "_embedded": {
        "stranger": {"rel": "nobody", "x": 1},
        "strangers": [{"rel": "contact", "name": "Ann"}],
        "thing": {"rel": "participant", "name": "Bob"},
        "contact": {"rel": "somebody", "name": "Cleo"},
    },
}


@pytest.fixture(params=["json", "xml"])
def invitation(request: pytest.FixtureRequest) -> PhoneAudioInvitation:
    data = (DATA / f"phoneAudioInvitation.{request.param}").read_bytes()
    return decode(data, f"application/{request.param}; charset=utf-8", base="https://fe1.contoso.com/ucwa/v1/x")


def unknown(form: str) -> Values:
    state = Values.from_json(json.dumps(UNKNOWN))
    return state if form == "json" else Values.from_xml(state.to_xml())


def test_documented_properties(invitation):
    assert type(invitation) is PhoneAudioInvitation
    assert (invitation.direction, invitation.importance) == (Direction.INCOMING, Importance.NORMAL)
    assert isinstance(invitation.direction, Direction)
    assert invitation.join_audio_muted is False
    assert (invitation.subject, invitation.to) == ("Strategy for next quarter", "sip:john@contoso.com")
    assert invitation.custom_content == DataLink("data:application/sdp;base64,base64-encoded-sdp")
    assert (invitation.rel, invitation.href, invitation.etag) == ("phoneAudioInvitation", HREF, None)


def test_documented_links(invitation):
    assert type(invitation.links.self) is PhoneAudioInvitationLink
    assert type(invitation.links.accept) is AcceptLink
    assert type(invitation.links.accepted_by_contact) is AcceptedByContactLink
    assert type(invitation.links.conversation) is Link
    assert invitation.links.self.href == HREF
    assert invitation.links.self.url == f"https://fe1.contoso.com{HREF}"
    assert {"self", "from", "cancel", "customContent"} <= set(invitation.links)
    assert invitation.links["cancel"].href.endswith("/665/cancel")


def test_documented_embedded_resources(invitation):
    embedded = invitation.embedded

    assert [type(state) for state in embedded.accepted_by_participant] == [Participant]
    assert embedded.from_.name == embedded["from"].name == "Joe Smith"
    assert embedded.from_.anonymous is True
    assert (embedded.from_.rel, invitation.links.from_.rel) == ("participant", "from")
    assert sorted(embedded) == ["acceptedByParticipant", "from", "startEmergencyCallInput"]


@pytest.mark.parametrize("form", ["json", "xml"])
def test_documented_message_goes_both_ways(form):
    """Exact in its own format, and equal through the other one."""
    data = (DATA / f"phoneAudioInvitation.{form}").read_bytes()
    state = decode(data, f"application/{form}")

    assert PhoneAudioInvitation.from_json(state.to_json()) == state == PhoneAudioInvitation.from_xml(state.to_xml())
    if form == "json":
        assert json.loads(state.to_json()) == json.loads(data)
    else:
        assert canonicalize(state.to_xml().decode()) == canonicalize(data.decode(), strip_text=True)


def test_link_that_is_not_offered():
    state = PhoneAudioInvitation.from_json('{"rel": "phoneAudioInvitation"}')

    with pytest.raises(LinkNotAvailable, match="`phoneAudioInvitation` has no link `accept`") as caught:
        state.links.accept.post()

    assert (caught.value.rel, caught.value.resource) == ("accept", "phoneAudioInvitation")
    assert not hasattr(state.links, "accept")
    assert "accept" not in state.links
    assert state.links.get("accept") is None
    with pytest.raises(LinkNotAvailable):
        state.links["nothing like it"]


def test_embedded_resource_that_was_not_sent():
    state = PhoneAudioInvitation.from_json("{}")

    with pytest.raises(EmbeddedNotAvailable, match="`phoneAudioInvitation` embeds no `from`"):
        state.embedded.from_.name  # noqa: B018
    assert not hasattr(state.embedded, "from_")
    assert state.embedded.accepted_by_participant == ()
    assert state.embedded.get("from") is None


def test_single_and_many_come_from_the_tables():
    """Of a list where one is expected, the last counts; a single value where several are expected is a list of one."""
    state = Values.from_json(
        """{"_links": {"contact": [{"href": "/1"}, {"href": "/2"}], "others": {"href": "/3"}},
            "_embedded": {"contact": [{"name": "a"}, {"name": "b"}], "others": {"name": "c"}}}"""
    )

    for form in (state, Values.from_xml(state.to_xml())):
        assert form.links.contact.href == "/2"
        assert [link.href for link in form.links.others] == ["/3"]
        assert form.embedded.contact.name == "b"
        assert [contact.name for contact in form.embedded.others] == ["c"]
        assert form == state


@pytest.mark.parametrize("form", ["json", "xml"])
def test_nothing_is_lost(form):
    state = unknown(form)

    assert state["56de7bbf-1081-43e6-bbf2-1cabf3224c83"] == "please pass this in a PUT request"
    assert state["count"] == (3 if form == "json" else "3")
    assert state["open"] == (True if form == "json" else "True")
    assert state["names"] == ("a", "b")
    assert state.links["mystery"].title == "Who?"
    assert state.links["mystery"].revision == 2
    assert state.links["mystery"].attributes["since"] == "yesterday"
    assert [link.href for link in state.links["mysteries"]] == ["/m/1", "/m/2"]
    assert state.links["contactPhoto"].rel == "contactPhoto"
    assert state.links.self.etag == "7"
    assert type(state.embedded["stranger"]) is State
    assert state.embedded["stranger"].rel == "nobody"
    assert "count" in state and "_links" not in state  # noqa: PT018
    assert [name for name in state if "-" in name] == ["56de7bbf-1081-43e6-bbf2-1cabf3224c83"]
    with pytest.raises(KeyError):
        state["_links"]


@pytest.mark.parametrize("form", ["json", "xml"])
def test_class_of_what_is_embedded(form):
    """The class in the table has precedence over the rel of the body; without one, the rel decides."""
    embedded = unknown(form).embedded

    assert type(embedded.contact) is Contact
    assert embedded.contact.rel == "somebody"
    assert type(embedded.thing) is Participant
    (stranger,) = embedded["strangers"] if form == "json" else (embedded["strangers"],)
    assert type(stranger) is Contact


def test_states_are_equal_across_formats():
    assert unknown("json") == unknown("xml") == unknown("json")
    assert unknown("json").embedded.contact == unknown("xml").embedded.contact
    assert unknown("json").links["mystery"] == unknown("xml").links["mystery"]


@pytest.mark.parametrize(
    "change",
    [
        {"count": 4},
        {"text": None},
        {"rel": "other"},
        {"new": ""},
        {"_links": {}},
        {"_embedded": {"contact": {"name": "Dora"}}},
    ],
)
def test_states_that_differ(change):
    other = Values.from_json(json.dumps({**UNKNOWN, **change}))

    assert unknown("json") != other
    assert unknown("xml") != other
    assert unknown("xml") != Values.from_xml(other.to_xml())


def test_equality_is_of_what_is_read():
    """Equality ignores how a value was written and where it came from."""
    one = Values.from_json('{"time": "/Date(1474932029620+0200)/", "flag": "true"}', base="https://a")
    other = Values.from_xml(
        f'<resource {SPACE}><property name="time">2016-09-26T16:20:29.6209999-07:00</property><property name="flag">True</property></resource>'
    )

    assert one == other
    assert one != Contact.from_json('{"flag": true}')
    assert one != "state"


@pytest.mark.parametrize("rel", ["5", "5.5", "true", "null", '{"b": 1, "a": "x"}', '["a", "b"]', "[]", '"contact"'])
def test_rel_of_any_kind_is_equal_across_formats(rel):
    one = Contact.from_json(f'{{"rel": {rel}, "name": "Ann"}}')

    assert one == Contact.from_xml(one.to_xml())
    assert Contact.from_xml(one.to_xml()) == one
    assert one != Contact.from_json('{"rel": "other", "name": "Ann"}')


@pytest.mark.parametrize("number", ["1e400", "-1E+999", "123.5e99999999999999999999"])
def test_number_that_no_float_holds_is_kept(number):
    """Also deep in a value that no spec knows."""
    state = Contact.from_json(f'{{"rel": "contact", "odd": {number}, "deep": [{{"a": {number}}}]}}')

    assert str(state["odd"]) == repr(state["odd"]) == number
    assert state["deep"][0]["a"] == state["odd"]
    assert len({state["odd"], state["deep"][0]["a"]}) == 1
    assert f"odd={number}" in repr(state)
    assert state.to_json().decode().count(number) == 2
    assert pickle.loads(pickle.dumps(state)) == state == Contact.from_xml(state.to_xml())
    assert copy.deepcopy(state["odd"]) == state["odd"] != "x"


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


def test_equality_never_raises():
    """Values of the wrong kind compare as text."""
    one = Values.from_json('{"flag": 5, "time": [1, null], "whole": {"b": 1, "a": 123456789012345678901234567890}}')

    assert (
        one
        == Values.from_xml(one.to_xml())
        == Values.from_json('{"flag": "5", "time": ["1", ""], "whole": {"a": 123456789012345678901234567890, "b": 1}}')
    )
    assert one != Values.from_json('{"flag": 6}')


@pytest.mark.parametrize("form", ["json", "xml"])
def test_states_are_immutable_values(form):
    state = unknown(form)

    for name in ("text", "links", "rel", "anything"):
        with pytest.raises(AttributeError):
            setattr(state, name, "x")
    with pytest.raises(TypeError):
        hash(state)
    with pytest.raises(TypeError):
        state["odd" if form == "json" else "names"][0] = 1
    assert copy.copy(state) is copy.deepcopy(state) is state
    assert not hasattr(state, "__dict__")


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_states_pickle(form, protocol):
    state = unknown(form)
    link = state.links.self

    assert pickle.loads(pickle.dumps(state, protocol)) == state
    again = pickle.loads(pickle.dumps(state.embedded.contact, protocol))
    assert (again, again.rel) == (state.embedded.contact, "somebody")
    assert pickle.loads(pickle.dumps(link, protocol)) == link
    assert pickle.loads(pickle.dumps(state.links["mystery"], protocol)).attributes == state.links["mystery"].attributes


def test_repr_is_short_and_tells_no_secret():
    state = decode(
        b'{"rel": "token", "password": "hunter2", "accessToken": "cwt=abc", "name": "'
        + b"x" * 500
        + b'", "a": 1, "b": 2,'
        b' "_links": {"self": {"href": "https://u:p@h/x?key=k1&y=2"}, "content": {"href": "data:text/plain,private"}}}',
        "application/json",
    )

    text = repr(state)

    assert text.startswith("<State 'token' https://h/x?key=…&y=2 password=… accessToken=… name='xxx")
    assert len(text) < 200
    for secret in ("hunter2", "cwt", "k1", "u:p"):
        assert secret not in text
    assert "private" not in repr(state.links["content"])
    assert repr(Values.from_json('{"flag": true}')) == "<Values flag=True>"


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


def test_etag_of_the_body():
    assert Values.from_json('{"etag": "7"}').etag == "7"
    assert Values.from_json('{"etag": 7}').etag == "7"


def test_attributes_of_a_link_do_not_change():
    state = Values.from_json('{"_links": {"self": {"href": "/", "extra": {"k": [1]}}}}')

    attributes = state.links["self"].attributes

    assert attributes["extra"]["k"] == (1,)
    with pytest.raises(TypeError):
        attributes["extra"]["k"] = ()
    assert state.to_json() == b'{"_links":{"self":{"href":"/","extra":{"k":[1]}}}}'


def test_repr_hides_secrets_however_deep():
    state = Values.from_json('{"a": {"b": [{"token": "s3cret"}], "c": 1}, "rel": "values"}')

    assert repr(state) == "<Values a={'b': [{'token': '…'}], 'c': 1}>"


def test_state_is_not_made_by_hand():
    for kind in (Values, State):
        with pytest.raises(TypeError, match=r"from_json, from_xml, or decode"):
            kind()


def test_xml_root_is_that_of_the_api(monkeypatch):
    monkeypatch.setattr(index().roots, "resource", "record")

    sent = Contact.from_json(b'{"name": "Ann", "_embedded": {"contact": {"rel": "contact", "name": "Bob"}}}').to_xml()

    assert (sent.count(b"<record"), sent.count(b"</record>"), sent.count(b"resource")) == (2, 2, 0)
    assert Contact.from_xml(sent).embedded["contact"].name == "Bob"
    assert pickle.loads(pickle.dumps(Contact.from_xml(sent))) == Contact.from_xml(sent)
