"""Answers that are not as the page shows are named: each kind of difference, in bodies, events, batches and headers."""

from __future__ import annotations

import json

import pytest

from ucwa2.conformance.comparing import Comparer
from ucwa2.conformance.events import Inbox, Told, compare_events
from ucwa2.conformance.known import Known
from ucwa2.conformance.parts import compare_parts
from ucwa2.conformance.sending import RawResponse
from ucwa2.conformance.transcript import message
from ucwa2.conformance.xml_tree import compare_xml

PAGE = {"rel": "note", "message": "Hi", "type": "Personal", "_links": {"self": {"href": "/a"}}, "tags": ["a"]}
RANDOM = "4d221db7-4af0-476b-9443-8bc874283085"


def differences(page, body, comparer=None):
    return [str(found) for found in (comparer or Comparer()).body(page, body)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"message": None}, "$.message: a text on the page, null from the server"),
        ({"message": 3}, "$.message: a text on the page, a number from the server"),
        ({"type": "Other"}, "$.type: `Personal` on the page, another value from the server"),
        ({"rel": "contactNote"}, "$.rel: `note` on the page, `contactNote` from the server"),
        ({"tags": []}, "$.tags: items on the page, an empty list from the server"),
        ({"tags": {}}, "$.tags: a list on the page, an object from the server"),
        ({"_links": {}}, "$._links.self: an object on the page, missing from the server"),
        ({"_links": {"self": {"href": 1}}}, "$._links.self.href: a text on the page, a number from the server"),
    ],
)
def test_member_that_differs(change, said):
    assert differences(PAGE, {**PAGE, **change}) == [said]


def test_more_members_and_other_values_of_persons_are_no_difference():
    assert differences(PAGE, {**PAGE, "message": "Else", "more": 1, "_links": {"self": {"href": "/b"}, "x": {}}}) == []


def test_missing_member():
    assert differences({"a": {"b": True}}, {"a": {}}) == ["$.a.b: a flag on the page, missing from the server"]
    assert differences({"b": True}, {"b": False}) == ["$.b: true on the page, false from the server"]


def test_item_of_a_list_that_is_missing_or_differs():
    assert differences([{"a": 1}, {"a": 1}], [{"a": 1}]) == ["$[1]: an object on the page, missing from the server"]
    assert differences([{"a": 1}], [{"a": ""}]) == ["$[0].a: a number on the page, a text from the server"]


def test_list_may_be_shorter_where_the_users_of_the_pages_are_not_there():
    few = Comparer(whole_lists=False)

    assert differences([{"a": 1}, {"a": 1}], [{"a": 1}], few) == []
    assert differences([{"a": 1}], [], few) == ["$[0]: an object on the page, missing from the server"]


def test_property_of_a_random_name_may_have_any_such_name():
    other = "aaaaaaaa-1111-2222-3333-444444444444"
    assert differences({RANDOM: "please"}, {other: "please"}) == []
    assert differences({"56de...4c83": "please"}, {other: "please"}) == []
    assert differences({RANDOM: "please"}, {"name": "please"}) == [
        "$.(random name): there on the page, missing from the server"
    ]


def test_what_the_guide_has_sent_comes_back():
    comparer = Comparer()
    comparer.note(json.dumps({"subject": "Plans"}))

    assert differences({"subject": "Plans"}, {"subject": "Other"}, comparer) == [
        "$.subject: what was sent as `subject` on the page, another value from the server"
    ]
    assert differences({"title": "Plans"}, {"title": "Other"}, comparer) == []


def page(text, title="GET json response note"):
    return message({"title": title, "text": text})


def answer(status=200, headers=(), body=b""):
    return RawResponse("http://host/x", status, tuple(headers), body)


@pytest.mark.parametrize(
    ("text", "came", "said"),
    [
        ("HTTP/1.1 204 No Content", answer(), ["status"]),
        ("HTTP/1.1 200 OK\nContent-Type: application/json", answer(), ["header content-type"]),
        ("HTTP/1.1 201 Created\nLocation: /a", answer(201), ["header location"]),
        ("HTTP/1.1 200 OK\nETag: \"1\"", answer(), ["header etag"]),
        ("HTTP/1.1 400 Bad\nX-Ms-diagnostics: 28020", answer(400), ["header X-Ms-diagnostics"]),
        ("HTTP/1.1 401 No\nWWW-Authenticate: Bearer", answer(401), ["header www-authenticate"]),
        ("HTTP/1.1 200 OK\nSet-Cookie: a=1; secure", answer(), ["header set-cookie a"]),
        ("HTTP/1.1 200 OK\nContent-Type: application/json; charset=utf-8\nLocation: /a",
         answer(headers=[("content-type", "application/JSON"), ("location", "/b")]), []),
    ],
)  # fmt: skip
def test_status_and_headers(text, came, said):
    assert [found.at for found in Comparer().head(page(text), came)] == said


def told(sender, kind, rel, **more):
    return Told(sender, {"type": kind, "link": {"rel": rel, "href": "/a"}, **more}, answer())


def events(came, wanted):
    return [str(found) for found in compare_events(Comparer(), Inbox([*came]), wanted)]


def test_event_that_is_missing_or_out_of_order_or_of_another_sender():
    one, two = told("me", "updated", "note"), told("me", "added", "note")

    assert events([one, two], [one, two]) == []
    assert events([two, one], [one, two]) == [
        "event added note from me: later on the page, earlier than the event before it from the server"
    ]
    assert events([told("people", "updated", "note")], [one]) == [
        "event updated note from me: there on the page, missing from the server"
    ]
    assert events([one], [told("me", "updated", "note", status="Success")]) == [
        "event updated note from me: $.status: a text on the page, missing from the server"
    ]


def test_order_counts_for_each_sender():
    one, two = told("me", "updated", "note"), told("people", "updated", "contact")

    assert events([two, one], [one, two]) == []


def test_update_that_was_part_of_an_earlier_one_is_not_missing():
    one = told("me", "updated", "note")
    inbox = Inbox([one])

    assert list(compare_events(Comparer(), inbox, [one])) == []
    assert list(compare_events(Comparer(), inbox, [one])) == []
    inbox.take({}, answer())
    assert len(list(compare_events(Comparer(), inbox, [one]))) == 1


def test_xml_that_differs():
    due = '<r xmlns="x"><a rel="b"/><property name="c">1</property><empty/></r>'

    assert list(compare_xml(due, b'<r xmlns="x"><property name="c">2</property><a rel="b" href="h"/></r>')) == []
    assert [found.at for found in compare_xml(due, b'<r xmlns="x"><a rel="other"/></r>')] == ["/r/a b", "/r/property c"]
    assert [found.at for found in compare_xml(due, b"{}")] == ["/"]
    assert [found.at for found in compare_xml(due, b"<s/>")] == ["/"]
    assert [found.at for found in compare_xml(due, b'<!DOCTYPE r [<!ENTITY a "b">]><r/>')] == ["/"]


BATCH = """HTTP/1.1 200 OK
Content-Type: multipart/batching; boundary="x"

--x
Content-Type: application/http; msgtype=response

HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8

?
{"rel": "note", "contact": { ... }}
--x--
"""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("", ""), []),
        (("200 OK\r\nC", "404 Not Found\r\nC"), ["part 0: status"]),
        (("application/json", "text/html"), ["part 0: header content-type"]),
        (('"contact"', '"other"'), ["part 0: $.contact"]),
        (("--b--", "--b\r\n\r\n\r\n--b--"), ["parts"]),
    ],
)
def test_part_that_differs(change, said):
    body = (
        '--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n'
        '{"rel": "note", "contact": {}}\r\n--b--\r\n'
    ).replace(*change)  # fmt: skip
    came = answer(headers=[("Content-Type", "multipart/batching; boundary=b")], body=body.encode())

    found = compare_parts(Comparer(), Known("http://host/"), page(BATCH, "POST json response batch"), came)
    assert [one.at for one in found] == said
