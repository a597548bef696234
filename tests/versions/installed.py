"""What is true of both distributions as they are installed; `prove.py` runs it in each environment."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.version import Version
from tests.plugin.running import run_suite

import ucwa2
import ucwagen

ROOT = Path(__file__).parents[2]
MANIFEST = Path(".ucwagen/manifest")
OF_BLACK = re.compile(rb"^tool black \S+\n", re.MULTILINE)
"""The manifest says which release of black formatted the tree; the range allows others of the year."""
NOT_OF_PYTEST_ASYNCIO = ("-W", "ignore:Unknown config option")
"""The suites are run with a setting of a plugin that is not here."""


def test_wheels_are_tested_and_not_the_checkout():
    assert Path(ucwa2.__file__).is_relative_to(sys.prefix)
    assert Path(ucwagen.__file__).is_relative_to(sys.prefix)
    assert ucwa2.__version__ == version("ucwa2")


@pytest.mark.parametrize("package", [ucwa2, ucwagen], ids=lambda package: package.__name__)
def test_every_module_is_imported_without_a_warning(package):
    names = [found.name for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    names = [name for name in names if not name.endswith(("__main__", "backends.setuptools"))]

    assert len(names) > 150
    for name in names:
        importlib.import_module(name)


def test_package_is_made_byte_for_byte(tmp_path):
    out = tmp_path / "generated"
    line = [sys.executable, "-W", "error", "-m", "ucwagen", "build", "--no-cache", "--specs", ROOT / "specs"]
    done = subprocess.run([*line, "--out", out], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    made = {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert made.pop(Path(".ucwagen/stamp"))
    assert len(made) > 400
    committed = {path: (ROOT / "generated" / path).read_bytes() for path in made}
    for files in (made, committed):
        files[MANIFEST] = OF_BLACK.sub(b"tool black\n", files[MANIFEST])
    assert [path for path, text in made.items() if committed[path] != text] == []


@pytest.mark.parametrize("suite", ["clean", "on_anyio"])
def test_fixtures_serve_a_suite_of_a_user(suite, tmp_path):
    ran = run_suite(tmp_path, suite, *NOT_OF_PYTEST_ASYNCIO, python=Path(sys.executable))

    assert (ran.code, [*ran.counts]) == (0, ["passed"]), ran.said


def test_environment_has_the_versions_of_its_name():
    """The minor version of Python, or of each library the lowest that either distribution allows."""
    name = Path(sys.prefix).name.removeprefix(".venv-")
    if name == "lowest":
        found = {(library, Version(version(library))) for library, _ in bounds()}
        assert found == {(library, Version(bound)) for library, bound in bounds()}
    else:
        assert name == f"{sys.version_info[0]}.{sys.version_info[1]}"


def bounds() -> Iterator[tuple[str, str]]:
    """The libraries that are needed, with their lower bounds; Kerberos alone has to be compiled."""
    for project in (ROOT, ROOT / "generated"):
        told = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
        extras = [row for name, rows in told["optional-dependencies"].items() if name != "kerberos" for row in rows]
        for row in (*told["dependencies"], *extras):
            library, _, bound = row.partition(">=")
            yield library, bound.partition(",")[0]
