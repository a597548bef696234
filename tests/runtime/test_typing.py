"""The runtime and code of users, under strict type checkers."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample_packages import generate

SAMPLE = Path(__file__).with_name("typing_sample.py")
MYPY_CODES = {"attr-defined", "assignment", "misc", "call-arg", "arg-type", "dict-item"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = generate(tmp_path_factory.mktemp("typing"))
    for room in ("sandbox", "testing"):
        shutil.rmtree(folder / "sample" / room)  # the same in every package, and checked by make check
    (folder / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
    return folder


def marked(mark: str) -> list[int]:
    """The lines with a mark."""
    return [number for number, line in enumerate(SAMPLE.read_text().splitlines(), 1) if line.endswith(mark)]


def revealed() -> dict[int, str]:
    """What each ``reveal_type`` must say."""
    lines = enumerate(SAMPLE.read_text().splitlines(), 1)
    return {number: line.partition("  # ")[2] for number, line in lines if line.startswith("reveal_type(")}


def plain(shown: str) -> str:
    """A type without module names, in one spelling."""
    names = re.sub(r"\b(?:builtins|datetime|sample(?:\.\w+)*)\.(?=\w)", "", shown)
    return re.sub(r"\bUnion\[([^]]*)\]", lambda found: found[1].replace(", ", " | "), names).replace("datetime.", "")


def test_mypy(folder):
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-incremental",
        "--cache-dir",
        str(folder / ".cache"),
        "-p",
        "sample",
        "-m",
        "typing_sample",
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if not line.startswith("Found ")]

    errors = [line for line in lines if ": error: " in line]
    assert [line for line in errors if not line.startswith(SAMPLE.name)] == []
    assert sorted({int(line.split(":")[1]) for line in errors}) == marked("# refused")
    notes = {
        int(found[1]): plain(found[2])
        for line in lines
        if (found := re.search(r':(\d+): note: Revealed type is "(.*)"', line))
    }
    assert notes == revealed()


def test_pyright(folder):
    pytest.importorskip("basedpyright")
    command = [
        sys.executable,
        "-m",
        "basedpyright",
        "--level",
        "error",
        "--pythonpath",
        sys.executable,
        "sample",
        SAMPLE.name,
    ]
    (folder / "pyproject.toml").write_text('[tool.basedpyright]\ntypeCheckingMode = "standard"\n')
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    errors = [
        found for line in done.stdout.splitlines() if (found := re.search(r"/([^/]+\.py):(\d+):\d+ - error", line))
    ]
    assert [found.string for found in errors if found[1] != SAMPLE.name] == []
    assert sorted({int(found[2]) for found in errors}) == marked("# refused")
