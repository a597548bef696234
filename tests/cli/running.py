"""The command in a real process, with its output on pipes or on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import forked

GENERATOR = Path(__file__).parents[2] / "generator"

BROKEN = "rel: phone\npage: phone_ref\nsummary: A phone.\nlinks:\n  owner:\n    to: mee\n"

ESCAPE = "\x1b"

PATIENT = """
import sys
from ucwagen import cli, terminal
terminal.PATIENCE = 60
sys.exit(cli.main(sys.argv[1:]))
"""
"""The command, but it shows no progress bar, however slow the machine is."""

WAITING = """
import sys
from pathlib import Path
from ucwagen import cli, terminal
from ucwagen.pipeline import checking as pipeline
terminal.PATIENCE = float(sys.argv.pop(1))
collect = pipeline.collect
pipeline.collect = lambda *given: (Path("gate").read_text(), collect(*given))[1]
sys.exit(cli.main(sys.argv[1:]))
"""
"""The command, but it reads the specs only when a pipe has been written and closed; first argument: its patience."""


def environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "FORCE_COLOR")}
    return kept | {"PYTHONPATH": str(GENERATOR), "TERM": "xterm"} | changes


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "ucwagen", *arguments]


def run(work: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """The command, in a process that needs no start; but an interpreter starts where it is to import other modules."""
    if "PYTHONPATH" in changes:
        return finished(work, command(*arguments), **changes)
    return _checked(forked.run(work, *arguments, environment=environment(**changes)), debug="--debug" in arguments)


def output(work: Path, *arguments: str) -> bytes:
    """What the command, which goes through, prints, to the byte."""
    done = forked.exact(work, *arguments, environment=environment())
    assert done.returncode == 0, done.stderr
    return done.stdout


def finished(work: Path, line: list[str], **changes: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        line, cwd=work, env=environment(**changes), capture_output=True, encoding="utf-8", check=False
    )
    return _checked(done, debug="--debug" in line)


def _checked(done: subprocess.CompletedProcess[str], *, debug: bool) -> subprocess.CompletedProcess[str]:
    assert "Traceback" not in done.stderr or debug
    assert ESCAPE not in done.stdout + done.stderr
    return done


def on_terminal(work: Path, *arguments: str, **changes: str) -> tuple[int, str]:
    """The exit code, and the bytes that a terminal at stderr receives."""
    with terminal(work, sys.executable, "-c", PATIENT, *arguments, **changes) as (process, main):
        return process.wait(timeout=120), drained(main)


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


JOBS = """
[tool.ucwagen.jobs]
first = { specs = "one", out = "src/first" }
second = { specs = "two", out = "src/second" }
"""
"""Two jobs, as a fixture lays them out."""


def break_spec(specs: Path) -> None:
    """Put a fault into specs."""
    (specs / "resources/phone.yaml").write_text(BROKEN)
