"""A documented request is made by calling the generated method with the sample's arguments."""

from __future__ import annotations

import pytest
from tests.golden import calling, compare
from tests.golden.corpus import of

REQUESTS = of("request")
OF_THE_CONNECTION = {"authorization", "host", "content-length", "connection", "accept-encoding", "cookie"}
"""Headers that a client adds when it sends; the lengths in the samples are those of other texts."""
OF_THE_BROWSER = {
    "user-agent", "accept-language", "cache-control", "dnt", "referer", "x-ms-origin", "x-requested-with",
}  # fmt: skip
"""Headers of the browser in which the samples of guides were recorded."""


@pytest.mark.parametrize("case", REQUESTS, ids=lambda case: case.id)
def test_request_equals_the_sample(case, tally):
    made = calling.call_of(case).request(case.example.format)
    message = case.message

    supplied = {mend.partition(" = ")[0] for mend in case.mends("supplied")}
    moved = calling.moved(case)
    headers = {name.lower(): value for name, value in made.headers.items()}

    assert made.method == message.start.split(" ")[0]
    assert compare.address(made.url, supplied) == compare.address(calling.target(case), moved)
    for name, value in message.headers:
        if name.lower() not in OF_THE_CONNECTION | OF_THE_BROWSER and value != "*/*":
            assert compare.tag(headers[name.lower()]) == compare.tag(value), name
    if case.operation.content:
        assert made.content.decode() == message.body
    else:
        sent = compare.input(message.body, case.example.format) or {}
        sent = {name: value for name, value in sent.items() if value is not None or made.method == "PUT"}
        assert (compare.input(made.content, case.example.format, supplied) or {}) == sent | moved
    tally("requests with a body" if message.body.strip() else "requests without a body", case)
