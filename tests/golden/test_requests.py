"""A documented request is made by calling the generated method with the sample's arguments."""

from __future__ import annotations

import pytest
from tests.golden import calling, compare
from tests.golden.corpus import of

REQUESTS = of("request")
OF_THE_CONNECTION = {"authorization", "host", "content-length"}
"""Headers that a client adds when it sends; the lengths in the samples are those of other texts."""


@pytest.mark.parametrize("case", REQUESTS, ids=lambda case: case.id)
def test_request_equals_the_sample(case, tally):
    made = calling.call_of(case).request(case.example.format)
    message = case.message

    supplied = {mend.partition(" = ")[0] for mend in case.mends("supplied")}
    headers = {name.lower(): value for name, value in made.headers.items()}

    assert made.method == message.start.split(" ")[0]
    assert compare.address(made.url, supplied) == compare.address(calling.target(case))
    for name, value in message.headers:
        if name.lower() not in OF_THE_CONNECTION:
            assert compare.tag(headers[name.lower()]) == compare.tag(value), name
    if case.operation.content:
        assert made.content.decode() == message.body
    else:
        assert compare.input(made.content, case.example.format, supplied) == compare.input(
            message.body, case.example.format
        )
    tally("requests with a body" if message.body.strip() else "requests without a body", case)
