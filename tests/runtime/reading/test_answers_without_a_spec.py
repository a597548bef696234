"""Calls whose result no spec declares: what arrives is returned, and a page or a damaged message is not taken for it."""

from __future__ import annotations

import pickle

import pytest
from answer_headers import HTML, JSON, XML
from sample import Content, Link
from sample._runtime import Response
from sample.errors import DecodeError, TransportError
from sample.resources.contact import Contact, ContactLink
from sample.resources.send_message import SendMessageLink


def test_call_without_a_spec_returns_what_arrives():
    call = Link("/x", base="https://h/").call("GET")

    assert isinstance(call.read(Response(200, JSON, b'{"rel": "contact"}')), Contact)
    assert isinstance(call.read(Response(200, {"Content-Type": "image/png"}, b"x")), Content)
    assert call.read(Response(201, {"Location": "/y"})).url == "https://h/y"
    assert call.read(Response(204)) is None
    assert isinstance(call.read(Response(200, {"Content-Type": "text/plain"}, b"hello")), Content)
    assert isinstance(call.read(Response(200, {"Content-Type": "application/octet-stream"}, b"{x")), Content)


PAGES = [
    (HTML, b"<html>"), (HTML, b""), ({"Content-Type": "application/xhtml+xml"}, b"<html/>"), ({}, b"<!DOCTYPE html>"),
    ({}, b"<!-- portal --> <html>"),
]  # fmt: skip


@pytest.mark.parametrize("link", [Link("/x"), ContactLink("/x"), SendMessageLink("/x")])
@pytest.mark.parametrize(("headers", "body"), PAGES)
def test_page_in_answer_to_a_call_without_a_spec(link, headers, body):
    for method in ("GET", "POST", "PATCH"):
        with pytest.raises(TransportError, match=f"{method} /x was answered with .*, which is no message"):
            link.call(method).read(Response(200, headers, body))


@pytest.mark.parametrize(("headers", "body"), [row for row in PAGES if row[1]])
def test_page_that_was_asked_for_without_a_spec(headers, body):
    call = Link("/x").call("GET", headers={"accept": "text/html"})

    assert call.read(Response(200, headers, body)).bytes == body
    assert call == pickle.loads(pickle.dumps(call))


@pytest.mark.parametrize(("headers", "body"), [(JSON, b"<html>"), (JSON, b'{"rel": "me"'), (XML, b"<a>")])
def test_message_that_cannot_be_read_without_a_spec(headers, body):
    with pytest.raises(DecodeError, match="in the answer 200 to GET /x"):
        Link("/x").call("GET").read(Response(200, headers, body))
