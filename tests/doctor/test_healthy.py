"""A healthy server: the sandbox has no findings, nothing is left behind, and no data is in the report."""

from __future__ import annotations

import json

import pytest
from tests.doctor.servers import ANN, PASSWORD, examined

from ucwa2 import PasswordGrant
from ucwa2.doctor import Options, examine
from ucwa2.sandbox import running

LONGEST = 60.0
STEPS = ["names", "discovery", "challenge", "sign-in", "application", "events", "walk"]


@pytest.mark.parametrize("format", ["json", "xml"])
def test_sandbox_is_healthy_within_a_minute(format):
    with running() as found:
        report = examine(Options(f"{found.url}/", PasswordGrant("ann@contoso.com", "secret"), format=format))

    assert report.findings == ()
    assert report.code == 0
    assert report.seconds < LONGEST
    assert report.requests > 80
    assert report.evidence == {"resources": {}, "enumerations": {}}
    assert list(dict.fromkeys(step.step for step in report.steps)) == STEPS


def test_only_the_application_is_made_and_it_is_deleted(sandbox):
    found = examined(f"{sandbox.url}/")

    asked = [(request.method, request.path) for request in sandbox.backend.requests if request.method != "GET"]
    assert [method for method, _ in asked] == ["POST", "POST", "DELETE"], asked
    assert sandbox.backend.applications == {}
    assert found.report.code == 0


@pytest.mark.parametrize("format", ["json", "xml"])
def test_report_has_shapes_and_no_data(sandbox, format):
    found = examined(f"{sandbox.url}/", format=format, max_requests=200)

    assert found.report.code == 0
    found.check_secrets(ANN, PASSWORD, *sandbox.backend.tokens)
    assert json.loads(found.texts[1])["report"] == "doctor"
    assert "healthy" in found.texts[0]


def test_no_application_stops_before_one_is_made(sandbox):
    found = examined(f"{sandbox.url}/", application=False)

    assert found.report.code == 0
    assert {request.method for request in sandbox.backend.requests if "applications" in request.path} == set()
    assert found.report.steps[-1].came == "none was created, as was asked for"


def test_walk_ends_at_the_limit_of_requests_and_says_what_is_left(sandbox):
    found = examined(f"{sandbox.url}/", max_requests=20)

    assert 20 <= found.report.requests <= 22
    assert "links are left" in found.named("walk", "all links followed")
    assert found.report.code == 0
    assert sandbox.backend.applications == {}


def test_walk_ends_at_the_limit_of_time(sandbox):
    sandbox.backend.faults.add([{"kind": "latency", "path": "/applications/", "seconds": 0.3, "times": None}])

    found = examined(f"{sandbox.url}/", max_time=2.0, listen=0.2)

    assert found.report.seconds < 6
    assert "links are left" in found.named("walk", "all links followed")


def test_without_credentials_the_challenge_is_told(sandbox):
    found = examined(f"{sandbox.url}/", grant=None)

    assert found.report.code == 0
    line = found.named("sign-in", "none were given")
    assert (
        "it takes: urn:microsoft.rtc:windows, urn:microsoft.rtc:anonmeeting, urn:microsoft.rtc:passive, password"
        in line
    )
    assert next(step.came for step in found.report.steps if step.step == "challenge").startswith(
        "schemes Bearer, MsRtcOAuth"
    )


def test_documented_things_that_never_came_are_listed(sandbox):
    never = examined(f"{sandbox.url}/").report.never

    assert "link note" in never["me"]  # it comes when the user is made available, which an examination does not do
    assert "name" not in never["me"]
