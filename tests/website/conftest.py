"""The site, built once for all processes of a run of the tests."""

from __future__ import annotations

import fcntl
from importlib.util import find_spec

import pytest
from tests.website.building import Site, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Site:
    if not find_spec("zensical"):
        pytest.skip("not installed: zensical (make docs)")
    base = tmp_path_factory.getbasetemp()
    base = base if worker_id == "master" else base.parent
    noted = base / "site.seconds"
    with (base / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not noted.exists():
            noted.write_text(str(build(base)), "utf-8")
    return Site(base / "site", float(noted.read_text("utf-8")))
