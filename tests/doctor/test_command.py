"""The command: exit codes, three forms of the report, steps as they are taken, credentials that stay out of it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys

import pytest
from tests.doctor.servers import ANN, CANARY, PASSWORD

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("DOCTOR_")}


def doctor(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "ucwa2.doctor", *arguments], env=ENVIRONMENT | environment, check=False, text=True,
        capture_output=True, stdin=subprocess.DEVNULL, timeout=120,
    )  # fmt: skip


def examine(sandbox, *more, **environment):
    given = ["--user", ANN, "--max-requests", "30", "--listen", "0.2", *more]
    return doctor(f"{sandbox.url}/", *given, **{"DOCTOR_PASSWORD": PASSWORD, **environment})


def test_healthy_server_is_0_and_steps_are_said_as_they_are_taken(sandbox):
    done = examine(sandbox)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("ucwa2: healthy")
    steps = [line.split()[0] for line in done.stderr.splitlines()]
    assert list(dict.fromkeys(steps)) == [
        "names", "discovery", "challenge", "sign-in", "application", "events", "walk", "note",
    ]  # fmt: skip
    assert CANARY not in (done.stdout + done.stderr).lower()


def test_finding_is_1(sandbox):
    sandbox.backend.faults.add([{"kind": "status", "path": "/phones$", "status": 500}])

    done = examine(sandbox, "--quiet")

    assert (done.returncode, done.stderr) == (1, "")
    assert "GET phones" in done.stdout


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_report_has_three_forms(sandbox, form):
    sandbox.backend.faults.add([{"kind": "status", "path": "/phones$", "status": 500}])

    done = examine(sandbox, "--quiet", "--as", form)

    assert "GET phones" in done.stdout
    assert (done.stdout[0], done.stdout[:2]) == {"text": ("u", "uc"), "json": ("{", "{\n"), "markdown": ("#", "# ")}[
        form
    ]
    if form == "json":
        found = json.loads(done.stdout)
        assert (found["code"], len(found["findings"])) == (1, 2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: address"),
        (["http://127.0.0.1:1/", "--user", "ann@contoso.com"], "set the variable DOCTOR_PASSWORD"),
        (["http://127.0.0.1:1/", "--grant", "letter"], "invalid choice"),
        (["http://127.0.0.1:1/", "--grant", "token", "--with", "color=red"], "has no field color; it has token"),
        (["http://127.0.0.1:1/", "--grant", "token", "--with", "color"], "write NAME=VALUE"),
        (["http://127.0.0.1:1/", "--max-time", "0"], "limits are greater than 0"),
        (["http://127.0.0.1:1/", "--ca", "missing.pem"], "--ca missing.pem"),
        (["gopher://contoso.com/"], "no address of a web server"),
        (["con toso"], "is no name of a domain"),
        (["http://127.0.0.1:1/", "--grant", "windows", "--with", "password=x"], "`password` needs a user"),
    ],
)
def test_wrong_usage_is_2(arguments, said):
    done = doctor(*arguments)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_server_out_of_reach_is_3():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    done = doctor(f"http://127.0.0.1:{port}/", "--quiet")

    assert done.returncode == 3
    assert "the connection was refused" in done.stdout


def test_any_grant_can_be_named(sandbox):
    done = examine(sandbox, "--grant", "token", "--with", f"token=wrong-{CANARY}", "--quiet")
    assert done.returncode == 2, "`user` is no field of this grant"

    done = doctor(f"{sandbox.url}/", "--grant", "token", "--quiet", DOCTOR_TOKEN=f"wrong-{CANARY}")

    assert done.returncode == 1
    assert "a token by the grant token" in done.stdout
    assert CANARY not in (done.stdout + done.stderr).lower()


def test_settings_of_the_application_can_be_given(sandbox):
    done = examine(sandbox, "--application", "culture=de-DE", "--application", "userAgent=Visit/1.0", "--quiet")

    made = [
        json.loads(request.content) for request in sandbox.backend.requests if request.path.endswith("/applications")
    ]
    assert done.returncode == 0
    assert {(body["culture"], body["userAgent"]) for body in made if body} == {("de-DE", "Visit/1.0")}


def test_no_application_is_made_on_request(sandbox):
    done = examine(sandbox, "--no-application", "--quiet")

    assert done.returncode == 0
    assert [request for request in sandbox.backend.requests if request.path.endswith("/applications")] == []
