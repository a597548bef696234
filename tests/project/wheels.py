"""Wheels of this repository, built and installed in fresh environments outside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BACKSLASH = " \\"


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command outside the checkout, without this interpreter's environment."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build_wheel(project: Path, into: Path) -> Path:
    copy = into / "source"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".*", "tests", "generated", "build", "dist"))
    if project == ROOT / "generated":
        shutil.copytree(project, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("build", "dist"))
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", into, copy, cwd=into)
    (wheel,) = into.glob("*.whl")
    return wheel


def install(fresh: Path, wheel: Path, *more: str, extras: str = "", locks: Iterable[str] = ()) -> None:
    """Install a wheel with extras (``[testing]``), and more from the index, in the locked versions, without hashes."""
    pinned = wheel.with_name("constraints.txt")
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", *locks)]
    lines = {line.rstrip(BACKSLASH) for text in texts for line in text.splitlines() if "==" in line}
    pinned.write_text("\n".join(sorted(lines)), encoding="utf-8")
    what = f"{wheel}{extras}"
    try:
        run(fresh / "python", "-m", "pip", "install", "--quiet", "-c", pinned, what, *more, cwd=wheel.parent)
    except AssertionError as fault:
        if any(words in str(fault) for words in ("Temporary failure", "No matching distribution", "ConnectionError")):
            pytest.skip("no package index within reach to install the dependencies from")
        raise
