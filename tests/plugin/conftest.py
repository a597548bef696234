"""A fresh environment with the wheel of the package, made once for all workers of a run."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.project.wheels import ROOT, build_wheel, fetch, fresh_environment, install, wheelhouse

MORE = ("pytest-asyncio", "pytest-cov", "pytest-xdist")
FETCHED = ("coverage==", "pytest-asyncio==", "pytest-cov==")
"""What the environment of this repository does not have; the lock of this folder says which versions."""
PATIENCE = 300.0
"""Seconds that a worker waits for the environment that another one makes."""


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of the environment, which has the package with its extra, and other plugins of pytest."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "installed"
    python = shared / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    try:
        shared.mkdir()
    except FileExistsError:
        _wait(shared / "done")
        return python
    lock = Path(__file__).with_name("requirements.lock").read_text("utf-8")
    pins = [line.rstrip(" \\") for line in lock.splitlines() if line.startswith(FETCHED)]
    (shared / "wheel").mkdir()
    try:
        fresh_environment(shared / "venv")
        fetch(shared / "more", *pins)
        wheel = build_wheel(ROOT / "generated", shared / "wheel")
        install(python.parent, wheel, [wheelhouse(base), shared / "more"], "--compile", *MORE, extras="[testing]")
    except BaseException:
        (shared / "done").write_text("failed")
        raise
    (shared / "done").write_text("made")
    return python


def _wait(done: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not done.exists() or not done.read_text():
        assert time.monotonic() < until, "the environment was not made in time"
        time.sleep(0.1)
    if done.read_text() == "failed":
        pytest.skip("the environment could not be made: see the test that made it")
