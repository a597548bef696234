"""The package of the second API, without sign-in and with a token; built once for all processes of a run."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest
from tests.second_api import building


@pytest.fixture(scope="session", params=building.VARIANTS)
def workshop(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> building.Workshop:
    """A folder in which the package was built; every command has to succeed."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / f"second-api-{request.param}"
    built = Path(f"{folder}.built")
    with Path(f"{folder}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            assert not folder.exists(), "another process could not build it; its test says why"
            for done in building.built(building.with_pages(folder, request.param)):
                assert done.code == 0, done.said
            built.touch()
    return building.Workshop(folder, request.param)
