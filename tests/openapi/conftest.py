"""The document of the reference, made by the command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support import ROOT


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The document as a file."""
    path = tmp_path_factory.mktemp("openapi") / "ucwa.json"
    subprocess.run([sys.executable, "-m", "ucwagen", "openapi", "--quiet", "--output", path], cwd=ROOT, check=True)
    return path


@pytest.fixture(scope="session")
def reference(file: Path) -> dict[str, Any]:
    """The document as data."""
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found
