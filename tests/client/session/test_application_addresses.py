"""Which addresses belong to an application, and which to another one beside it."""

from __future__ import annotations

import pytest

from ucwa2._runtime.client.session.application import is_inside, is_of_another

ONE = "https://h/ucwa/applications/1"


@pytest.mark.parametrize(
    ("href", "inside", "other"),
    [
        (ONE, True, False),
        (f"{ONE}/", True, False),
        (f"{ONE}/events?ack=2", True, False),
        (f"{ONE}?ack=2", True, False),
        (f"{ONE}0/events?ack=2", False, True),
        ("https://h/ucwa/applications/2/events", False, True),
        ("https://h/ucwa/people/1", False, False),
        ("https://H:443/ucwa/applications/1/events", True, False),
        ("https://H:443/ucwa/applications/2/events", False, True),
        ("https://i/ucwa/applications/1/events", False, False),
        ("https://i/ucwa/applications/2/events", False, False),
        ("http://h/ucwa/applications/1/events", False, False),
    ],
)
def test_an_address_is_of_one_application(href: str, inside: bool, other: bool) -> None:
    assert (is_inside(href, ONE), is_of_another(href, ONE)) == (inside, other)


def test_a_server_alone_is_no_application() -> None:
    assert not is_inside("https://h/x", "https://h")
    assert not is_of_another("https://h/x", "https://h")
