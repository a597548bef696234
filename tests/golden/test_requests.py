"""The generated method, called with the sample's arguments, makes the documented request."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from tests.golden import calling, compare
from tests.golden.corpus import of

REQUESTS = of("request")
OF_THE_CONNECTION = {"authorization", "content-length", "connection", "accept-encoding", "cookie"}
"""Headers that a client adds when it sends; the lengths in the samples are wrong."""
OF_THE_BROWSER = {
    "user-agent", "accept-language", "cache-control", "dnt", "referer", "x-ms-origin", "x-requested-with",
}  # fmt: skip
"""Headers of the browser in which the samples of guides were recorded."""
ANYTHING = "*/*"
MADE_UP = {"sample:80", "lyncweb.metio.ms", "contoso.com"}
"""Hosts in addresses of samples whose Host header has another name; the authors replaced the names by hand."""


@pytest.mark.parametrize("case", REQUESTS, ids=lambda case: case.id)
def test_request_equals_the_sample(case, tally):
    made, message, format = calling.call_of(case).request(case.example.format), case.message, case.example.format
    supplied, moved = calling.supplied(case), calling.moved(case)

    assert made.method == message.start.split(" ")[0]
    assert compare.address(made.url, supplied) == compare.address(calling.target(case), moved)
    if case.operation.content:
        assert made.content.decode() == message.body
    else:
        sent = compare.input(message.body, format) or {}
        sent = {name: value for name, value in sent.items() if value is not None or made.method == "PUT"}
        assert (compare.input(made.content, format, supplied) or {}) == sent | moved
    tally("requests with a body" if message.body.strip() else "requests without a body", case)


@pytest.mark.parametrize("case", REQUESTS, ids=lambda case: case.id)
def test_headers_equal_those_of_the_sample(case, tally):
    """Headers of the client and of browsers, listed above, are left out and counted."""
    made = calling.call_of(case).request(case.example.format)
    headers = {name.lower(): value for name, value in made.headers.items()} | {"host": compare.host(made.url)}

    for name, value in message_headers(case):
        if name in OF_THE_CONNECTION | OF_THE_BROWSER or value == ANYTHING or is_made_up(name, made.url):
            tally(f"headers left out: {name}", case)
        else:
            assert compare.tag(headers[name]) == compare.tag(value), name
            tally(f"headers equal: {name}", case)


def message_headers(case):
    """The headers of the sample; a sample with a relative address has the host of its header."""
    is_whole = urlsplit(calling.target(case)).netloc
    found = ((name.lower(), value) for name, value in case.message.headers)
    return [(name, value) for name, value in found if is_whole or name != "host"]


def is_made_up(name, url):
    return name == "host" and urlsplit(url).netloc in MADE_UP


XML = [
    case
    for case in REQUESTS
    if case.example.format == "xml" and case.message.body.strip() and not case.operation.content
]


@pytest.mark.parametrize("case", XML, ids=lambda case: case.id)
def test_document_has_the_form_of_the_sample(case, tally):
    """The root and the members in order; JSON has no order. A PUT has the order of the state to change."""
    made, sample = (compare.outline(text) for text in (calling.call_of(case).request("xml").content, case.message.body))

    assert made.root == sample.root
    if sample.root != "resource":
        assert [name for name in made.members if name in sample.members] == sample.members
    tally("XML documents of one root and order", case)
