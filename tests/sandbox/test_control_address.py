"""Who may use the control address, over real sockets; and what it keeps in memory."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from ucwa2.sandbox import SandboxBackend, SandboxUser, running
from ucwa2.sandbox.http.messages import HttpRequest, size_of
from ucwa2.sandbox.state.bounded_log import BYTES, ENTRIES, BoundedLog
from ucwa2.sandbox.state.path_pattern import matches

FAULT = b'{"kind": "status"}'
JSON = {"Content-Type": "application/json"}
EVENT = {"type": "added", "rel": "contact", "href": "/c", "sender": "/people"}


@pytest.fixture
def sandbox() -> Iterator[Any]:
    with running(SandboxBackend()) as found:
        yield found


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (JSON, 200),
        ({"Content-Type": "application/json; charset=utf-8"}, 200),
        ({**JSON, "Origin": "{own}"}, 200),
        ({**JSON, "Host": "localhost"}, 200),
        ({**JSON, "Host": "[::1]:8080"}, 200),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({}, 415),
        ({**JSON, "Origin": "https://evil.example"}, 403),
        ({**JSON, "Origin": "null"}, 403),
        ({**JSON, "Host": "evil.example"}, 403),
        ({**JSON, "Host": "evil.example", "Origin": "http://evil.example"}, 403),
        ({**JSON, "Host": "[evil"}, 403),
    ],
)
def test_pages_and_foreign_hosts_cannot_control(sandbox, headers, status):
    sent = {name: value.format(own=sandbox.url) for name, value in headers.items()}

    found = httpx2.post(f"{sandbox.url}/sandbox/faults", content=FAULT, headers=sent)

    assert found.status_code == status
    assert len(sandbox.backend.faults.faults) == (status == 200)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("name", ["settings", "faults", "overview", "watch", "log"])
def test_pages_of_other_sites_cannot_load_it_as_a_script_or_an_image(sandbox, name, site):
    """Such a request has no `Origin`; browsers say from where it comes all the same."""
    address, seen = f"{sandbox.url}/sandbox/{name}", {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors"}

    assert httpx2.get(address, headers=seen).status_code == 403
    if name != "watch":
        assert httpx2.get(address, headers={**seen, "Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_a_link_of_another_site_leads_to_the_page(sandbox):
    seen = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}

    assert httpx2.get(f"{sandbox.url}/sandbox/page/", headers=seen).status_code == 200
    assert (
        httpx2.get(f"{sandbox.url}/sandbox/page/main.js", headers=seen | {"Sec-Fetch-Mode": "cors"}).status_code == 403
    )


def test_log_of_a_channel_keeps_the_newest_pages(sandbox):
    channel = sandbox.backend.common.channel
    for ack in range(1, ENTRIES + 50):
        channel.add(("people", "/people"), {"type": "added", "link": {"rel": "contact", "href": "/c"}})
        assert channel.page(ack) is not None

    assert len(channel.log) == ENTRIES
    assert channel.log[-1][0] == ENTRIES + 49


def test_foreign_host_cannot_read(sandbox):
    found = httpx2.get(f"{sandbox.url}/sandbox/settings", headers={"Host": "evil.example"})

    assert found.status_code == 403


def test_requests_are_kept_up_to_a_number_of_bytes(sandbox):
    with httpx2.Client(base_url=sandbox.url) as http:
        for _ in range(12):
            http.post("/nowhere", content=b"a" * 1_000_000)
        http.get("/last")

    assert [asked.path for asked in sandbox.backend.requests][-2:] == ["/nowhere", "/last"]
    assert 5 < len(sandbox.backend.requests) < 10
    assert sum(map(size_of, sandbox.backend.requests)) <= BYTES


def test_newest_entry_stays_and_the_number_is_limited():
    log = BoundedLog[str](len, entries=3, limit=10)
    for entry in ("a", "bb", "ccc", "dddd", "e" * 50):
        log.append(entry)
    assert log == ["e" * 50]
    log.clear()
    for entry in "abcd":
        log.append(entry)
    assert log == ["b", "c", "d"]


@pytest.mark.parametrize(
    ("pattern", "address", "is_hit"),
    [
        ("", "/a", True), ("/me$", "/x/me", True), ("/me$", "/me/note", False), ("^/$", "/", True),
        ("^/$", "/a", False),
        ("^/a", "/b/a", False), ("^/a*c$", "/a/b/c", True), ("^/a*c$", "/a/c/b", False), ("a*a$", "a", False),
        ("a*b*c", "xaybzc", True), ("a*b*c", "acb", False), ("*a", "ba", True), ("^a*$", "abc", True),
        ("^", "/a", True),
        ("a.c", "abc", False), ("/p?q=1$", "/p?q=1", True), ("+1", "/tel:+1", True), ("$", "/a", True),
    ],
)  # fmt: skip
def test_pattern_of_an_address(pattern, address, is_hit):
    assert matches(pattern, address) is is_hit


def test_no_pattern_blocks_the_sandbox(sandbox):
    rows = [{"kind": "status", "path": f"{'/*' * 1_000}b$"}]
    assert httpx2.post(f"{sandbox.url}/sandbox/faults", json=rows).status_code == 200

    started = time.process_time()
    httpx2.get(f"{sandbox.url}/{'/' * 30_000}a")

    assert time.process_time() - started < 2


def test_unknown_token_is_told_as_one(sandbox):
    address = f"{sandbox.url}/ucwa/v1/applications"
    without = httpx2.post(address, json={})
    wrong = httpx2.post(address, json={}, headers={"Authorization": "Bearer wrong"})

    assert (without.status_code, wrong.status_code) == (401, 401)
    assert [found.json()["message"] for found in (without, wrong)] == ["sign in first", "the token is not known"]


def test_event_says_which_resource_it_is_in(sandbox):
    inside = {"rel": "group", "href": "/g"}
    assert httpx2.post(f"{sandbox.url}/sandbox/events", json={**EVENT, "in": inside}).status_code == 204
    assert httpx2.post(f"{sandbox.url}/sandbox/events", json=EVENT).status_code == 204

    page = sandbox.backend.common.channel.page(1, at_last=True)
    first, second = page["sender"][0]["events"]
    assert (first["in"], "in" in second) == (inside, False)


def test_secrets_of_a_user_are_not_shown():
    user = SandboxUser("ann@example.com", "hunter2", "Ann", "a-token")

    assert "ann@example.com" in repr(user)
    assert not [word for word in ("hunter2", "a-token") if word in repr(user) or word in repr([user])]


def test_size_of_a_request_counts_all_parts():
    assert size_of(HttpRequest("GET", "http://a", "/abc", {"x": "yz"}, b"12345")) == 4 + 3 + 5
