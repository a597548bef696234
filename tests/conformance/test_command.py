"""``python -m ucwa2.conformance``, run as a program against a sandbox on a port."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from math import inf
from pathlib import Path

import pytest

from ucwa2.sandbox import running
from ucwa2.sandbox.state.users import AccessToken

USER = ("--user", "ann@contoso.com")
ENVIRONMENT = os.environ | {"UCWA2_PASSWORD": "secret"}
GUIDES = ("--guide", "MeDashboard", "--guide", "PeopleDashboard")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ucwa2.conformance", *arguments]
    return subprocess.run(command, text=True, capture_output=True, check=False, timeout=120,
                          env=ENVIRONMENT | environment)  # fmt: skip


@pytest.fixture
def url():
    with running() as sandbox:
        yield f"{sandbox.url}/"


def test_guides_are_listed_without_a_server():
    done = run("--list")

    assert done.returncode == 0
    assert "SendAnIM: 7 steps" in done.stdout.splitlines()


def test_only_reading_is_allowed_at_first(url):
    done = run(url, *USER, "--guide", "Setmynoteinformation", "--as", "json")

    found = json.loads(done.stdout)["guides"][0]
    assert [step["outcome"] for step in found["steps"]] == ["left out"] * 3
    assert "only reading is allowed" in found["steps"][0]["why"]
    assert done.returncode == 0
    assert "nothing was compared" in done.stderr
    assert "--write" in done.stderr


def test_requests_that_change_something_are_sent_on_request(url):
    done = run(url, *USER, "--guide", "Setmynoteinformation", "--write", "--as", "json")

    assert [step["outcome"] for step in json.loads(done.stdout)["guides"][0]["steps"]] == ["same"] * 3
    assert done.returncode == 0


def test_difference_is_named_and_is_the_exit_code():
    with running() as sandbox:
        sandbox.backend.faults.add([{"kind": "status", "status": 500, "path": "/contacts$", "times": 9}])
        done = run(f"{sandbox.url}/", *USER, "--guide", "GetUsersContactList")

    assert done.returncode == 1
    assert "GET json request myContacts: status: 200 on the page, 500 from the server" in done.stdout


def test_second_user_plays_other_persons(url):
    names = ("--user", "ann@contoso.com", "--other-user", "bob@contoso.com")
    done = run(url, *names, "--guide", "SendAnIM", "--write", UCWA2_OTHER_PASSWORD="secret")

    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "SendAnIM: 7 same (16 requests)")


def test_step_that_needs_a_second_user_says_so(url):
    done = run(url, *USER, "--guide", "SendAnIM", "--write", "--patience", "1")

    assert "it needs a second user, for lenea@contoso.com" in done.stdout


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_report_holds_no_secret_and_no_value_of_the_server(url, form):
    done = run(url, *USER, "--write", *GUIDES, "--guide", "SearchForUsersContact", "--as", form)

    assert "MeDashboard" in done.stdout
    for word in ("secret", "cwt=", "Ann Adams", "bob@contoso.com"):
        assert word not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nowhere",),
        ("http://localhost/", "--ca", "nothing.pem"),
        ("http://localhost/", "--guide", "Nothing"),
        ("--as", "pdf"),
        ("http://localhost/", "--max-time", "0"),
        ("http://localhost/", "--max-time", "nan"),
    ],
)
def test_wrong_usage(arguments):
    assert run(*arguments).returncode == 2


def test_server_that_is_out_of_reach():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    done = run(f"http://127.0.0.1:{port}/", *USER, *GUIDES)

    assert (done.returncode, done.stderr.startswith("out of reach: ")) == (3, True)


def test_server_with_a_certificate_of_its_own(tmp_path):
    command = [sys.executable, "-m", "ucwa2.sandbox", "--port", "0", "--tls"]
    program = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    try:
        lines = (re.match(r"listening at (\S+)", line) for line in program.stderr)
        url = next(found[1] for found in lines if found)
        done = run(url, *USER, *GUIDES, "--ca", str(tmp_path / "sandbox-ca.pem"))
        distrusted = run(url, *USER, *GUIDES)
    finally:
        program.kill()
        program.communicate()

    assert "PeopleDashboard: 2 same" in done.stdout
    assert distrusted.returncode == 3


def test_guide_that_signs_in_needs_a_password(url):
    with running() as sandbox:
        token = sandbox.backend.users["ann@contoso.com"].token = "cwt=ann"
        sandbox.backend.tokens[token] = AccessToken(sandbox.backend.users["ann@contoso.com"], inf)
        done = run(f"{sandbox.url}/", "--grant", "token", "--guide", "CreateAnApplication", *GUIDES[2:],
                   UCWA2_TOKEN=token)  # fmt: skip

    assert "it signs in with a password, and none was given" in done.stdout
    assert "PeopleDashboard: 2 same" in done.stdout


def test_guide_of_the_documentation_compares_something(url):
    page = Path("docs/conformance.md").read_text("utf-8")
    [name] = re.findall(r"-m ucwa2.conformance https\S+ .*--guide (\w+)", page)

    done = run(url, "--guide", name, UCWA2_USER="ann@contoso.com")

    assert (done.returncode, f"{name}: 2 same" in done.stdout, "nothing was compared" in done.stderr) == (
        0,
        True,
        False,
    )


@pytest.mark.parametrize("option", ["--user", "--other-user"])
def test_empty_user_is_wrong_usage(option):
    done = run("http://127.0.0.1:1/", *USER, option, "")

    assert (done.returncode, done.stderr) == (2, "the name of the user is empty\n")


def test_wrong_password(url):
    done = run(url, *USER, *GUIDES, UCWA2_PASSWORD="other")

    assert (done.returncode, done.stderr.startswith("cannot sign in: ")) == (1, True)
    assert "other" not in done.stderr


def test_missing_password_without_a_terminal_is_wrong_usage(url):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("UCWA2_")}
    done = subprocess.run([sys.executable, "-m", "ucwa2.conformance", url, "--user", "ann@contoso.com"], text=True,
                          capture_output=True, check=False, timeout=60, env=environment, stdin=subprocess.DEVNULL,
                          start_new_session=True)  # fmt: skip

    assert done.returncode == 2
    assert "UCWA2_PASSWORD" in done.stderr
    assert "Traceback" not in done.stderr


def test_file_without_certificates_is_wrong_usage(tmp_path):
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("no certificate")

    done = run("https://127.0.0.1:1/", *USER, "--ca", str(wrong))

    assert done.returncode == 2
    assert "no certificates" in done.stderr
    assert "Traceback" not in done.stderr


def test_reader_that_closes_the_pipe_ends_the_command_without_a_traceback(url):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "ucwa2.conformance", url, *USER, "--guide", "PeopleDashboard"]
    try:
        done = subprocess.run(command, text=True, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60,
                              env=ENVIRONMENT)  # fmt: skip
    finally:
        os.close(writing)

    assert done.returncode == 141
    assert "PeopleDashboard: same" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_terminated_run_deletes_its_application_and_reports_what_it_has():
    with running() as sandbox:
        sandbox.backend.faults.add([{"kind": "latency", "seconds": 4, "path": "/contacts$", "times": 9}])
        names = ("--guide", "MeDashboard", "--guide", "GetUsersContactList")
        program = subprocess.Popen(
            [sys.executable, "-m", "ucwa2.conformance", f"{sandbox.url}/", *USER, *names],
            text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT,
        )  # fmt: skip
        assert program.stderr.readline().startswith("MeDashboard")
        until = time.monotonic() + 20
        while not sandbox.backend.applications and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(0.5)
        program.send_signal(signal.SIGTERM)
        said, errors = program.communicate(timeout=30)

        assert sandbox.backend.applications == {}
    assert program.returncode == 130
    assert said.startswith("MeDashboard: ")
    assert "Traceback" not in errors


def test_limit_of_the_whole_run_ends_it_in_order():
    with running() as sandbox:
        sandbox.backend.faults.add([{"kind": "latency", "seconds": 9, "path": "/contacts$"}])
        done = run(f"{sandbox.url}/", *USER, "--guide", "GetUsersContactList", "--max-time", "1.5")

        assert sandbox.backend.applications == {}
    assert done.returncode == 130
    assert "1.5 seconds were over" in done.stderr
    assert "GET json request myContacts: left out, the time of the run was over" in done.stdout
