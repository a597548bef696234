"""The process of ``python -m ucwagen`` ends at once: with all that it said, and with the exit code of the command."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

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
