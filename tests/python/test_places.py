"""Addresses of samples are moved below one application, and found from links."""

from __future__ import annotations

import pytest
from ucwagen.python.places import at_home, home, led_to

HOME = "/api/v1/applications/192"


@pytest.mark.parametrize(
    ("stray", "found"),
    [
        (f"{HOME}/me?a=b", f"{HOME}/me?a=b"),
        ("/api/v1/applications/7/me", f"{HOME}/me"),
        ("//v1/applications/833", HOME),
        ("/v1/applications/183/groups", f"{HOME}/groups"),
        ("http://sample:80/api/v1/applications/appId/events?ack=1", f"{HOME}/events?ack=1"),
        ("//v1/applications", "/api/v1/applications"),
        ("/v1/applicationsAndMore/5", "/v1/applicationsAndMore/5"),
        ("/other/v1/applications/5", "/other/v1/applications/5"),
        ("see /v1/applications/5", "see /v1/applications/5"),
    ],
)
def test_address_comes_below_one_application(stray, found):
    there = home(HOME)

    assert there is not None
    assert at_home({"_links": [{"href": stray}], "number": 5}, there) == {"_links": [{"href": found}], "number": 5}


@pytest.mark.parametrize("path", ["", "/me", "/applications/5"])
def test_no_application_is_no_home(path):
    assert home(path) is None


def test_first_link_of_a_rel_tells_where_it_is():
    inner = {"_links": {"shelf": [{"href": "http://sample/shelves?x=1"}, {"href": "/second"}]}}
    bodies = [None, "text", {"_links": {"self": {"href": "/books"}}}, {"_embedded": {"book": [inner]}}]

    assert led_to("shelf", bodies) == "/shelves"
    assert led_to("book", [*bodies, {"rel": "book", "_links": {"self": {"href": "/books/1"}}}]) == "/books/1"
    assert led_to("reader", bodies) == ""
