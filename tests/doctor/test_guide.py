"""The report in the guide, made by an examination of a server that deviates; ports, seconds and dates are fixed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.doctor.servers import Deviation, examined, of

from ucwa2.doctor.printing import text

HERE = "tests/doctor/test_guide.py"
GUIDE = Path(__file__).parents[2] / "docs" / "doctor.md"
BLOCK = re.compile(r"(?<=<!-- report:begin -->\n).*?(?=<!-- report:end -->)", re.DOTALL)
EVENED = (
    (r"127\.0\.0\.1:\d+", "127.0.0.1:8080"),
    (r"\d+ requests in [\d.]+ s, \d{4}-\d\d-\d\d \d\d:\d\d", "91 requests in 2.5 s, 2026-11-26 20:15"),
)


def deviates(method, path, reply):
    def add(body):
        body["shoeSize"] = 43

    def change(body):
        body["availability"] = "Sleeping"

    of("/me", add)(method, path, reply)
    of("/presence", change)(method, path, reply)
    if "/myOnlineMeetings/600" in path:
        reply.headers = {name: value for name, value in reply.headers.items() if name.lower() != "etag"}
        if path.endswith("600") and reply.status < 300:
            reply.body = {name: value for name, value in reply.body.items() if name != "etag"}


@pytest.fixture
def report(sandbox):
    sandbox.backend.faults.add([{"kind": "error", "path": "/phones$", "subcode": "MigrationInProgress"}])
    with Deviation(sandbox.url, deviates).serving() as url:
        found = text(examined(url, max_requests=200).report)
    found, title, never = found.partition("\nResources that no link led to")[0].partition(
        "\nDocumented, and never came\n"
    )
    found += title + next(line for line in never.splitlines() if line.startswith("  me:"))
    for pattern, stand_in in EVENED:
        found = re.sub(pattern, stand_in, found)
    return found.rstrip() + "\n"


def test_guide_shows_what_the_doctor_says(report, request):
    shown = f"\n<!-- not run: {HERE} makes it -->\n\n```text\n{report}```\n\n"
    guide = GUIDE.read_text("utf-8")
    if request.config.getoption("--update") and BLOCK.search(guide)[0] != shown:
        GUIDE.write_text(BLOCK.sub(lambda _: shown, guide), "utf-8")
        pytest.fail("the guide was rewritten; look at the difference, then run again")

    assert BLOCK.search(guide)[0] == shown
