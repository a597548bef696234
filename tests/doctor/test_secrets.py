"""Secrets of the commands that sign in come from files, variables and the terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
from tests.doctor.servers import ANN, PASSWORD
from tests.doctor.test_command import ENVIRONMENT, doctor

from ucwa2 import WindowsGrant
from ucwa2._runtime.client.sign_in_arguments import grant_of

QUICK = ("--max-requests", "1", "--listen", "0.1", "--quiet")
NOWHERE = "http://127.0.0.1:1/"


def signed_in(sandbox, *given, **environment):
    done = doctor(f"{sandbox.url}/", "--user", ANN, *QUICK, *given, **environment)
    return done.returncode == 0 and not done.stderr


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "with a mark"])
def test_password_is_read_from_a_file(sandbox, tmp_path: Path, start: str, end: str):
    secret = tmp_path / "secret"
    secret.write_bytes(f"{start}{PASSWORD}{end}".encode())

    assert signed_in(sandbox, "--with", f"password=@{secret}")
    assert signed_in(sandbox, "--with", f"password=@{secret}", UCWA2_PASSWORD="wrong")


def test_value_may_begin_with_an_at_sign(sandbox):
    sandbox.backend.users[ANN.lower()].password = f"@{PASSWORD}"

    assert signed_in(sandbox, "--with", f"password=@@{PASSWORD}")


def test_password_is_asked_for(sandbox):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "ucwa2.doctor", f"{sandbox.url}/", "--user", ANN, *QUICK, "--with", "password"]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=ENVIRONMENT | {"UCWA2_PASSWORD": "wrong"}, start_new_session=True,
    )  # fmt: skip
    ending = Timer(60, process.kill)
    ending.start()
    try:
        prompt = f"password of {ANN}: ".encode()
        asked = process.stdout.read(len(prompt))  # what is typed before the question is thrown away
        os.write(ours, f"{PASSWORD}\n".encode())
        rest = process.stdout.read()
        code = process.wait()
    finally:
        ending.cancel()
        process.stdout.close()
        process.kill()
        process.wait()
        os.close(theirs)
        os.close(ours)

    assert (asked, PASSWORD.encode() in rest, code) == (prompt, False, 0), rest


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("password=@missing", "--with password=@missing: No such file or directory"),
        ("password=@.", "--with password=@.: Is a directory"),
        ("password=@empty", "`password` is empty"),
        ("password=@picture", "--with password=@picture: it is no text in UTF-8"),
        ("password", "set the variable UCWA2_PASSWORD, or give --with password=@FILE"),
    ],
)
@pytest.mark.parametrize("command", ["ucwa2.doctor", "ucwa2.conformance"])
def test_file_that_cannot_be_read_is_wrong_usage(tmp_path: Path, command: str, given: str, said: str):
    (tmp_path / "empty").touch()
    (tmp_path / "picture").write_bytes(b"\xff\xd8\xff")
    words = [sys.executable, "-m", command, NOWHERE, "--user", ANN, "--with", given]

    done = subprocess.run(
        words, cwd=tmp_path, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )

    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (2, True, False), done.stderr


def test_secrets_of_the_first_user_are_not_read_for_the_second(sandbox, tmp_path: Path):
    secret = tmp_path / "secret"
    secret.write_text(PASSWORD)
    words = [
        sys.executable,
        "-m",
        "ucwa2.conformance",
        f"{sandbox.url}/",
        "--user",
        ANN,
        "--other-user",
        "bob@contoso.com",
    ]

    done = subprocess.run(
        [*words, "--with", f"password=@{secret}", "--guide", "MeDashboard"],
        env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (2, "set the variable UCWA2_OTHER_PASSWORD\n")


@pytest.mark.parametrize("name", [ANN, "nobody@contoso.com"])
def test_user_is_named_by_a_variable(sandbox, name: str):
    done = doctor(f"{sandbox.url}/", *QUICK, UCWA2_USER=name, UCWA2_PASSWORD=PASSWORD)

    assert (done.returncode, "invalid_grant" in done.stdout) == ((0, False) if name == ANN else (1, True))


def test_password_may_be_the_word_true(sandbox):
    sandbox.backend.users[ANN.lower()].password = "true"

    assert signed_in(sandbox, UCWA2_PASSWORD="true")


@pytest.mark.parametrize(
    ("text", "flag"), [("False", False), ("no", False), ("0", False), ("true", True), ("YES", True)]
)
def test_flag_of_a_grant_has_many_spellings(text: str, flag: bool):
    assert grant_of(None, "windows", [f"allow_ntlm={text}"]) == WindowsGrant(allow_ntlm=flag)
