"""Programs of others that read OpenAPI documents, in an environment of their own: ``make openapi``."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from support import ROOT

BIN = ROOT / ".venv-openapi" / "bin"
NAMES = ("openapi-spec-validator", "openapi-python-client", "datamodel-codegen", "schemathesis")

needs_tools = pytest.mark.skipif(
    not all((BIN / name).exists() for name in NAMES), reason="the tools are not installed: run `make openapi`"
)


def run(folder: Path, name: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A program in a folder, with the others on its path, and its output as one text."""
    kept = {key: text for key, text in os.environ.items() if key not in ("PYTHONPATH", "FORCE_COLOR")}
    kept |= {"PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "NO_COLOR": "1", "COLUMNS": "200", **variables}
    return subprocess.run(
        [str(BIN / name), *arguments], cwd=folder, env=kept,
        check=False, text=True, timeout=300, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
