"""Smaller things that clients do: forms in several parts, texts where no body is due, addresses, compression."""

from __future__ import annotations

import gzip
import zlib

import pytest
from tests.sandbox.foreign.bare import APPLICATIONS, Line, exchange

FIELDS = (("grant_type", "password"), ("username", "ann@contoso.com"), ("password", "secret"))


def multipart(mark: str, end: str = "--") -> str:
    rows = "".join(
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in FIELDS
    )
    return f"{rows}--{mark}{end}\r\n"


@pytest.mark.parametrize("mark", ["abc", "----WebKitFormBoundary7MA4YWxkTrZu0gW"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_token_is_given_for_a_form_in_parts(sandbox, mark, quote):
    kind = {"Content-Type": f"multipart/form-data; boundary={quote}{mark}{quote}"}

    found = Line(sandbox.url).send("POST /WebTicket/oauthtoken", multipart(mark), kind)

    assert (found.status, found.json["token_type"]) == (200, "Bearer")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("multipart/form-data; boundary=abc", multipart("other")),
        ("multipart/form-data", multipart("abc")),
        ("multipart/form-data; boundary=abc", ""),
        ("multipart/form-data; boundary=abc", "--abc\r\n\r\nx\r\n--abc--\r\n"),
    ],
)
def test_form_that_cannot_be_read_is_refused(sandbox, kind, content):
    found = Line(sandbox.url).send("POST /WebTicket/oauthtoken", content, {"Content-Type": kind})

    assert (found.status, found.json["error"]) == (400, "invalid_request")


def test_token_is_given_at_any_spelling_of_its_address(sandbox):
    body = "&".join(f"{name}={value}" for name, value in FIELDS)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}

    assert Line(sandbox.url).send("POST //webticket//OAuthToken/", body, kind).status == 200


@pytest.mark.parametrize("kind", ["text/plain", "text/plain;charset=UTF-8", "application/x-www-form-urlencoded", ""])
@pytest.mark.parametrize("text", ["x", "undefined"])
def test_body_where_none_is_due_is_passed_over(ann_line, kind, text):
    assert ann_line.send("POST ~/reportMyActivity", text, {"Content-Type": kind}).status == 204


def test_body_of_another_kind_is_refused_where_one_is_due(ann_line):
    assert ann_line.send("POST ~/me/note", "x", {"Content-Type": "text/plain"}).status == 415


@pytest.mark.parametrize("query", ["bob", "sip:bob@contoso.com", "SIP:Bob@contoso.com", "bob@contoso.com", "Berg"])
def test_contact_is_found_by_address(ann_line, query):
    (found,) = ann_line.send(f"GET ~/people/search?query={query}").json["_embedded"]["contact"]

    assert found["uri"] == "sip:bob@contoso.com"


def test_system_groups_are_embedded_as_in_the_guide(ann_line):
    groups = ann_line.send("GET ~/people/groups").json["_embedded"]

    assert groups["defaultGroup"]["rel"] == "defaultGroup"
    assert groups["pinnedGroup"]["rel"] == "pinnedGroup"
    assert (groups["group"], groups["distributionGroup"]) == ([], [])


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("gzip", "gzip"),
        ("gzip, deflate", "gzip"),
        ("deflate, GZIP;q=0.5", "gzip"),
        ("gzip;q=0", None),
        ("identity", None),
        ("", None),
        ("*", "gzip"),
        ("*;q=0, gzip", "gzip"),
    ],
)
def test_answer_is_compressed_when_asked(line, asked, given):
    body = '{"userAgent":"x","endpointId":"1","culture":"en-US"}'
    found = line.send(f"POST {APPLICATIONS}", body, {"Accept-Encoding": asked})
    headers = {name.lower(): value for name, value in found.headers}

    assert headers.get("content-encoding") == given
    assert headers["vary"].lower() == "accept-encoding"
    text = gzip.decompress(found.content) if given else found.content
    assert text.startswith(b"{")


def test_error_and_events_are_compressed_too(ann_line):
    for start in ("GET ~/events?ack=99", "GET ~/communication"):
        found = ann_line.send(start, headers={"Accept-Encoding": "gzip"})
        assert b"_links" in gzip.decompress(found.content)


def test_picture_and_short_answers_are_not_compressed(ann_line):
    for start in ("GET ~/photo", "POST ~/reportMyActivity"):
        found = ann_line.send(start, headers={"Accept-Encoding": "gzip"})
        assert "content-encoding" not in {name.lower() for name, _ in found.headers}


def test_body_that_is_compressed_is_read(ann_line):
    content = gzip.compress(b'{"message":"packed"}')

    assert ann_line.send("POST ~/me/note", content, {"Content-Encoding": "gzip"}).status == 204
    assert ann_line.send("GET ~/me/note").json["message"] == "packed"


@pytest.mark.parametrize(
    "content",
    [b"not packed", gzip.compress(b"x" * 100)[:-9], zlib.compress(b"{}")],
    ids=["plain", "cut", "zlib"],
)
def test_body_that_cannot_be_unpacked_is_refused(ann_line, content):
    assert ann_line.send("POST ~/me/note", content, {"Content-Encoding": "gzip"}).status == 400


def test_body_that_is_too_large_when_unpacked_is_refused(ann_line):
    content = gzip.compress(b" " * (4 * 1024 * 1024 + 1))

    assert ann_line.send("POST ~/me/note", content, {"Content-Encoding": "gzip"}).status == 413


def test_body_in_an_unknown_encoding_is_refused(ann_line):
    assert ann_line.send("POST ~/me/note", "{}", {"Content-Encoding": "br"}).status == 415


def test_request_of_an_old_client_is_answered(sandbox):
    found = exchange(sandbox.url, b"GET / HTTP/1.0\r\nAccept: application/json\r\n\r\n")

    assert found.status == 200
