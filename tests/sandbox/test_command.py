"""``python -m ucwa2.sandbox``, run as a program."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest

from ucwa2 import Client, PasswordGrant
from ucwa2.errors import UcwaError

COMMAND = [sys.executable, "-m", "ucwa2.sandbox", "--port", "0"]
FEW = "[{name: eve@contoso.com, password: pass, display: Eve, photo: eve.jpg}]"


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program, and the address that it prints."""
    program = subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.PIPE, text=True)
    timer = threading.Timer(60, program.kill)
    timer.start()
    try:
        assert program.stderr is not None
        for line in program.stderr:
            found = re.match(r"listening at (\S+) \(the address to give to Client\)", line)
            if found:
                yield program, found[1]
                return
        raise AssertionError("it did not start")
    finally:
        timer.cancel()
        program.kill()
        program.wait(10)
        if program.stderr:
            program.stderr.close()


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A program that ends by itself."""
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)


def refused(tmp_path: Path, option: str, name: str, text: str) -> str:
    """The program's error for an invalid file."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run(*COMMAND, option, str(tmp_path / name))
    assert done.returncode == 1
    return done.stderr


def listen(events: Any) -> None:
    """Wait for an event that does not come."""
    with suppress(UcwaError, TimeoutError):
        events.next(timeout=20)


def test_free_port_is_printed_and_ctrl_c_ends_it_in_spite_of_listeners():
    with started() as (program, url):
        with Client(url, PasswordGrant("ann@contoso.com", "secret")) as client:
            client.create_application(user_agent="Tests/1.0", culture="en-US")
            listener = threading.Thread(target=listen, args=(client.events(),), daemon=True)
            listener.start()
            time.sleep(0.5)
            began = time.monotonic()
            program.send_signal(signal.SIGINT)

            assert program.wait(10) == 0
            assert time.monotonic() - began < 2
        listener.join(10)


def test_users_of_a_file(tmp_path):
    (tmp_path / "eve.jpg").write_bytes(b"\xff\xd8picture")
    (tmp_path / "few.yaml").write_text(FEW, encoding="utf-8")
    eve = PasswordGrant("eve@contoso.com", "pass")
    with started("--users", str(tmp_path / "few.yaml")) as (_, url), Client(url, eve) as client:
        me = client.create_application(user_agent="Tests/1.0", culture="en-US").embedded.me

        assert me.name == "Eve"
        assert client.send(me.links.photo.get()).bytes == b"\xff\xd8picture"


def test_faults_of_a_file(tmp_path):
    (tmp_path / "some.yaml").write_text("[{kind: error, subcode: TooManyApplications}]", encoding="utf-8")
    with started("--faults", str(tmp_path / "some.yaml")) as (_, url):
        assert httpx2.get(url).json()["subcode"] == "TooManyApplications"


def test_every_kind_of_the_page_is_known_before_anything_is_served():
    page = (Path(__file__).parents[2] / "docs" / "client.md").read_text("utf-8")
    table = page.partition("| kind | effect |")[2].partition("\n\n")[0]
    kinds = [kind for row in table.splitlines() for kind in re.findall("`([a-z-]+)`", row[: row.find("|", 1)])]
    program = """
import sys
from ucwa2.sandbox import SandboxBackend
for kind in sys.argv[1:]:
    try:
        SandboxBackend().faults.add([{"kind": kind}])
    except ValueError as fault:
        if "is not a fault" in str(fault):
            print(fault)
"""
    done = subprocess.run([sys.executable, "-c", program, *kinds], capture_output=True, text=True, check=True)

    assert {"latency", "expire-token", "failover"} <= {*kinds}
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[]", "at least one"),
        ('{"name": "a"}', "expected a list of users"),
        ("[", "Expecting value"),
        ('[{"name": "a"}]', "needs a password"),
        ('[{"name": "", "password": "b"}]', "needs a name"),
        ('[{"name": "a", "password": 5}]', "`password`: expected text, got a whole number"),
        ('[{"name": "a", "password": "b", "age": 5}]', "there is no field `age`; there are name, "),
        ('[{"name": "a", "password": "b", "photo": "none.jpg"}]', "none.jpg"),
        ('[{"name": "a", "password": "b"}, {"name": "A", "password": "b"}]', "same name"),
        ('["ann"]', "expected an object"),
    ],
)
def test_file_of_users_that_is_no_good_is_told_in_one_line(tmp_path, text, says):
    told = refused(tmp_path, "--users", "users.json", text)

    assert says in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("port", ["-1", "65536", "99999999999", "http", "8080.0", "١"])
def test_port_that_is_none_is_wrong_usage(port):
    done = run(sys.executable, "-m", "ucwa2.sandbox", f"--port={port}")

    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(f"`{port}` is no port: expected a number from 0 to 65535")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.json", "{", "Expecting property name"),
        ("a.json", "{}", "expected a list of faults"),
        ("a.json", json.dumps([{"kind": "nothing"}]), "is not a fault"),
        ("a.json", json.dumps([{"kind": "status", "path": "("}]), "not a pattern of addresses"),
        ("a.yaml", "[{kind: ", "expected"),
        ("a.yaml", "[{kind: status, seconds: soon}]", "`seconds`: expected a number"),
    ],
)
def test_file_of_faults_that_is_no_good_is_told_in_one_line(tmp_path, name, text, says):
    told = refused(tmp_path, "--faults", name, text)

    assert says in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("missing", ["starlette", "uvicorn"])
def test_missing_extra_is_told_in_one_line(missing):
    code = f"import sys; sys.modules[{missing!r}] = None; from ucwa2.sandbox.__main__ import main; sys.exit(main([]))"
    done = run(sys.executable, "-c", code)

    assert done.returncode == 2
    assert "install the extra `sandbox`" in done.stderr
    assert done.stderr.count("\n") == 1
