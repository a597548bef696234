"""Answers of the event channel: equal events from both formats, with the deviations of real servers."""

from __future__ import annotations

import copy
import pickle

import pytest
from sample import EventPage, State, decode
from sample._runtime import Response
from sample._runtime.reading.error_body import ErrorBody
from sample.errors import DecodeError
from sample.resources.contact import Contact, ContactLink
from sample.resources.events import EventsLink
from sample.resources.participant import Participant
from sample.resources.phone_audio_invitation import PhoneAudioInvitation

JSON = """{
  "_links": {"self": {"href": "/events?ack=1"}, "next": {"href": "/events?ack=2&key=s3cret"}},
  "sender": [
    {"rel": "communication", "href": "/communication", "events": [
      {"link": {"rel": "phoneAudioInvitation", "href": "/invitations/1"}, "type": "completed", "status": "Failure",
       "reason": {"code": "RemoteFailure", "subcode": "Declined", "message": "No."},
       "_embedded": {"phoneAudioInvitation": {"rel": "phoneAudioInvitation", "operationId": "7",
          "_links": {"self": {"href": "/invitations/1"}}, "_embedded": {"from": {"rel": "participant", "name": "Ann"}}}}},
      {"link": {"rel": "communication", "href": "/communication"}, "type": "updated"}]},
    {"rel": "people", "href": "/people", "events": [
      {"link": {"rel": "contact", "href": "/people/ann", "title": "Ann"}, "type": "deleted",
       "in": {"rel": "subscribedContacts", "href": "/people/subscribed", "title": "All"}}]},
    {"rel": "communication", "href": "/communication", "events": []}
  ]
}"""
XML = """<?xml version="1.0" encoding="utf-8"?>
<events href="/events?ack=1" xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">
  <link rel="next" href="/events?ack=2&amp;key=s3cret" />
  <sender rel="communication" href="/communication">
    <completed rel="phoneAudioInvitation" href="/invitations/1" status="Failure">
      <resource rel="phoneAudioInvitation" href="/invitations/1">
        <property name="rel">phoneAudioInvitation</property>
        <property name="operationId">7</property>
        <resource rel="from"><property name="rel">participant</property><property name="name">Ann</property></resource>
      </resource>
      <reason><code>RemoteFailure</code><subcode>Declined</subcode><message>No.</message></reason>
    </completed>
    <updated rel="communication" href="/communication" />
  </sender>
  <sender rel="people" href="/people">
    <deleted rel="contact" href="/people/ann" title="Ann"><in rel="subscribedContacts" href="/people/subscribed" title="All" /></deleted>
  </sender>
  <sender rel="communication" href="/communication" />
</events>"""


@pytest.fixture(params=["json", "xml"])
def page(request: pytest.FixtureRequest) -> EventPage:
    return decode(JSON if request.param == "json" else XML, f"application/{request.param}", base="https://host/")


def test_events_in_order(page):
    completed, updated, deleted = page

    assert [(event.type, event.rel, event.link.href) for event in page] == [
        ("completed", "phoneAudioInvitation", "/invitations/1"),
        ("updated", "communication", "/communication"),
        ("deleted", "contact", "/people/ann"),
    ]
    assert [event.sender.rel for event in page.events] == ["communication", "communication", "people"]
    assert (completed.status, updated.status) == ("Failure", None)
    assert completed.reason == ErrorBody("RemoteFailure", "Declined", "No.")
    assert (deleted.in_.rel, deleted.in_.title, updated.in_) == ("subscribedContacts", "All", None)
    assert (type(deleted.link), deleted.link.title) == (ContactLink, "Ann")


def test_state_in_an_event(page):
    state = page.events[0].state

    assert type(state) is PhoneAudioInvitation
    assert (state.operation_id, state.embedded.from_.name) == ("7", "Ann")
    assert type(state.embedded.from_) is Participant
    assert state.links.self.url == "https://host/invitations/1"
    assert page.events[1].state is None


def test_where_to_go_on(page):
    assert type(page.next) is EventsLink
    assert page.next.get(timeout=180).url == "https://host/events?ack=2&key=s3cret&timeout=180"
    assert page.self.href == "/events?ack=1"
    assert (page.resume, page.resync) == (None, None)


def test_page_is_a_value(page):
    assert page == decode(JSON, "application/json")
    assert page == pickle.loads(pickle.dumps(page)) == copy.deepcopy(page)
    assert page.events[0] != page.events[1]
    assert "s3cret" not in repr(page) + repr(page.next)
    assert len(page) == 3
    assert page
    page.validate()


@pytest.mark.parametrize(
    ("data", "rel"),
    [
        ('{"_links": {"resync": {"href": "/r"}}}', "resync"),
        ('{"_links": {"self": {"href": "/1"}, "resume": {"href": "/r"}}}', "resume"),
        ('<events><link rel="resync" href="/r"/></events>', "resync"),
    ],
)
def test_page_without_events(data, rel):
    page = decode(data)

    assert getattr(page, rel).href == "/r"
    assert (len(page), page.next) == (0, None)


def test_key_says_what_is_embedded():
    """This holds also against the rel of the body, and without a rel."""
    data = """{"sender": {"rel": "a", "href": "/", "events": {"type": "added", "link": {"rel": "contact", "href": "/c"},
        "_embedded": {"contact": {"rel": "participant", "name": "Ann"}}}}}"""

    (event,) = decode(data)

    assert (type(event.state), event.state.rel) == (Contact, "participant")
    (event,) = decode(
        '{"sender": [{"events": [{"type": "x", "_embedded": {"news": {"_links": {"self": {"href": "/n"}}}}}]}]}'
    )
    assert (type(event.state), event.rel, event.link.href, event.sender) == (State, "news", "/n", None)


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ('{"sender": 1}', "$.sender[0]"),
        ('{"sender": [{"events": [[]]}]}', "$.sender[0].events[0]"),
        ('{"sender": [{"events": [{"link": {"rel": "a", "href": "/"}}]}]}', "$.sender[0].events[0].type"),
        ('{"sender": [{"events": [{"type": "added"}]}]}', "$.sender[0].events[0].link"),
        ('{"sender": [{"events": [{"type": "added", "link": "/"}]}]}', "$.sender[0].events[0].link"),
        ('{"sender": [{"events": [{"type": "added", "link": {"href": "/"}}]}]}', "$.sender[0].events[0].link"),
        ('{"sender": [{"events": [{"type": "a", "_embedded": {"x": 1}}]}]}', "$.sender[0].events[0]._embedded.x"),
        ('{"_links": {"next": 1}, "sender": []}', "$._links.next"),
        ("<events><sender/><sender><added/></sender></events>", "$.sender[1].events[0]"),
    ],
)
def test_what_cannot_be_read_is_left_out_and_refused_where_strict(data, path):
    kind = "application/json" if data[0] == "{" else "text/xml"
    page = EventsLink("/events").get().read(Response(200, {"Content-Type": kind}, data.encode()))

    assert (len(page), [fault.path.startswith(path) for fault in page.refused]) == (0, [True])
    for refuse in (page.validate, lambda: decode(data, kind, strict=True)):
        with pytest.raises(DecodeError) as caught:
            refuse()
        assert caught.value.path.startswith(path)


def test_faults_of_states_in_events():
    page = decode(
        '{"sender": [{"events": [{"type": "a", "link": {"rel": "contact", "href": "/"}, "_embedded": {"contact": {"name": 1}}}]}]}'
    )

    with pytest.raises(DecodeError, match="expected text") as caught:
        page.validate()
    assert [fault.path for fault in caught.value.faults] == ["$.sender[0].events[0]._embedded.contact.name"]


@pytest.mark.parametrize("form", ["json", "xml"])
def test_fault_of_an_event_hides_no_other(form):
    """An error in a state or link is raised when that is read."""
    page = decode(BAD_JSON if form == "json" else BAD_XML, f"application/{form}")
    first, second = page

    assert [event.link.href for event in page] == ["/1", "/2"]
    with pytest.raises(DecodeError) as caught:
        page.validate()
    assert [fault.path for fault in caught.value.faults] == [
        "$.sender[0].events[0]._embedded.contact._links.self",
        "$.sender[0].events[1].in",
        "$.sender[0].events[1]._embedded.contact._links.self",
    ]
    assert (first.in_, first.sender.href, first.state.name, second.state.name) == (None, "/", "Ann", "Bob")
    with pytest.raises(DecodeError, match=r"^\$.sender\[0\].events\[1\].in: expected"):
        second.in_  # noqa: B018
    assert "contact" in repr(page.events)
    assert page == pickle.loads(pickle.dumps(page)) != decode(JSON)


BAD_JSON = """{"sender": [{"rel": "people", "href": "/", "events": [
    {"type": "added", "link": {"rel": "contact", "href": "/1"},
     "_embedded": {"contact": {"name": "Ann", "_links": {"self": {}}}}},
    {"type": "added", "link": {"rel": "contact", "href": "/2"}, "in": {"href": "/x"},
     "_embedded": {"contact": {"name": "Bob", "_links": {"self": {}}}}}]}]}"""
BAD_XML = """<events><sender rel="people" href="/">
    <added rel="contact" href="/1"><resource rel="contact"><property name="name">Ann</property><link rel="self"/></resource></added>
    <added rel="contact" href="/2"><in href="/x"/>
      <resource rel="contact"><property name="name">Bob</property><link rel="self"/></resource></added></sender></events>"""


def test_state_of_the_wrong_shape():
    page = decode(
        """{"sender": [{"rel": 1, "href": "/", "events": [
            {"type": "a", "link": {"rel": "a", "href": "/1"}, "_embedded": {"contact": 1}},
            {"type": "b", "link": {"rel": "a", "href": "/2"}}]}]}"""
    )
    first, second = page

    assert (second.type, second.state) == ("b", None)
    with pytest.raises(DecodeError, match=r"^\$.sender\[0\].events\[0\]._embedded.contact: expected"):
        first.state  # noqa: B018
    with pytest.raises(DecodeError, match=r"^\$.sender\[0\]: expected a link"):
        second.sender  # noqa: B018


@pytest.mark.parametrize(
    "body",
    [
        '{"baseuri": "https://h/a", "_links": {"next": {"href": "/2"}}, "sender": [], "more": {"a": [1]}}',
        '<events baseuri="https://h/a" href="/1"><link rel="next" href="/2"/>'
        '<property name="more">x</property></events>',
    ],
)
def test_other_members_of_a_page(body):
    page = decode(body)

    assert list(page.members) == ["baseuri", "more"]
    assert page.members["baseuri"] == "https://h/a"
    with pytest.raises(TypeError):
        page.members["more"] = "y"
