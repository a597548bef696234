"""The process of ``python -m ucwagen`` ends at once: with all that it said, and with the exit code of the command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import forked
from support import BASE
from ucwagen.exits import Exit


def run(*words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "ucwagen", *words], capture_output=True, check=False)


def test_all_output_arrives_through_a_pipe():
    done = run("model", "--specs", str(BASE))

    assert done.returncode == Exit.OK
    assert json.loads(done.stdout)
    assert done.stdout.endswith(b"\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [(("build", "--unknown"), Exit.USAGE), (("check", "--specs", "no/such/folder"), Exit.DISK)],
    ids=["misuse", "no folder"],
)
def test_the_exit_code_is_that_of_the_command(words, code):
    done = run(*words)

    assert done.returncode == code
    assert done.stderr


LINES = [
    ("--version",),
    ("--help",),
    ("bild",),
    ("check",),
    ("build", "--diff"),
    ("model",),
    ("counts", "--json"),
    ("openapi",),
    ("reference", "--check"),
    ("schema", "--check"),
    ("check", "--specs", "none"),
]


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_a_forked_process_is_like_one_that_was_started(work: Path, line: tuple[str, ...]) -> None:
    """Most tests of the command fork: see ``forked.py``."""
    first, second = forked.started(work, *line), forked.exact(work, *line)

    assert (first.returncode, first.stdout, first.stderr) == (second.returncode, second.stdout, second.stderr)


def test_a_forked_process_is_not_shaped_by_the_one_before(work: Path) -> None:
    """It has its own folder, environment and memory."""
    before = forked.run(work, "build", environment=os.environ | {"UCWAGEN_CACHE": str(work / "cache")})
    shutil.move(work / "specs", work / "other")
    after = forked.run(work, "build", "--specs", "other", "--out", "out")

    assert (before.returncode, after.returncode) == (Exit.OK, Exit.OK)
    assert (work / "cache").exists()
    assert before.stderr.partition(" in ")[0] == after.stderr.partition(" in ")[0]
    assert forked.run(work, "build").returncode == Exit.DISK
