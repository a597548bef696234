"""Files, folders, streams and signals that the command cannot use, or that end it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import WAITING, command, environment, finished, run

from ucwagen.cli import main
from ucwagen.exits import Exit

SETPRIV = shutil.which("setpriv")

WITHOUT_PRIVILEGE = [str(SETPRIV), "--bounding-set=-dac_override,-dac_read_search"]
"""Makes root obey the permissions of files."""


def test_out_that_cannot_be_written(work: Path) -> None:
    (work / "generated").write_text("a file")

    done = run(work, "build")

    assert done.returncode == Exit.DISK
    assert done.stderr.startswith("ucwagen: ")
    assert (work / "generated").read_text() == "a file"


def test_reader_that_goes_away_is_no_fault_of_ours(work: Path) -> None:
    process = subprocess.Popen(
        command("model"), cwd=work, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()

    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(timeout=120) == Exit.PIPE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_told(work: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("model"), cwd=work, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == Exit.DISK
    assert done.stderr == "ucwagen: standard output: No space left on device\n"


def test_closed_stdout_is_told(work: Path) -> None:
    done = finished(work, ["sh", "-c", f"{shlex.join(command('model'))} >&-"])

    assert (done.returncode, done.stderr) == (Exit.DISK, "ucwagen: standard output is closed\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("check --specs nowhere", "nowhere: No such file or directory"),
        ("check --specs specs/api.yaml", "specs/api.yaml: Not a directory; name a folder here, or move the file away"),
        ("check --templates file", "file: Not a directory; name a folder here, or move the file away"),
        ("build --out file", "file: is not a folder; name another, or move it away"),
        (
            "build --out foreign",
            "foreign/tiny/client.py: was not made by ucwagen and is in the way; move it away, or delete it",
        ),
        (
            "reference --out foreign/tiny/client.py",
            "foreign/tiny/client.py: is not a folder; name another, or move it away",
        ),
    ],
)
def test_what_is_in_the_way_is_named_as_the_user_names_it(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    monkeypatch.chdir(work)
    Path("file").touch()
    Path("foreign/tiny").mkdir(parents=True)
    Path("foreign/tiny/client.py").write_text("mine = 1\n")

    assert main(line.split()) == Exit.DISK
    assert capsys.readouterr().err == f"ucwagen: {said}\n"
    assert Path("foreign/tiny/client.py").read_text() == "mine = 1\n"


@pytest.mark.parametrize(
    ("specs", "said"),
    [
        (
            "specs/resources",
            "specs/resources:1:1: error: is a folder inside one of specs; name the one around it, specs",
        ),
        ("empty", "empty/api.yaml:1:1: error: `api.yaml` is missing; add it, with "),
    ],
)
def test_a_folder_without_an_api_is_told_apart(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], specs: str, said: str
) -> None:
    monkeypatch.chdir(work)
    Path("empty").mkdir()

    assert main(["check", "--specs", specs]) == Exit.FAULTS
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.skipif(os.geteuid() == 0 and not SETPRIV, reason="root may read everything")
@pytest.mark.parametrize("path", ["specs", "specs/resources", "specs/resources/note.yaml"])
def test_specs_that_may_not_be_read(work: Path, path: str) -> None:
    (work / path).chmod(0)
    try:
        done = finished(work, [*(WITHOUT_PRIVILEGE if os.geteuid() == 0 else []), *command("check")])
    finally:
        (work / path).chmod(0o755)

    assert done.returncode == Exit.DISK
    assert done.stderr == f"ucwagen: {path}: Permission denied\n"


def test_folder_where_a_file_is_due(work: Path) -> None:
    (work / "specs/resources/phone.yaml").mkdir()

    done = run(work, "check")

    assert done.returncode == Exit.FAULTS
    assert done.stderr.startswith("specs/resources/phone.yaml:1:1: error: is a folder; a file is due here\n")


def test_interrupt_ends_at_once(work: Path) -> None:
    os.mkfifo(work / "gate")
    waiting = [sys.executable, "-c", WAITING, "60", "check"]
    process = subprocess.Popen(waiting, cwd=work, env=environment(), stderr=subprocess.PIPE, text=True)
    assert process.stderr
    with (work / "gate").open("w"):  # opens when the command reads
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=120) == Exit.INTERRUPTED

    assert process.stderr.read() == ""
    process.stderr.close()
