"""The command: exit codes, three forms of the report, steps as they are taken, credentials that stay out of it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.doctor.servers import ANN, CANARY, PASSWORD

FULL = Path("/dev/full")
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("UCWA2_")}


def doctor(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "ucwa2.doctor", *arguments], env=ENVIRONMENT | environment, check=False, text=True,
        capture_output=True, stdin=subprocess.DEVNULL, timeout=120,
    )  # fmt: skip


def examine(sandbox, *more, **environment):
    given = ["--user", ANN, "--max-requests", "30", "--listen", "0.2", *more]
    return doctor(f"{sandbox.url}/", *given, **{"UCWA2_PASSWORD": PASSWORD, **environment})


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
        (["http://127.0.0.1:1/", "--user", "ann@contoso.com"], "set the variable UCWA2_PASSWORD"),
        (["http://127.0.0.1:1/", "--grant", "letter"], "invalid choice"),
        (["http://127.0.0.1:1/", "--grant", "token", "--with", "color=red"], "has no field color; it has token"),
        (["http://127.0.0.1:1/", "--grant", "token", "--with", "color"], "has no field color; it has token"),
        (["http://127.0.0.1:1/", "--application", "culture"], "culture: write NAME=VALUE"),
        (
            ["http://127.0.0.1:1/", "--application", "cultur=de"],
            "no setting cultur; it has culture, endpointId, instanceId",
        ),
        (["http://127.0.0.1:1/", "--user", ""], "the name of the user is empty"),
        (
            ["http://127.0.0.1:1/", "--grant", "windows", "--with", "allow_ntlm=perhaps"],
            "`allow_ntlm` is true or false",
        ),
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

    done = doctor(f"{sandbox.url}/", "--grant", "token", "--quiet", UCWA2_TOKEN=f"wrong-{CANARY}")

    assert done.returncode == 1
    assert "a token by the grant token" in done.stdout
    assert CANARY not in (done.stdout + done.stderr).lower()


@pytest.mark.parametrize("name", ["userAgent", "user_agent"])
def test_settings_of_the_application_can_be_given(sandbox, name):
    done = examine(sandbox, "--application", "culture=de-DE", "--application", f"{name}=Visit/1.0", "--quiet")

    made = [
        json.loads(request.content) for request in sandbox.backend.requests if request.path.endswith("/applications")
    ]
    assert done.returncode == 0
    assert {(body["culture"], body["userAgent"]) for body in made if body} == {("de-DE", "Visit/1.0")}


def test_no_application_is_made_on_request(sandbox):
    done = examine(sandbox, "--no-application", "--quiet")

    assert done.returncode == 0
    assert [request for request in sandbox.backend.requests if request.path.endswith("/applications")] == []


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_reader_that_closes_the_pipe_ends_the_command_without_a_traceback(form):
    reading, writing = os.pipe()
    os.close(reading)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ucwa2.doctor", f"http://127.0.0.1:{port}/", "--as", form], env=ENVIRONMENT,
            check=False, text=True, stdout=writing, stderr=subprocess.PIPE, timeout=60,
        )  # fmt: skip
    finally:
        os.close(writing)

    assert done.returncode == 141
    assert "the connection was refused" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_steps_that_cannot_be_said_leave_the_report_as_it_is(sandbox):
    reading, writing = os.pipe()
    os.close(reading)
    given = [f"{sandbox.url}/", "--user", ANN, "--max-requests", "5", "--listen", "0.2"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ucwa2.doctor", *given], env=ENVIRONMENT | {"UCWA2_PASSWORD": PASSWORD},
            check=False, text=True, stdout=subprocess.PIPE, stderr=writing, timeout=60,
        )  # fmt: skip
    finally:
        os.close(writing)

    assert done.stdout.startswith("ucwa2: healthy")
    assert sandbox.backend.applications == {}


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
def test_report_that_cannot_be_written_is_said():
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ucwa2.doctor", "http://127.0.0.1:1/", "--quiet"], env=ENVIRONMENT,
            check=False, text=True, stdout=full, stderr=subprocess.PIPE, timeout=60,
        )  # fmt: skip

    assert done.returncode == 2
    assert done.stderr.startswith("doctor: the report cannot be written")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["http://ann:canary@127.0.0.1:notaport", "http://ann:canary@[127.0.0.1:80"])
def test_proxy_of_the_environment_that_is_no_address_is_wrong_usage(address):
    done = doctor("http://127.0.0.1:1/", http_proxy=address, HTTP_PROXY=address)

    assert (done.returncode, done.stdout) == (2, "")
    assert "doctor: `proxy` of the environment is no address" in done.stderr
    assert CANARY not in done.stderr.lower()


def test_authorities_of_the_environment_that_cannot_be_read_are_wrong_usage(tmp_path):
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("no certificate")
    for path in (wrong, tmp_path / "missing.pem"):
        done = doctor("https://127.0.0.1:1/", SSL_CERT_FILE=str(path))

        assert done.returncode == 2
        assert "SSL_CERT_FILE" in done.stderr
        assert "Traceback" not in done.stderr


def test_file_without_certificates_is_said_in_words(tmp_path):
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("no certificate")

    done = doctor("https://127.0.0.1:1/", "--ca", str(wrong))

    assert done.returncode == 2
    assert done.stderr.endswith("wrong.pem: it has no certificates in PEM form\n")


def test_limit_that_is_no_number_is_wrong_usage():
    done = doctor("http://127.0.0.1:1/", "--max-time", "nan")

    assert done.returncode == 2
    assert "limits are greater than 0" in done.stderr


def test_host_with_a_port_alone_says_how_an_address_is_written():
    done = doctor("contoso.example:8443")

    assert done.returncode == 2
    assert "https://contoso.example:8443/" in done.stderr
