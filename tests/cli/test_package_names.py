"""A job gives its package a name of its own: one folder of specs, built under several names and used side by side."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import environment, run

import ucwagen
from support import CASES
from ucwagen.backends.generate import generate
from ucwagen.exits import Exit

SPECS = CASES / "sample/specs"
NAME = "quirky_name"
JOBS = """
[tool.ucwagen]
specs = "specs"

[tool.ucwagen.jobs.ours]
out = "ours"
package = "acme_memo"
distribution = "acme.memo-client"

[tool.ucwagen.jobs.theirs]
out = "theirs"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that makes two packages from one folder of specs."""
    shutil.copytree(SPECS, tmp_path / "specs")
    api = tmp_path / "specs/api.yaml"
    text = re.sub(r"^  (name|distribution): .*$", rf"  \1: {NAME}", api.read_text(), flags=re.MULTILINE)
    api.write_text(re.sub(r"^  base_error: .*\n", "", text, flags=re.MULTILINE))
    (tmp_path / "pyproject.toml").write_text(JOBS)
    return tmp_path


def texts(tree: Path) -> dict[str, str]:
    paths = (path for path in tree.rglob("*") if path.is_file() and ".ucwagen" not in path.parts)
    return {path.relative_to(tree).as_posix(): path.read_text("utf-8") for path in paths}


def test_the_name_reaches_everything_that_the_specs_name(project: Path) -> None:
    """No file of ours has the name of the specs, in its path or its text."""
    assert run(project, "build").returncode == Exit.OK

    ours, theirs = texts(project / "ours"), texts(project / "theirs")
    assert 'name = "acme.memo-client"' in ours["pyproject.toml"]
    assert 'only-include = ["acme_memo", "acme_memo_pytest"]' in ours["pyproject.toml"]
    assert "AcmeMemoError" in ours["acme_memo/__init__.py"]
    assert {path for path, text in ours.items() if re.search("quirky_?name", f"{path} {text}", re.IGNORECASE)} == set()
    assert {path.replace("acme_memo", NAME) for path in ours} == theirs.keys()


def test_packages_of_both_names_work_side_by_side(project: Path) -> None:
    run(project, "build")
    script = f"import acme_memo, {NAME}, acme_memo.client, {NAME}.sandbox\nassert acme_memo.State is not {NAME}.State\n"

    line = [sys.executable, "-W", "error", "-c", script]
    subprocess.run(line, cwd=project, env=environment(PYTHONPATH="ours:theirs"), check=True)


def test_the_option_wins_and_the_distribution_follows(project: Path) -> None:
    assert run(project, "build", "--job", "theirs", "--package", "shop").returncode == Exit.OK

    assert (project / "theirs/shop/client.py").exists()
    assert 'name = "shop"' in (project / "theirs/pyproject.toml").read_text()
    assert run(project, "build", "--check", "--job", "theirs", "--package", "shop").stderr == ""
    assert run(project, "build", "--check", "--job", "theirs").returncode == Exit.FAULTS
    assert run(project, "build", "--job", "theirs").returncode == Exit.FAULTS  # another package
    several = run(project, "build", "--package", "shop")
    assert (several.returncode, "--package is for one job, and 2 are to run" in several.stderr) == (Exit.USAGE, True)


def test_a_new_name_is_no_unchanged_build(project: Path) -> None:
    """The stamp knows the name: the same specs under another one are rendered again."""
    run(project, "build", "--job", "ours")
    (project / "pyproject.toml").write_text(JOBS.replace("acme.memo-client", "other-client"))

    assert run(project, "build", "--job", "ours").stderr == "3 files changed in ours\n"


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_name_that_no_package_can_have_is_a_fault_at_its_key(project: Path, command: str) -> None:
    wrong = JOBS.replace('"acme_memo"', '"json"').replace('"acme.memo-client"', '"-"')
    (project / "pyproject.toml").write_text(wrong)

    done = run(project, command)

    assert done.returncode == Exit.FAULTS
    assert "pyproject.toml:8:1: error: `-` is no name of a distribution" in done.stderr
    (project / "pyproject.toml").write_text(wrong.replace('"-"', '"a"'))
    assert "pyproject.toml:7:1: error: package `json` cannot be imported" in run(project, command).stderr
    option = run(project, "build", "--job", "theirs", "--package", "class")
    assert option.stderr.startswith("--package:1:1: error: package `class` cannot be imported")
    assert "\n    class\n    ^~~~~\n" in option.stderr


def test_backends_take_the_names(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)

    assert [job.name for job in generate(names=["ours"])] == ["ours"]

    assert (project / "ours/acme_memo/client.py").exists()
    assert not (project / "theirs").exists()


def test_the_library_takes_the_names(tmp_path: Path) -> None:
    report = ucwagen.build(SPECS, tmp_path / "out", package="acme_memo", distribution="acme")

    assert tmp_path / "out/acme_memo/client.py" in report.raise_for_faults().changed
    assert ucwagen.build(SPECS, tmp_path / "out", package="acme_memo", distribution="acme", check=True).changed == ()
    (fault,) = ucwagen.check(SPECS, package="1x").faults
    assert str(fault.span) == "package:1:1"
