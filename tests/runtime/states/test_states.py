"""States: what was received, in three name spaces, in either format."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from lxml.etree import canonicalize
from sample import DataLink, Link, State, decode
from sample._runtime.base.registry import index
from sample.enums import Direction, Importance
from sample.errors import EmbeddedNotAvailable, LinkNotAvailable
from sample.resources.accept import AcceptLink
from sample.resources.accepted_by_contact import AcceptedByContactLink
from sample.resources.contact import Contact
from sample.resources.participant import Participant
from sample.resources.phone_audio_invitation import PhoneAudioInvitation, PhoneAudioInvitationLink
from sample.resources.values import Values
from state_samples import DATA, HREF, unknown


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


def test_error_of_a_link_lists_those_that_there_are():
    links = {rel: {"href": f"/{rel}"} for rel in ("self", "cancel", "replaces", "x" * 99)}
    state = PhoneAudioInvitation.from_json(json.dumps({"_links": {**links, "accept": []}}))
    there = ("cancel", "replaces", "self", "x" * 99)

    for form in (state, PhoneAudioInvitation.from_xml(state.to_xml())):
        for rel in ("accept", "unknown"):
            with pytest.raises(LinkNotAvailable) as caught:
                form.links[rel]
            assert caught.value.available == there
            shown = f"cancel, replaces, self, {'x' * 39}…"
            assert str(caught.value) == (
                f"`phoneAudioInvitation` has no link `{rel}` now; it has: {shown}; ask with `in` first"
            )
            assert pickle.loads(pickle.dumps(caught.value)).available == there


def test_error_of_a_link_lists_at_most_ten():
    links = {f"rel{number:02}": {"href": "/"} for number in reversed(range(13))}
    state = PhoneAudioInvitation.from_json(json.dumps({"_links": links, "_embedded": {"to": {}, "from": {}}}))

    with pytest.raises(LinkNotAvailable, match=r"it has: rel00, .*, rel09, … 3 more; ask with `in` first"):
        state.links.accept  # noqa: B018
    with pytest.raises(EmbeddedNotAvailable, match="embeds no `nothing` now; it has: from, to; ask with `in` first"):
        state.embedded["nothing"]


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
    assert state.embedded["stranger"].rel == "unlisted"
    assert "count" in state and "_links" not in state  # noqa: PT018
    assert [name for name in state if "-" in name] == ["56de7bbf-1081-43e6-bbf2-1cabf3224c83"]
    with pytest.raises(KeyError):
        state["_links"]


@pytest.mark.parametrize("form", ["json", "xml"])
def test_class_of_what_is_embedded(form):
    """The class in the table has precedence over the rel of the body; without one, the rel decides."""
    embedded = unknown(form).embedded

    assert type(embedded.contact) is Contact
    assert embedded.contact.rel == "visitor"
    assert type(embedded.thing) is Participant
    (stranger,) = embedded["strangers"] if form == "json" else (embedded["strangers"],)
    assert type(stranger) is Contact


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
