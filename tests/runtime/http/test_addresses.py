"""Addresses and headers: queries are extended, relative addresses resolved, and injection is refused."""

from __future__ import annotations

from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import Link
from sample._runtime.base.redact import shown
from sample._runtime.http.messages import Headers, add_query, check_header, media_type, quoted, resolve
from sample.errors import InvalidArgument

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(
    st.lists(st.tuples(TEXTS, TEXTS), max_size=4),
    st.sampled_from(["/a", "/a?", "/a?b=%2F+&c", "?x", "/a#f", "/a?b=c#f?d"]),
)
def test_added_parameters_are_what_a_server_reads(pairs, href):
    """The existing query stays unchanged, and parameters are appended."""
    found = add_query(href, pairs)

    before, after = urlsplit(href), urlsplit(found)
    assert after.query.startswith(before.query)
    assert (after.path, after.fragment) == (before.path, before.fragment)
    kept = parse_qsl(before.query, keep_blank_values=True)
    assert parse_qsl(after.query, keep_blank_values=True) == kept + pairs


@pytest.mark.parametrize(
    ("base", "href", "url"),
    [
        ("https://h:443/a/b?c", "/x", "https://h:443/x"),
        ("https://h/a/b", "x?y=z", "https://h/a/x?y=z"),
        ("https://h/a", "https://i/b", "https://i/b"),
        ("https://h/a", "//i/b", "https://i/b"),
        ("https://h/a", "", "https://h/a"),
        (None, "/x", "/x"),
        ("", "x", "x"),
    ],
)
def test_relative_address(base, href, url):
    assert resolve(base, href) == url
    assert Link(href, base=base).url == url


PIECES = st.lists(
    st.sampled_from([
        "https:", "http:", "HTTP:", "//", "/", "h", "h.i", "8080", ":", "@", ".", "..", "a", "B-_~", "?", "=", "&", "%2F", "#",
        ";", "\\", "é",
    ]),
    max_size=8,
).map("".join)  # fmt: skip


@given(st.sampled_from(["", "https://h", "http://h:80", "https://", "HTTPS://h"]), PIECES, PIECES)
def test_address_is_that_of_the_parser_also_where_none_is_needed(server, rest, href):
    try:
        expected = (
            urljoin(f"{server}{rest}", href) if server + rest and not href.startswith(("https://", "http://")) else href
        )
        urlsplit(href)
    except ValueError:
        return
    try:
        assert resolve(f"{server}{rest}", href) == expected
    except InvalidArgument:
        assert not href.isprintable() or " " in href


@pytest.mark.parametrize("href", ["/a\n", "/\ta", "/a b", "/\x7f", "/\x85", "/\u2028", "http://["])
def test_address_that_is_none(href):
    with pytest.raises(InvalidArgument):
        resolve("https://h/", href)


@given(st.text())
def test_header_value_is_one_line_of_ascii_or_refused(value):
    try:
        check_header("X-Test", value)
    except InvalidArgument:
        assert not value.isascii() or any(ord(sign) < 32 or ord(sign) == 127 for sign in value)
    else:
        assert value.isascii()
        assert not set("\r\n\0") & set(value)


@pytest.mark.parametrize("name", ["", "a b", "a:", "a\r\nb", "ä"])
def test_header_name(name):
    with pytest.raises(InvalidArgument, match="is no name of a header"):
        check_header(name, "x")


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        (None, ("", None)),
        ("Text/HTML", ("text/html", None)),
        ('application/json; x="y"; Charset="UTF-8"', ("application/json", "UTF-8")),
        ("application/xml;charset=", ("application/xml", None)),
    ],
)
def test_media_type(content_type, expected):
    assert media_type(content_type) == expected


def test_etag_of_a_header():
    assert [quoted(etag) for etag in ("7", '"7"', 'W/"7"', "*")] == ['"7"', '"7"', 'W/"7"', "*"]


def test_headers_by_any_case():
    headers = Headers([("ETag", "7"), ("X", "y")])

    assert headers["etag"] == headers["ETAG"] == "7"
    assert dict(headers) == {"ETag": "7", "X": "y"}
    assert headers.get("none") is None


@pytest.mark.parametrize(
    ("href", "text"),
    [
        ("/a?key=1&b=2", "/a?key=…&b=2"),
        ("https://user:pass@h/a@b", "https://h/a@b"),
        ("data:text/plain,private", "data:…"),
        ("/?access_token=x", "/?access_token=…"),
        ("/" + "x" * 200, "/" + "x" * 94 + "…"),
        (None, ""),
    ],
)
def test_address_that_is_shown(href, text):
    assert shown(href) == text
