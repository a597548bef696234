"""The command as users and build steps run it: a real process, its exit code, and its output on both streams."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ucwagen.cli import MEANING, Exit

BASE = Path(__file__).parents[1] / "cases" / "base" / "specs"
GENERATOR = Path(__file__).parents[2] / "generator"
BROKEN = "rel: phone\npage: phone_ref\nsummary: A phone.\nlinks:\n  owner:\n    to: mee\n"
SETPRIV = shutil.which("setpriv")
WITHOUT_PRIVILEGE = [str(SETPRIV), "--bounding-set=-dac_override,-dac_read_search"]
"""Makes root obey the permissions of files."""
BUILDS = [("build", "--check"), ("build",), ("build",), ("build", "--check")]
ESCAPE = "\x1b"
WAITING = """
import sys
from pathlib import Path
from ucwagen import cli, pipeline, terminal
terminal.PATIENCE = float(sys.argv.pop(1))
collect = pipeline.collect
pipeline.collect = lambda specs: (Path("gate").read_text(), collect(specs))[1]
sys.exit(cli.main(sys.argv[1:]))
"""
"""The command, but it reads the specs only when a pipe has been written and closed; first argument: its patience."""


PATIENT = """
import sys
from ucwagen import cli, terminal
terminal.PATIENCE = 60
sys.exit(cli.main(sys.argv[1:]))
"""
"""The command, but it shows no progress bar, however slow the machine is."""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a valid set of specs."""
    shutil.copytree(BASE, tmp_path / "specs")
    return tmp_path


def environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "FORCE_COLOR")}
    return kept | {"PYTHONPATH": str(GENERATOR), "TERM": "xterm"} | changes


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "ucwagen", *arguments]


def run(work: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return finished(work, command(*arguments), **changes)


def finished(work: Path, line: list[str], **changes: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        line, cwd=work, env=environment(**changes), capture_output=True, encoding="utf-8", check=False
    )
    assert "Traceback" not in done.stderr or "--debug" in line
    assert ESCAPE not in done.stdout + done.stderr
    return done


def on_terminal(work: Path, *arguments: str, **changes: str) -> tuple[int, str]:
    """The exit code, and the bytes that a terminal at stderr receives."""
    with terminal(work, sys.executable, "-c", PATIENT, *arguments, **changes) as (process, main):
        return process.wait(timeout=30), drained(main)


class terminal:  # noqa: N801 - reads as a verb
    """A process whose stderr is a terminal."""

    def __init__(self, work: Path, *line: str, **changes: str) -> None:
        self._main, other = pty.openpty()
        self._process = subprocess.Popen(
            line, cwd=work, env=environment(**changes), stdout=subprocess.DEVNULL, stderr=other
        )
        os.close(other)

    def __enter__(self) -> tuple[subprocess.Popen[bytes], int]:
        return self._process, self._main

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._main)


def drained(main: int) -> str:
    return b"".join(_chunks(main)).decode("utf-8", "replace")


def _chunks(main: int) -> Iterator[bytes]:
    try:
        while chunk := os.read(main, 4096):
            yield chunk
    except OSError:  # the error of Linux when the other end is closed
        return


def test_version(work: Path) -> None:
    done = run(work, "--version")

    assert done.returncode == Exit.OK
    assert re.fullmatch(r"ucwagen \d+\.\d+\.\d+\S*\n", done.stdout)


def test_help_names_every_command_and_every_exit_code(work: Path) -> None:
    done = run(work, "--help")

    assert done.returncode == Exit.OK
    for name in ("check", "build", "model", "schema", "capture", "counts"):
        assert re.search(rf"^  {name} +[A-Z]", done.stdout, re.MULTILINE)
    for code, words in MEANING.items():
        assert re.search(rf"^ +{code} +{re.escape(words)}$", done.stdout, re.MULTILINE)


def test_help_is_quick(work: Path) -> None:
    """Modules that take long to import are imported when they are needed."""
    listing = [sys.executable, "-X", "importtime", "-m", "ucwagen", "--help"]

    done = subprocess.run(listing, cwd=work, env=environment(), capture_output=True, text=True, check=True)

    imported = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "typer" in imported
    assert not imported & {"pydantic", "yaml", "rich", "jinja2", "black", "markdown_it", "ucwagen.model"}


@pytest.mark.parametrize("arguments", [("bild",), ("build", "--chek"), ("check", "extra"), ("build", "--out"), ()])
def test_wrong_command_line(work: Path, arguments: tuple[str, ...]) -> None:
    done = run(work, *arguments)

    assert done.returncode == Exit.USAGE
    assert done.stdout == ""
    assert "--help" in done.stderr


def test_check_of_good_specs_says_so_on_stderr(work: Path) -> None:
    done = run(work, "check")

    assert (done.returncode, done.stdout) == (Exit.OK, "")
    assert done.stderr == "no faults in 2 resources and 2 enumerations\n"


def test_faults_are_plain_lines_with_their_places_then_their_number(work: Path) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)
    (work / "specs/resources/fax.yaml").write_text(BROKEN.replace("phone", "fax").replace("owner", "user"))

    done = run(work, "check")

    assert (done.returncode, done.stdout) == (Exit.FAULTS, "")
    assert done.stderr.splitlines() == [
        "specs/resources/fax.yaml:6:9: error: link `user` points to unknown resource `mee`; did you mean `me`?",
        "        to: mee",
        "            ^~~",
        "specs/resources/phone.yaml:6:9: error: link `owner` points to unknown resource `mee`; did you mean `me`?",
        "        to: mee",
        "            ^~~",
        "2 faults in 2 files",
    ]


@pytest.mark.parametrize("arguments", [("check",), ("build",), ("build", "--check"), ("model",)])
def test_every_command_stops_at_faults_and_changes_nothing(work: Path, arguments: tuple[str, ...]) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)
    before = sorted(work.rglob("*"))

    done = run(work, *arguments)

    assert (done.returncode, done.stdout) == (Exit.FAULTS, "")
    assert done.stderr.endswith("1 fault in 1 file\n")
    assert sorted(work.rglob("*")) == before


@pytest.mark.parametrize("typed", ["specs", "./specs", "../{name}/specs", "{work}/specs"])
def test_paths_are_shown_as_they_were_typed(work: Path, typed: str) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)
    folder = typed.format(name=work.name, work=work)

    done = run(work, "check", "--specs", folder)

    assert done.stderr.startswith(f"{folder.removeprefix('./')}/resources/phone.yaml:6:9: error: ")


def test_bytes_that_are_not_utf_8_have_a_place(work: Path) -> None:
    (work / "specs/resources/phone.yaml").write_bytes(b"rel: phone\nsummary: caf\xe9\n")

    done = run(work, "check")

    assert done.returncode == Exit.FAULTS
    assert done.stderr.startswith("specs/resources/phone.yaml:2:13: error: byte 0xE9 is not UTF-8")


def test_file_with_another_ending_is_not_passed_over(work: Path) -> None:
    (work / "specs/resources/phone.yml").write_text(BROKEN)

    done = run(work, "check")

    assert done.returncode == Exit.FAULTS
    assert "specs/resources/phone.yml:1:1: error: is not read: specs end in `.yaml`; rename the file" in done.stderr


def test_model_is_sorted_json_and_the_same_anywhere(work: Path) -> None:
    first = run(work, "model", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    second = run(work.parent, "model", "--specs", str(work / "specs"), PYTHONHASHSEED="2", LC_ALL="C", TZ="Asia/Tokyo")

    assert (first.returncode, first.stderr) == (Exit.OK, "")
    assert first.stdout == second.stdout
    data = json.loads(first.stdout)
    assert first.stdout == json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert sorted(data["resources"]) == ["me", "note"]


def test_schema_is_written_once_and_checked(work: Path) -> None:
    stale = run(work, "schema", "--check")
    first, second, fresh = run(work, "schema"), run(work, "schema"), run(work, "schema", "--check")

    assert (stale.returncode, stale.stderr) == (
        Exit.FAULTS,
        "specs/schema.json: out of date\n1 file out of date; run `ucwagen schema`\n",
    )
    assert first.stderr == "specs/schema.json written\n"
    assert second.stderr == "specs/schema.json is up to date\n"
    assert (fresh.returncode, fresh.stdout + fresh.stderr) == (Exit.OK, "")
    assert sorted(path.name for path in (work / "specs").iterdir() if path.suffix == ".json") == ["schema.json"]
    assert not [path for path in (work / "specs").iterdir() if path.name.startswith(".")]


def test_schema_with_windows_line_ends_is_up_to_date(work: Path) -> None:
    run(work, "schema")
    path = work / "specs/schema.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert run(work, "schema", "--check").returncode == Exit.OK
    assert run(work, "schema").stderr == "specs/schema.json is up to date\n"


def test_build_writes_then_has_nothing_to_do(work: Path) -> None:
    stale, first, second, fresh = (run(work, *words) for words in BUILDS)

    assert (stale.returncode, stale.stdout) == (Exit.FAULTS, "")
    assert stale.stderr.startswith("generated/")
    assert stale.stderr.endswith("files out of date; run `ucwagen build`\n")
    assert re.fullmatch(r"\d+ files changed in generated\n", first.stderr)
    assert second.stderr == "generated is up to date\n"
    assert [(done.returncode, done.stdout) for done in (first, second, fresh)] == [(Exit.OK, "")] * 3
    assert fresh.stderr == ""


def test_build_goes_where_it_is_told(work: Path) -> None:
    done = run(work, "build", "--specs", "specs", "--out", "elsewhere/deep")

    assert done.stderr.endswith("changed in elsewhere/deep\n")
    assert (work / "elsewhere/deep/pyproject.toml").is_file()
    assert not (work / "generated").exists()


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
    assert process.wait(timeout=30) == Exit.PIPE


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


@pytest.mark.parametrize("specs", ["nowhere", "specs/api.yaml"])
def test_specs_that_are_no_folder(work: Path, specs: str) -> None:
    done = run(work, "check", "--specs", specs)

    assert done.returncode == Exit.DISK
    assert re.fullmatch(rf"ucwagen: {specs}: .+\n", done.stderr)


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


@pytest.mark.parametrize("debug", [False, True])
def test_bug_in_ucwagen_asks_for_a_report(work: Path, debug: bool) -> None:
    (work / "sitecustomize.py").write_text("import ucwagen.pipeline\nucwagen.pipeline.collect = lambda *_: 1 / 0\n")

    done = run(work, *(["--debug"] if debug else []), "check", PYTHONPATH=f"{work}{os.pathsep}{GENERATOR}")

    assert done.returncode == Exit.BUG
    assert "internal error: ZeroDivisionError: division by zero" in done.stderr
    assert "report" in done.stderr
    assert ("Traceback" in done.stderr) is debug


def test_interrupt_ends_at_once(work: Path) -> None:
    os.mkfifo(work / "gate")
    waiting = [sys.executable, "-c", WAITING, "60", "check"]
    process = subprocess.Popen(waiting, cwd=work, env=environment(), stderr=subprocess.PIPE, text=True)
    assert process.stderr
    with (work / "gate").open("w"):  # opens when the command reads
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == Exit.INTERRUPTED

    assert process.stderr.read() == ""
    process.stderr.close()


def test_faults_are_coloured_on_a_terminal(work: Path) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)

    code, shown = on_terminal(work, "check")

    assert code == Exit.FAULTS
    assert f"{ESCAPE}[1;31merror:" in shown


@pytest.mark.parametrize("changes", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_refused(work: Path, changes: dict[str, str]) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)

    code, shown = on_terminal(work, "check", **changes)

    assert code == Exit.FAULTS
    assert ESCAPE not in shown


def slow(work: Path, *arguments: str, seconds: float, patience: float) -> str:
    """What a terminal is sent while reading the specs takes its time."""
    os.mkfifo(work / "gate")
    with terminal(work, sys.executable, "-c", WAITING, str(patience), *arguments) as (process, main):
        with (work / "gate").open("w"):
            time.sleep(seconds)
        assert process.wait(timeout=30) == Exit.OK
        return drained(main)


def test_bar_shows_on_a_terminal_after_a_while_and_leaves_no_trace(work: Path) -> None:
    shown = slow(work, "check", seconds=1.5, patience=0.5)

    assert "reading specs" in shown
    last = shown.replace("\r\n", "\n").splitlines()[-1]
    assert last.endswith("no faults in 2 resources and 2 enumerations")
    assert f"{ESCAPE}[?25h" in shown, "the cursor is shown again"


def test_no_bar_for_a_short_run(work: Path) -> None:
    assert ESCAPE not in slow(work, "check", seconds=0, patience=60)
