"""Data links: all content that a server encodes is decoded."""

from __future__ import annotations

import base64
import copy
import pickle
from urllib.parse import quote_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import DataLink
from sample.errors import DecodeError, InvalidArgument

PARTS = "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\na=x+y\r\n--b--\r\n"


@pytest.mark.parametrize(
    ("href", "media_type", "text"),
    [
        ("data:text/plain,Hello+World", "text/plain", "Hello World"),
        ("data:text/plain;charset=utf-8,Hi+Tosh%0d%0a", "text/plain", "Hi Tosh\r\n"),
        ("data:text/plain;charset=utf8,%C3%A9%2B", "text/plain", "é+"),
        ('DATA:Text/HTML;Charset="iso-8859-1",%E9', "text/html", "é"),
        ("data:text/plain;base64,SGk%2B", "text/plain", "Hi>"),
        ("data:text/plain;base64,SGk+", "text/plain", "Hi>"),
        ("data:text/plain;base64,SGk-", "text/plain", "Hi>"),
        ("data:text/plain;base64,\r\n  SGVs\r\n\tbG8", "text/plain", "Hello"),
        ("data:text/plain;base64,SGVsbG8%3D", "text/plain", "Hello"),
        ("data:text/plain;charset=utf-16le;BASE64,SABpAA==", "text/plain", "Hi"),
        ("data:,", "text/plain", ""),
        ("data:;base64,", "text/plain", ""),
        ("data:text/plain,a,b;c", "text/plain", "a,b;c"),
        ('data:text/plain;charset="utf-8";x="a,b",hi', "text/plain", "hi"),
        ('data:text/plain;x="a;base64,b;c",hi,"you"', "text/plain", 'hi,"you"'),
        ('data:text/plain,"a;b"', "text/plain", '"a;b"'),
        ('data:text/plain;x="a,hi', "text/plain", "hi"),
        ("data:text/plain;x=a%22,hi%22", "text/plain", 'hi"'),
    ],
)
def test_content(href, media_type, text):
    link = DataLink(href)

    assert (link.media_type, link.text, link.href) == (media_type, text, href)
    assert link.bytes.decode(link.parameters.get("charset", "utf-8")) == text


def test_parameters_in_quotes():
    link = DataLink('data:text/plain;charset="utf-8";x="a,b;c",hi')

    assert link.parameters == {"charset": "utf-8", "x": "a,b;c"}


def test_multipart_of_several_kilobytes():
    content = PARTS.encode() * 200
    link = DataLink(f'data:multipart/alternative;charset=UTF-8;boundary="b",{quote_from_bytes(content)}')

    assert link.bytes == content
    assert link.parameters == {"charset": "UTF-8", "boundary": "b"}


@given(st.binary(), st.booleans())
def test_bytes_of_either_encoding(content, url_safe):
    encode = base64.urlsafe_b64encode if url_safe else base64.b64encode

    assert DataLink(f"data:;base64,{quote_from_bytes(encode(content))}").bytes == content
    assert DataLink(f"data:,{quote_from_bytes(content)}").bytes == content
    assert DataLink.of(content).bytes == content


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_of_our_own(content):
    link = DataLink.of(content)

    assert (link.text, link.media_type) == (content, "text/plain")
    assert link.href.isascii()
    assert DataLink.of(content, "text/html;charset=utf-8").media_type == "text/html"


@pytest.mark.parametrize(
    "href",
    [
        "/people/ann",
        "data:",
        "data:text/plain;base64,a",
        "data:;base64,%FF",
        "data:;base64,a=b=",
        "data:;charset=klingon,x",
        "data:;charset=utf-8,%FF",
        "data:;charset=hex,61",
        "data:,%zz",
        "data:,a%",
        "data:,%2",
        "data:;base64,SGk%3",
    ],
)
def test_content_that_cannot_be_read(href):
    link = DataLink(href)

    with pytest.raises(DecodeError):
        link.text  # noqa: B018
    assert link.media_type == "text/plain"


def test_data_link_is_a_value():
    link = DataLink("data:text/plain,private")

    assert link == DataLink("data:text/plain,private") != DataLink("data:,other")
    assert len({link, copy.deepcopy(link), pickle.loads(pickle.dumps(link))}) == 1
    assert repr(link) == "<DataLink text/plain, 23 characters>"
    with pytest.raises(AttributeError):
        link.href = "x"
    with pytest.raises(InvalidArgument):
        DataLink.of("\ud800")
