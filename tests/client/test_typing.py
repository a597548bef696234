"""The client and code of users, under strict type checkers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import ucwa2

SAMPLE = Path(__file__).with_name("typing_sample.py")
PACKAGE = Path(ucwa2.__file__).parents[1]


def marked() -> list[int]:
    """The lines that every checker must reject."""
    return [number for number, line in enumerate(SAMPLE.read_text().splitlines(), 1) if line.endswith("# refused")]


def revealed() -> dict[int, str]:
    """What each ``reveal_type`` must say."""
    lines = enumerate(SAMPLE.read_text().splitlines(), 1)
    return {number: line.partition("  # ")[2] for number, line in lines if line.strip().startswith("reveal_type(")}


def plain(shown: str) -> str:
    """A type without module names, in one spelling."""
    names = re.sub(r"\b(?:builtins|ucwa2(?:\.\w+)*)\.(?=\w)", "", shown)
    return re.sub(r"\bUnion\[([^]]*)\]", lambda found: found[1].replace(", ", " | "), names)


def test_mypy(tmp_path):
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path, SAMPLE]
    environment = {**os.environ, "MYPYPATH": str(PACKAGE)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    lines = [line for line in done.stdout.splitlines() if not line.startswith("Found ")]
    errors = [line for line in lines if ": error: " in line]
    assert [line for line in errors if SAMPLE.name not in line] == []
    assert sorted({int(line.split(":")[1]) for line in errors}) == marked()
    notes = {
        int(found[1]): plain(found[2])
        for line in lines
        if (found := re.search(r':(\d+): note: Revealed type is "(.*)"', line))
    }
    assert notes == revealed()


def test_pyright(tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        f'[tool.basedpyright]\ntypeCheckingMode = "standard"\nextraPaths = ["{PACKAGE}"]\n'
    )
    (tmp_path / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
    command = [sys.executable, "-m", "basedpyright", "--level", "error", "--pythonpath", sys.executable, SAMPLE.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    errors = [int(found[1]) for line in done.stdout.splitlines() if (found := re.search(r":(\d+):\d+ - error", line))]
    assert sorted(set(errors)) == marked(), done.stdout
