"""Addresses in the samples of the sandbox: links lose the hosts of the documentation, and nothing else does."""

from __future__ import annotations

from ucwagen.source.addresses import without_hosts

HOSTS = frozenset({"example.com"})


def test_links_and_locations_lose_the_host():
    found = {
        "headers": {"location": "https://example.com/7"},
        "body": {"_links": {"self": [{"href": "http://example.com"}]}},
    }

    assert without_hosts(found, HOSTS) == {
        "headers": {"location": "/7"},
        "body": {"_links": {"self": [{"href": "/"}]}},
    }


def test_properties_and_other_hosts_stay():
    found = {"@context": "https://example.com/context", "_links": {"help": {"href": "https://example.org/help"}}}

    assert without_hosts(found, HOSTS) == found
