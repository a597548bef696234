"""The result of a call depends on the content that arrived, not on the status."""

from __future__ import annotations

import pickle

import pytest
from answer_headers import HTML, JSON, XML
from sample import Content, Document, EventPage, Link
from sample._runtime import Call, Response
from sample._runtime.calls.results import Media, ResponseHeaders
from sample.errors import DecodeError, NotModified, TransportError
from sample.resources.accepted_by_contact import AcceptedByContactLink
from sample.resources.contact import Contact, ContactLink
from sample.resources.contact_photo import ContactPhotoLink
from sample.resources.events import EventsLink
from sample.resources.my_contacts import MyContactsLink
from sample.resources.my_groups import MyGroupsLink
from sample.resources.my_groups2 import MyGroups2Link
from sample.resources.phone_audio_invitation import PhoneAudioInvitationLink
from sample.resources.start_phone_audio import StartPhoneAudioLink

START = StartPhoneAudioLink("/start", base="https://fe1.contoso.com/ucwa/").post(to="sip:a")
GET = ContactLink("/people/ann", base="https://fe1.contoso.com/ucwa/").get()
ACCEPTED = AcceptedByContactLink("/a").get()
GROUPS = MyGroups2Link("/g").get()
CONTACTS = MyContactsLink("/c").get()
PHOTO = ContactPhotoLink("/p").get()
NOTHING = MyContactsLink("/c").post(contact_uri="a")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (JSON, b'{"rel": "contact", "name": "Ann", "_links": {"self": {"href": "ann"}}}'),
        (XML, b'<resource rel="contact" href="ann"><property name="name">Ann</property></resource>'),
        ({}, b'{"name": "Ann", "_links": {"self": {"href": "ann"}}}'),
        (JSON, b'{"rel": "visitor", "name": "Ann", "_links": {"self": {"href": "ann"}}}'),
    ],
)
@pytest.mark.parametrize("status", [200, 201, 299])
def test_state(headers, body, status):
    state = GET.read(Response(status, {**headers, "ETag": '"7"'}, body))

    assert (type(state), state.name, state.etag) == (Contact, "Ann", '"7"')
    assert state.links.self.url == "https://fe1.contoso.com/people/ann"
    assert GET.read(Response(status, headers, body, "https://other/a/b")).links.self.url == "https://other/a/ann"


def test_state_that_did_not_change():
    known = Contact.from_json('{"etag": "7"}')
    link = ContactLink("/people/ann")

    assert link.get(if_none_match=known).read(Response(304)) is known
    with pytest.raises(NotModified, match="GET /people/ann") as caught:
        link.get(if_none_match="7").read(Response(304))
    assert pickle.loads(pickle.dumps(caught.value)).response.status_code == 304


def test_content_that_did_not_change():
    photo = Content(b"\x89PNG", "image/png", etag="7")
    call = ContactPhotoLink("/p").get(if_none_match=photo)

    assert call.headers == {"If-None-Match": '"7"'}
    assert call.read(Response(304)) is photo


@pytest.mark.parametrize(
    ("headers", "body", "url"),
    [
        ({"Location": "/invitations/1"}, b"", "https://fe1.contoso.com/invitations/1"),
        ({"location": "https://fe2.contoso.com/1"}, b"", "https://fe2.contoso.com/1"),
        (JSON, b'{"rel": "x", "_links": {"self": {"href": "1"}}}', "https://fe1.contoso.com/1"),
        (XML, b'<resource href="/1"/>', "https://fe1.contoso.com/1"),
    ],
)
@pytest.mark.parametrize("status", [200, 201, 204, 205])
def test_location(headers, body, url, status):
    link = START.read(Response(status, headers, body))

    assert (type(link), link.url) == (PhoneAudioInvitationLink, url)


@pytest.mark.parametrize(
    ("method", "status"), [("POST", 200), ("POST", 201), ("PUT", 200), ("POST", 204), ("GET", 204)]
)
def test_location_where_a_state_was_due(method, status):
    """The state has only its address."""
    call = Call(method, "/people", GET.returns, base=GET.base)
    state = call.read(Response(status, {"Location": "/people/1", "ETag": '"7"'}))

    assert (type(state), state.links.self.url, state.etag) == (Contact, "https://fe1.contoso.com/people/1", '"7"')
    assert list(state) == []


@pytest.mark.parametrize("status", [200, 201])
def test_location_is_no_answer_to_a_read(status):
    with pytest.raises(TransportError, match=f"with {status} and no content, where `contact` is due"):
        GET.read(Response(status, {"Location": "/login"}))


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (HTML, b"Sign in"), ({"Content-Type": "application/xhtml+xml"}, b"<html/>"), ({}, b"\n <!DOCTYPE html><html>"),
        ({}, b"\xef\xbb\xbf<html>"), ({}, b"<!-- portal -->\n<?xml version='1.0'?><!-- <html> --> <HTML>"),
        (JSON, b'{"rel": "contact"}'), (XML, b"<html/>"), ({"Content-Type": "text/plain"}, b"Sign in"),
    ],
)  # fmt: skip
def test_page_where_content_was_due(headers, body):
    with pytest.raises(TransportError, match="GET /p was answered with"):
        ContactPhotoLink("/p").get().read(Response(200, headers, body))


@pytest.mark.parametrize("status", [200, 201])
@pytest.mark.parametrize(
    ("headers", "body", "problem"),
    [
        (HTML, b"<html>Sign in</html>", "with text/html, which is no message"),
        ({}, b"<!DOCTYPE html>", "which is no message"), ({"Content-Type": "text/plain"}, b"OK", "which is no message"),
        (XML, b"<html><body/></html>", "which is no message"),
        (JSON, b'{"rel": "participant"}', "with `participant`, where `phoneAudioInvitation` is due"),
        (XML, b'<resource rel="participant"/>', "with `participant`, where `phoneAudioInvitation` is due"),
        (JSON, b"<html>", "not JSON"),
    ],
)  # fmt: skip
def test_address_beside_content_that_is_no_answer(headers, body, problem, status):
    with pytest.raises((TransportError, DecodeError), match=problem):
        START.read(Response(status, {**headers, "Location": "/login"}, body))


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (JSON, b'{"rel": "phoneAudioInvitation"}'),
        (JSON, b"{}"),
        (XML, b"<resource/>"),
        ({}, b" \r\n"),
        (JSON, b'{"rel": "x"}'),
    ],
)
def test_address_beside_content(headers, body):
    assert START.read(Response(201, {**headers, "Location": "/1"}, body)).href == "/1"


@pytest.mark.parametrize(
    ("headers", "body", "problem"),
    [
        (JSON, b"<html>", "not JSON"), (JSON, b'{"rel": "me"', "ends too early"), (XML, b"<html>", "not XML"),
        (XML, b"<html/>", "was answered with application/.*, which is no message"),
        ({}, b"<!-- portal --><html/>", "which is no message"),
    ],
)  # fmt: skip
def test_page_that_says_to_be_a_message_is_no_success(headers, body, problem):
    with pytest.raises((TransportError, DecodeError), match=problem):
        NOTHING.read(Response(200, headers, body))


@pytest.mark.parametrize("call", [GET, START, PHOTO, NOTHING, EventsLink("/e").get(), Link("/x").call("GET")])
def test_part_of_a_resource_is_no_answer(call):
    with pytest.raises(TransportError, match="was answered with 206"):
        call.read(Response(206, JSON, b'{"rel": "contact"}'))


def test_location_with_a_line_end_in_it():
    link = START.read(Response(201, {"Location": "/a\r\nX: y"}))

    with pytest.raises(ValueError, match="is no address"):
        link.get()


@pytest.mark.parametrize("call", [START, GET, PHOTO, EventsLink("/e").get(), NOTHING])
@pytest.mark.parametrize("status", [204, 205])
def test_nothing(call, status):
    assert call.read(Response(status)) is None


@pytest.mark.parametrize(
    ("call", "body"), [(START, b""), (EventsLink("/e").get(), b""), (NOTHING, b""), (NOTHING, b"\r\n")]
)
def test_empty_body_where_nothing_has_to_be(call, body):
    assert call.read(Response(200, {}, body)) is None


@pytest.mark.parametrize("status", [200, 201, 202])
@pytest.mark.parametrize(("call", "due"), [(GET, "contact"), (CONTACTS, "myContacts"), (PHOTO, "image/jpeg")])
def test_empty_body_where_content_is_due(call, due, status):
    with pytest.raises(TransportError, match=f"with {status} and no content, where `{due}` is due") as caught:
        call.read(Response(status, {"Content-Type": "application/json"}))

    assert (caught.value.call, caught.value.response.status_code) == (call, status)


def test_empty_text_is_a_text():
    text = Call("GET", "/t", Media("text/plain")).read(Response(200, {"Content-Type": "text/plain"}))

    assert (text.bytes, text.text) == (b"", "")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (HTML, b"<html>Sign in</html>"), (HTML, b'{"rel": "contact"}'), ({}, b" <!DOCTYPE html>"), ({}, b"OK"),
        ({"Content-Type": "text/plain"}, b"OK"), ({"Content-Type": "image/png"}, b"\x89PNG"),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"a=b"),
    ],
)  # fmt: skip
def test_content_that_is_no_message_where_nothing_is_due(headers, body):
    with pytest.raises(TransportError, match=r"POST /c was answered with .*, which is no message"):
        NOTHING.read(Response(200, headers, body))


@pytest.mark.parametrize(("headers", "body"), [(JSON, b'{"rel": "contact"}'), (XML, b"<resource/>"), (HTML, b"")])
def test_message_where_nothing_is_due(headers, body):
    assert NOTHING.read(Response(200, headers, body)) is None


def test_headers_of_a_page():
    call = Call("HEAD", "/h", ResponseHeaders())

    assert call.read(Response(200, JSON))["Content-Type"] == JSON["content-type"]
    with pytest.raises(TransportError, match="HEAD /h was answered with text/html"):
        call.read(Response(200, HTML))


def of_rel(rel, form):
    """An answer in which the resource says its rel."""
    if form == "json":
        return Response(200, JSON, b'{"rel": "%s", "_links": {"self": {"href": "/1"}}}' % rel.encode())
    head, inner = (f' rel="{rel}"', "") if form == "xml" else ("", f'<property name="rel">{rel}</property>')
    return Response(200, XML, f'<resource href="/1"{head}>{inner}</resource>'.encode())


FORMS = pytest.mark.parametrize("form", ["json", "xml", "xml property"])


@FORMS
@pytest.mark.parametrize(
    ("call", "asked"),
    [(GET, "contact"), (ACCEPTED, "contact"), (CONTACTS, "myContacts"), (START, "phoneAudioInvitation")],
)
def test_answer_of_another_resource(call, asked, form):
    with pytest.raises(TransportError, match=f"was answered with `participant`, where `{asked}` is due") as caught:
        call.read(of_rel("participant", form))

    assert (caught.value.call, caught.value.response.status_code) == (call, 200)


@FORMS
@pytest.mark.parametrize(
    ("call", "rel"),
    [
        (GET, "contact"), (GET, "acceptedByContact"), (ACCEPTED, "acceptedByContact"), (ACCEPTED, "contact"),
        (GET, "unknown"), (GET, "contactPhoto"), (GROUPS, "myGroups"), (CONTACTS, "phoneAudioInvitation"), (CONTACTS, "myContacts"),
    ],
)  # fmt: skip
def test_answer_that_says_another_name_of_the_resource(call, rel, form):
    """Represented resources, revisions, aliases of the spec, and names that no spec has a state for."""
    assert call.read(of_rel(rel, form)).rel == rel


@FORMS
def test_state_where_events_are_due(form):
    if form != "xml property":
        with pytest.raises(DecodeError, match="expected a page of events, found `contact`"):
            EventsLink("/e").get().read(of_rel("contact", form))
    assert len(EventsLink("/e").get().read(of_rel("events", form))) == 0


@pytest.mark.parametrize(
    ("headers", "body", "problem"),
    [(JSON, b"<html>Sign in</html>", "not JSON"), (JSON, b"[]", "expected an object"), (XML, b"<a>", "not XML")],
)
def test_fault_of_an_answer_says_where_it_comes_from(headers, body, problem):
    call = ContactLink("https://h/people/ann?token=s3cret").get()
    with pytest.raises(DecodeError, match=problem) as caught:
        call.read(Response(200, headers, body))

    assert (caught.value.status, caught.value.request) == (200, "GET /people/ann")
    assert str(caught.value).endswith(" (in the answer 200 to GET /people/ann)")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_content():
    photo = ContactPhotoLink("/p").get().read(Response(200, {"Content-Type": "image/png", "ETag": "7"}, b"\x89PNG"))

    assert (photo.bytes, photo.media_type, photo.etag) == (b"\x89PNG", "image/png", "7")
    assert photo == pickle.loads(pickle.dumps(photo)) == Content(b"\x89PNG", "image/png")
    assert Content("é".encode("latin-1"), "text/plain; charset=iso-8859-1").text == "é"
    with pytest.raises(DecodeError, match="expected text in `utf-8`"):
        photo.text  # noqa: B018


def test_events():
    page = (
        EventsLink("/events")
        .get()
        .read(Response(200, JSON, b'{"_links": {"next": {"href": "/2"}}}', "https://h/events"))
    )

    assert isinstance(page, EventPage)
    assert page.next.url == "https://h/2"


def test_document():
    found = MyGroupsLink("/g").post().read(Response(201, {"Content-Type": "application/xml"}, b"<operationsQueued/>"))

    assert isinstance(found, Document)
    assert found.xml().tag == "operationsQueued"


@pytest.mark.parametrize("call", [GET, START, EventsLink("/e").get(), MyGroupsLink("/g").post()])
@pytest.mark.parametrize(
    ("headers", "body"), [(HTML, b"<html>Sign in</html>"), ({}, b"<!doctype html>"), (HTML, b'{"rel": "contact"}')]
)
def test_page_of_something_else(call, headers, body):
    with pytest.raises(TransportError) as caught:
        call.read(Response(200, headers, body))

    assert caught.value.call is call
    assert caught.value.response.content == body


def test_broken_body():
    with pytest.raises(DecodeError, match="ends too early"):
        GET.read(Response(200, JSON, b"{"))


class FromLibrary:
    """A response as an HTTP library has it."""

    status_code = 200
    headers = {"Content-Type": "application/json", "Set-Cookie": "s3cret"}  # noqa: RUF012
    content = b'{"name": "Ann"}'
    url = "https://h/a"
    request = "Authorization: s3cret"


def test_response_of_an_http_library():
    """Any response object works; the stored one has no reference to the request."""
    assert GET.read(FromLibrary()).name == "Ann"
    kept = Response.of(FromLibrary())
    assert list(kept.headers) == ["Content-Type"]
    assert not hasattr(kept, "request")
