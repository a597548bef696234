"""Schemathesis holds the sandbox, as a real server, to the document: what it finds is explained, or a fault."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
import yaml
from tests.openapi import fuzzing
from tests.openapi.fuzzing import SETTINGS, Explained, Finding, findings, of_each_form
from tests.openapi.tools import needs_tools

pytestmark = needs_tools
TOKEN = "token-of-ann"
ABOUT = {"userAgent": "schemathesis", "endpointId": "fuzzing", "culture": "en-US"}
LEFT_OUT = ("getEvents", "deleteApplication")
"""One waits for minutes; the other ends the application to which all requests go."""
BOUNDED = ("--seed", "7", "--workers", "1", "--continue-on-failure", "--no-shrink", "--generation-database", "none")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A sandbox in a process of its own, with a user who has a token."""
    users = tmp_path / "users.json"
    users.write_text(
        json.dumps([{"name": "ann@contoso.com", "token": TOKEN}, {"name": "bob@contoso.com", "password": "secret"}]),
        "utf-8",
    )
    command = [sys.executable, "-m", "ucwa2.sandbox", "--port", "0", "--users", str(users)]
    log = tmp_path / "sandbox.log"
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        try:
            yield _address(log, process)
        finally:
            process.terminate()
    assert "Traceback" not in log.read_text("utf-8")


def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    while process.poll() is None:
        found = ADDRESS.search(log.read_text("utf-8"))
        if found:
            return found[0]
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError(log.read_text("utf-8"))


@pytest.fixture
def folder(server: str, tmp_path: Path) -> Path:
    """A folder whose settings name an application of the user."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    made = httpx2.post(f"{server}/ucwa/v1/applications", headers=headers, json=ABOUT)
    number = made.headers["location"].rpartition("/")[2]
    (tmp_path / "schemathesis.toml").write_text(SETTINGS.format(application=number), "utf-8")
    return tmp_path


def test_all_findings_are_explained(reference, file, server, folder):
    explained = [Explained(**row) for row in yaml.safe_load((fuzzing.HERE / "explained.yaml").read_text("utf-8"))]
    without = [word for name in LEFT_OUT for word in ("--exclude-operation-id", name)]
    chosen = [word for name in of_each_form(reference, LEFT_OUT) for word in ("--include-operation-id", name)]

    said, shown = findings(folder, file, server, TOKEN, *BOUNDED, "--phases", "examples", *without)
    more, found = findings(folder, file, server, TOKEN, *BOUNDED, "--phases", "coverage", *chosen)

    everything = [*shown, *found]
    unexplained = {one.short for one in everything if not any(row.covers(one) for row in explained)}
    assert "Selected: 230/232" in said, said
    assert "errored" not in said + more, said + more
    assert re.search(rf"Tested: +{len(chosen) // 2}\b", more), more
    assert not unexplained, "\n".join(sorted(unexplained))
    assert [row for row in explained if not any(row.covers(one) for one in everything)] == [], "not needed any longer"


def test_a_finding_without_explanation_is_seen():
    finding = Finding("ST101", "POST /a", "", 500, "application/json", "POST http://x/a", "{}")

    assert Explained("ST101", "POST *", "a reason").covers(finding)
    for other in (
        Explained("ST102", "POST *", "a reason"),
        Explained("ST101", "GET *", "a reason"),
        Explained("ST101", "*", "a reason", says="x"),
        Explained("ST101", "*", "a reason", status=400),
        Explained("ST101", "*", "a reason", sent=""),
        Explained("ST101", "*", "a reason", holds="null"),
    ):
        assert not other.covers(finding)
