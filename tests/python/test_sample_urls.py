"""Addresses of samples are brought below one application, and found in links."""

from __future__ import annotations

import pytest

from ucwagen.python.sample_urls import base_url, find_href, rebase

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
    base = base_url(HOME)

    assert base is not None
    assert rebase({"_links": [{"href": stray}], "number": 5}, base) == {"_links": [{"href": found}], "number": 5}


@pytest.mark.parametrize("path", ["", "/me"])
def test_address_of_one_step_is_no_base(path):
    assert base_url(path) is None


def test_first_link_of_a_rel_tells_where_it_is():
    inner = {"_links": {"shelf": [{"href": "http://sample/shelves?x=1"}, {"href": "/second"}]}}
    bodies = [None, "text", {"_links": {"self": {"href": "/books"}}}, {"_embedded": {"book": [inner]}}]
    found = [("/library/books/", body) for body in bodies]

    assert find_href("shelf", found) == "/shelves"
    assert (
        find_href("book", [*found, ("/library/", {"rel": "book", "_links": {"self": {"href": "1"}}})]) == "/library/1"
    )
    assert find_href("reader", found) == ""
