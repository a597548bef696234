"""Libraries that a build imports, as whole processes: a valid change needs no library that only a first build needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import BASE

BUILD = "import sys, ucwagen.cli; code = ucwagen.cli.main(['build', '--quiet']); print(*sys.modules); sys.exit(code)"
READERS = {"pydantic", "pydantic_core"}
OTHERS = {"black", "typer", "rich", "packaging", "importlib.metadata", "tomllib", "difflib"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    return tmp_path


def imported(project: Path, *, fails: bool = False) -> set[str]:
    environment = {**os.environ, "UCWAGEN_CACHE": str(project / "cache")}
    command = [sys.executable, "-c", BUILD]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == fails, done.stderr
    return set(done.stdout.split())


def edit(project: Path, old: str, new: str) -> None:
    spec = project / "specs/api.yaml"
    text = spec.read_text("utf-8")
    assert old in text
    spec.write_text(text.replace(old, new, 1), "utf-8")


def test_a_valid_change_is_read_without_pydantic(project):
    first = imported(project)
    edit(project, "summary: ", "summary: Now ")
    second = imported(project)

    assert first >= READERS
    assert (READERS | OTHERS) & second == set()
    assert "Now " in (project / "generated/pyproject.toml").read_text("utf-8")


def test_a_fault_is_left_to_pydantic(project):
    imported(project)
    edit(project, "summary: ", "unknown: ")

    assert imported(project, fails=True) >= READERS
