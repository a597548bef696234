"""What is sent is what the page has: headers in their order, spelling and body, but for what answers settle."""

from __future__ import annotations

import pytest
from tests.conformance.table import ROOT, SPELT, spelling

from ucwa2.conformance.binding import Binder
from ucwa2.conformance.known import Known
from ucwa2.conformance.transcript import guides, message
from ucwagen.source import http

FOUND = guides()
assert FOUND is not None
SHARED = ROOT.parent / "shared/docs/2022"
REQUESTS = [
    (guide.name, step.request) for guide in FOUND.guides.values() for step in guide.steps if step.request is not None
]
SETTLED = {"authorization", "cookie", "if-match", "host", "content-length"}


def examples(name):
    path = ROOT / f"specs/examples/guides/{name}.http"
    return http.parse(str(path), path.read_text("utf-8"))


@pytest.mark.parametrize(("name", "page"), REQUESTS, ids=lambda one: getattr(one, "title", one))
def test_request_is_that_of_the_page(name, page):
    sent = Binder(Known("http://127.0.0.1:1/", token="cwt=x")).request(page)

    assert sent.method == page.start.split()[0]
    own = [(key, value) for key, value in sent.headers if key.lower() not in SETTLED]
    assert own == [(key, value) for key, value in page.headers if key.lower() not in SETTLED]
    assert sent.url.startswith("http://127.0.0.1:1/")
    if "multipart" not in (page.header("content-type") or ""):
        assert sent.body.decode() == page.body


def test_names_are_spelt_as_on_the_page():
    mended = {
        (name, one.title) for name in FOUND.guides for one in examples(name) for mend in one.mends if mend.text == SPELT
    }

    assert mended == {(name, row.message) for name in FOUND.guides for row in spelling(name)}
    assert len(mended) == 12


@pytest.mark.skipif(not SHARED.is_dir(), reason="the pages of the reference are not there")
def test_spelling_is_on_the_page():
    for name in FOUND.guides:
        text = (SHARED / f"{name}.md").read_text("utf-8-sig")
        assert [row.page for row in spelling(name) if row.page not in text] == [], name


def bound(text, known, rel="note", **more):
    return Binder(known, **more).request(message({"title": "POST json request note", "text": text, "rel": rel}))


def test_address_is_bound_by_its_place_then_by_rel_then_by_path():
    known = Known("http://here/", application="http://here/ucwa/v1/applications/7")
    known.links += [("note", "http://here/elsewhere/note"), ("applications", "http://here/ucwa/v1/applications")]
    text = "POST https://there/ucwa/oauth/v1/applications/101/me/note?a=1 HTTP/1.1"

    assert bound(text, known, None).url == "http://here/ucwa/v1/applications/7/me/note?a=1"
    assert bound(text, known).url == "http://here/elsewhere/note?a=1"
    assert bound(text, known, None, rels={"/me/note": "note"}).url == "http://here/elsewhere/note?a=1"
    known.addresses["/ucwa/oauth/v1/applications/101/me/note"] = {"": "http://here/own/note?b=2"}
    assert bound(text, known).url == "http://here/own/note?b=2&a=1"


def test_address_is_bound_by_its_query_too():
    known = Known("http://here/")
    known.addresses["/groups"] = {"id=pinned": "http://here/groups/1", "id=default": "http://here/groups/2"}

    assert bound("POST /groups?id=default&duration=11 HTTP/1.1", known).url.startswith("http://here/groups/2?")
    assert bound("POST /groups?id=pinned HTTP/1.1", known).url.startswith("http://here/groups/1?")


def test_persons_are_replaced_in_addresses_and_bodies():
    words = {"ann@contoso.com": "eve@example.org"}
    text = 'POST /search?query=ANN@contoso.com HTTP/1.1\nHost: there\n\n{"to": "sip:ann@contoso.com"}'

    sent = bound(text, Known("http://here/"), None, words=words)

    assert sent.url == "http://here/search?query=eve@example.org"
    assert sent.body == b'{"to": "sip:eve@example.org"}'


def test_token_is_sent_in_place_of_that_of_the_page_and_never_to_another_service():
    text = "POST /a HTTP/1.1\nAuthorization: Bearer cwt=AA"
    row = {"title": "POST json request token", "text": "POST /a HTTP/1.1", "foreign": True}

    assert bound(text, Known("http://here/", token="t")).headers == (("Authorization", "Bearer t"),)
    assert bound(text, Known("http://here/")).headers == ()
    assert Binder(Known("http://here/", token="t")).request(message(row)).headers == ()
