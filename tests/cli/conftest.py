"""A folder to run the command in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import BASE


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a valid set of specs."""
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    return tmp_path
