"""A folder to run the command in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from running import JOBS

from support import BASE


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a valid set of specs."""
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    return tmp_path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two jobs, and a folder deep inside it."""
    for name in ("one", "two"):
        shutil.copytree(BASE / "specs", tmp_path / name)
    (tmp_path / "pyproject.toml").write_text(JOBS)
    (tmp_path / "docs/notes").mkdir(parents=True)
    return tmp_path
