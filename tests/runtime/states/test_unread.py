"""Content of XML that no value holds is listed by ``validate``, refused where reading is strict, and kept on the way back."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import State, decode
from sample._runtime.states.xml_unread import has_unread, unread_below
from sample.errors import DecodeError
from sample.resources.my_online_meeting import MyOnlineMeeting, MyOnlineMeetingLink

NAMESPACE = "http://schemas.microsoft.com/rtc/2012/03/ucwa"
XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
CASES = [
    ('<property name="subject"><b>hi</b></property>', "$.subject: an element in a property: `b`"),
    (f'<property name="subject" {XI}>a<xi:include href="file:///etc/passwd"/></property>', "$.subject: an element in a property"),
    ('<propertyList name="attendees"><item>a<b/></item></propertyList>', "$.attendees[0]: an element in a list: `b`"),
    ('<propertyList name="attendees"><item>a</item><other/></propertyList>', "$.attendees[1]: an element in a list: `other`"),
    ('<propertyList name="attendees">a<item>b</item></propertyList>', "$.attendees: a text beside items: 'a'"),
    ('<propertyList name="attendees"><item>b</item>c</propertyList>', "$.attendees: a text beside items: 'c'"),
    ("beside", "$: a text beside members: 'beside'"),
    ('<property name="subject">x</property>beside', "$: a text beside members: 'beside'"),
    ("<property>x</property>", "$: a property without a name"),
    ("<propertyList><item>x</item></propertyList>", "$: a property without a name"),
    ('<link href="/x"/>', "$._links: a link without a `rel`"),
    ('<link rel="x" href="/x">text</link>', "$._links.x: a link with content"),
    ('<link rel="x" href="/x"><b/></link>', "$._links.x: a link with content"),
    ("<resource/>", "$._embedded: an embedded resource without a `rel`"),
    ("<other/>", "$.other: an element that is no member of a resource"),
    ('<property xmlns="urn:x" name="a">x</property>', "$.property: an element that is no member of a resource"),
    ('<resource rel="in">beside</resource>', "$._embedded.in: a text beside members: 'beside'"),
    ('<resource rel="in"/><resource rel="in"><property/></resource>', "$._embedded.in[1]: a property without a name"),
]  # fmt: skip
NAMESPACES = pytest.mark.parametrize("declared", [f' xmlns="{NAMESPACE}"', ""])


def document(content: str, declared: str = f' xmlns="{NAMESPACE}"') -> str:
    return f'<resource rel="myOnlineMeeting" href="/m" etag="7"{declared}>{content}</resource>'


@NAMESPACES
@pytest.mark.parametrize(("content", "problem"), CASES)
def test_it_is_listed_and_refused(content, problem, declared):
    text = document(content, declared)
    state = MyOnlineMeeting.from_xml(text)

    for read in (
        state.validate,
        lambda: MyOnlineMeeting.from_xml(text, strict=True),
        lambda: decode(text, "application/xml", strict=True),
    ):
        with pytest.raises(DecodeError) as caught:
            read()
        assert str(caught.value).startswith(problem)
        assert len(caught.value.faults) == 1


@NAMESPACES
@pytest.mark.parametrize(("content", "problem"), CASES)
def test_it_is_kept(content, problem, declared):
    """In XML; JSON has no place for it, so that it is refused there and not left out."""
    state = MyOnlineMeeting.from_xml(document(content, declared))

    with pytest.raises(DecodeError, match=re.escape(problem)):
        MyOnlineMeeting.from_xml(state.to_xml()).validate()
    assert MyOnlineMeeting.from_xml(state.to_xml()).to_xml() == state.to_xml()
    put = MyOnlineMeetingLink("/m").put(state, expiration_time=None)
    sent = MyOnlineMeeting.from_xml(put.request("xml").content)
    with pytest.raises(DecodeError) as caught:
        sent.validate()
    assert str(caught.value).startswith(problem)
    with pytest.raises(DecodeError) as caught:
        state.to_json()
    assert str(caught.value).startswith(problem)


@pytest.mark.parametrize(("content", "problem"), CASES)
def test_states_that_differ_in_it_are_not_equal(content, problem):
    state, plain = (MyOnlineMeeting.from_xml(document(text)) for text in (content, ""))

    assert state != plain
    assert state == MyOnlineMeeting.from_xml(document(content))


def test_all_of_it_is_listed():
    state = State.from_xml(document("".join(content for content, _ in CASES)))

    with pytest.raises(DecodeError) as caught:
        state.validate()
    assert {str(fault).partition(": ")[2] for fault in caught.value.faults} >= {
        problem.partition(": ")[2] for _, problem in CASES if not problem.startswith(("$._embedded.in", "$.subject"))
    }


def test_it_is_found_in_events():
    event = f'<events xmlns="{NAMESPACE}"><sender rel="me" href="/me"><added rel="contact" href="/c">{{}}</added></sender></events>'
    page = decode(event.format('<resource rel="contact" href="/c">text</resource>'))

    with pytest.raises(DecodeError, match=r"_embedded\.contact: a text beside members"):
        page.validate()
    with pytest.raises(DecodeError, match=r"_embedded\.contact: a text beside members"):
        decode(event.format('<resource rel="contact" href="/c">text</resource>'), strict=True)
    decode(event.format('<resource rel="contact" href="/c"/>'), strict=True)


def page_of(root: str = "", sender: str = "", event: str = "", namespace: str = f' xmlns="{NAMESPACE}"') -> str:
    """A page of events with such content in its envelope."""
    added = f'<added rel="contact" href="/c">{event}<resource rel="contact" href="/c"/></added>'
    return f'<events{namespace} href="/e"><link rel="next" href="/n"/>{root}<sender rel="me" href="/me">{sender}{added}</sender></events>'


PAGES = [
    ({"root": "lost"}, "$: a text beside members: 'lost'"),
    ({"root": "<other/>"}, "$.other: an element that is no member of a page"),
    ({"root": '<link href="/x"/>'}, "$._links: a link without a `rel`"),
    ({"root": '<link rel="x" href="/x">lost</link>'}, "$._links.x: a link with content"),
    ({"root": "<property>lost</property>"}, "$: a property without a name"),
    ({"root": '<property name="a"><b/></property>'}, "$.a: an element in a property: `b`"),
    ({"root": '<propertyList name="a"><item/>lost</propertyList>'}, "$.a: a text beside items: 'lost'"),
    ({"sender": "lost"}, "$.sender[0]: a text beside events: 'lost'"),
    ({"event": "lost"}, "$.sender[0].events[0]: a text beside members: 'lost'"),
    ({"event": "<other/>"}, "$.sender[0].events[0].other: an element that is no member of an event"),
    ({"event": '<resource rel="me"/>'}, "$.sender[0].events[0]._embedded: a second resource in an event"),
    ({"event": '<in rel="people" href="/p">lost</in>'}, "$.sender[0].events[0].in: a link with content"),
    ({"event": "<status>Success<b/></status>"}, "$.sender[0].events[0].status: an element in a text"),
]


@pytest.mark.parametrize("namespace", [f' xmlns="{NAMESPACE}"', ""])
@pytest.mark.parametrize(("content", "problem"), PAGES)
def test_it_is_found_in_the_envelope_of_events(content, problem, namespace):
    text = page_of(**content, namespace=namespace)
    page = decode(text, "application/xml")

    for read in (page.validate, lambda: decode(text, "application/xml", strict=True)):
        with pytest.raises(DecodeError) as caught:
            read()
        assert str(caught.value) == problem
    assert (len(page), page.next.href, page.events[0].link.href) == (1, "/n", "/c")
    assert page != decode(page_of(namespace=namespace), "application/xml")
    assert page == pickle.loads(pickle.dumps(page))


def test_all_of_the_envelope_is_listed():
    everything = {
        place: "".join(row[place] for row, _ in PAGES if place in row) for place in ("root", "sender", "event")
    }
    with pytest.raises(DecodeError) as caught:
        decode(page_of(**everything), "application/xml").validate()

    assert len(caught.value.faults) == len(PAGES)


def test_envelope_that_is_read_completely_has_no_faults():
    event = '<in rel="people" href="/p"> </in><status>Failure</status><reason><code>a</code></reason>'
    text = page_of(
        '\n<property name="a">b</property><propertyList name="c"><item>d</item></propertyList>', " <!-- a -->\n", event
    )

    decode(text, "application/xml", strict=True).validate()


@pytest.mark.parametrize(
    "content",
    [
        '<!-- a --><property name="subject">a<!-- b -->c</property><?pi x?>', "\n  ",
        '<property name="subject"><![CDATA[<b>]]></property>', '<link rel="x" href="/x"> </link>',
        '<propertyList name="attendees">\n <item>a</item>\n</propertyList>', '<propertyList name="attendees"/>',
    ],
)  # fmt: skip
def test_white_space_and_comments_are_nothing(content):
    state = MyOnlineMeeting.from_xml(document(content), strict=True)

    state.validate()
    assert MyOnlineMeeting.from_json(state.to_json()) == state


@pytest.mark.parametrize(
    ("namespace", "found"), [("urn:other", "`urn:other`"), (NAMESPACE.upper(), f"`{NAMESPACE.upper()}`")]
)
def test_unknown_namespace_is_named(namespace, found):
    with pytest.raises(DecodeError, match=rf"expected the namespace `{NAMESPACE}`, found {found} of `resource`"):
        State.from_xml(f'<resource xmlns="{namespace}"/>')
    with pytest.raises(DecodeError, match="expected a `resource` element, found `other`"):
        State.from_xml(f'<other xmlns="{NAMESPACE}"/>')


TEXTS = st.sampled_from(["", " ", "\n\t", "\u00a0", "beside"])
NAMED = st.sampled_from(["", ' rel="in"', ' name="a"', ' rel="in" name="a"'])
TAGS = st.sampled_from(["resource", "link", "property", "propertyList", "item", "other"])
TREES = st.recursive(
    st.just(""),
    lambda inner: st.lists(
        st.tuples(TAGS, NAMED, TEXTS, inner, TEXTS).map(lambda row: "<{0}{1}>{2}{3}</{0}>{4}".format(*row)), max_size=4
    ).map("".join),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, content=TREES)
def test_one_pass_finds_it_exactly_where_the_listing_does(text, content):
    state = MyOnlineMeeting.from_xml(document(text + content))

    assert has_unread(state) == bool(list(unread_below(state)))


def test_a_link_without_an_address_is_refused_in_json_after_what_is_unread():
    inner = '<resource rel="meeting"><link rel="self" href="/a"/><link rel="me"/></resource>'
    state = MyOnlineMeeting.from_xml(document(inner + inner))
    with pytest.raises(DecodeError, match="expected a link with an `href`") as caught:
        state.to_json()
    assert caught.value.path == "$._embedded.meeting[0]._links.me"

    with pytest.raises(DecodeError, match="a text beside members"):
        MyOnlineMeeting.from_xml(document(inner + "text")).to_json()
