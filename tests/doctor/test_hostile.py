"""A hostile server cannot put texts of its own into a report, nor let an examination run on or write."""

from __future__ import annotations

import json

import pytest
from tests.doctor.servers import CANARY, Deviation, examined
from tests.protocol.hosts import Listener

EVIL = f"a {CANARY} | # <script>"


def everywhere(method, path, reply):
    """The canary in every place of an answer that a report looks at."""
    if "/applications/" not in path or not reply.content.startswith(b"{"):
        return
    body = reply.body
    body[EVIL] = EVIL
    body[f"{CANARY}@contoso.com"] = {EVIL: EVIL}
    body["rel"] = body.get("rel", "")
    body.setdefault("_links", {})[EVIL] = {"href": f"/{CANARY}", "title": EVIL, "revision": EVIL}
    body["_links"][f"{CANARY} two"] = {"href": f"https://ann:{CANARY}@127.0.0.1:1/{CANARY}?token={CANARY}"}
    body["_embedded"] = {**body.get("_embedded", {}), EVIL: [{"rel": EVIL, EVIL: EVIL}]}
    reply.body = body


def test_names_and_values_of_a_hostile_server_are_shapes(sandbox):
    with Deviation(sandbox.url, everywhere).serving() as url:
        found = examined(url)

    assert found.report.code == 1
    assert any("a name that is data" in line for line in found.findings())
    found.check_secrets("<script")


def test_errors_of_a_hostile_server_are_codes(sandbox):
    def refuse(method, path, reply):
        if path.endswith(("/phones", "/note", "/contacts")):
            reply.status = 418
            reply.headers = {
                "content-type": "application/json",
                "X-Ms-diagnostics": f'{EVIL};reason="{EVIL}"',
                "WWW-Authenticate": f'Basic realm="{EVIL}"',
                "Retry-After": EVIL,
            }
            reply.content = json.dumps({"code": EVIL, "subcode": EVIL, "message": EVIL}).encode()

    with Deviation(sandbox.url, refuse).serving() as url:
        found = examined(url)

    found.named("GET phones", "status 418 a code that is no word/a code that is no word")
    found.check_secrets("<script")


def test_challenge_of_a_hostile_server_is_words():
    header = f'MsRtcOAuth href="/{CANARY}",grant_type="{EVIL},password", Basic realm="{EVIL}"'
    body = json.dumps({"rel": "root", "_links": {"user": {"href": f"/{CANARY}"}}}).encode()

    def reply(method, target):
        if target == "/":
            return 200, {"Content-Type": "application/json"}, body
        if method == "POST":
            return (
                400,
                {"Content-Type": "application/json"},
                json.dumps({"error": EVIL, "error_description": EVIL}).encode(),
            )
        return 401, {"WWW-Authenticate": header}, EVIL.encode()

    with Listener(reply) as server:
        found = examined(f"{server.url}/")

    found.named("sign-in", "a token by the grant password", "a code that is no word")
    found.check_secrets("<script")


def test_nothing_is_written_wherever_links_lead(sandbox):
    """A server that gives each address to every link gets GETs alone."""

    def change(method, path, reply):
        if reply.content.startswith(b"{") and "/applications/" in path:
            body = reply.body
            body["_links"] = {rel: {"href": f"{path}/{rel}"} for rel in body.get("_links", {})}
            reply.body = body

    with Deviation(sandbox.url, change).serving() as url:
        examined(url)

    asked = [request.method for request in sandbox.backend.requests]
    assert [method for method in asked if method != "GET"] == ["POST", "POST", "DELETE"]


@pytest.mark.parametrize("limit", [15, 40])
def test_links_without_end_are_bounded(sandbox, limit):
    count = iter(range(10**6))

    def change(method, path, reply):
        if reply.content.startswith(b"{") and "/applications/" in path:
            body = reply.body
            links = {f"more{next(count)}": {"href": f"{path}/{next(count)}"} for _ in range(20)}
            reply.body = {**body, "_links": {**body.get("_links", {}), **links}}

    with Deviation(sandbox.url, change).serving() as url:
        found = examined(url, max_requests=limit)

    assert found.report.requests <= limit + 2
    assert sandbox.backend.applications == {}
