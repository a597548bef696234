"""Both distributions, built as wheels, installed into a fresh environment outside the repository, and used there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from wheels import ROOT, build_wheel, fresh_environment, install, run, wheelhouse


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new virtual environment."""
    return fresh_environment(tmp_path_factory.mktemp("fresh") / "venv")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheels of what ours require."""
    return wheelhouse(tmp_path_factory.getbasetemp())


def test_generator_wheel_builds_a_package_outside_the_repository(fresh: Path, house: Path, tmp_path: Path) -> None:
    install(fresh, build_wheel(ROOT, tmp_path), [house])
    work = tmp_path / "work"
    shutil.copytree(ROOT / "specs", work / "specs")

    run(fresh / "ucwagen", "build", cwd=work)

    assert run(fresh / "ucwagen", "build", "--check", cwd=work) == ""
    made = {path.relative_to(work) for path in (work / "generated").rglob("*.py")}
    assert made == {path.relative_to(ROOT) for path in (ROOT / "generated").rglob("*.py")}
    for path in sorted(made):
        assert (work / path).read_bytes() == (ROOT / path).read_bytes(), path


def test_generator_wheel_carries_what_its_hints_name(fresh: Path, house: Path, tmp_path: Path) -> None:
    """In a project that has only the wheel, editors find the schema, and a hint leads to the README; its links hold."""
    if not (fresh / "ucwagen").exists():
        install(fresh, build_wheel(ROOT, tmp_path), [house])
    (tmp_path / "empty").mkdir()

    schema = Path(run(fresh / "ucwagen", "schema", "--where", cwd=tmp_path).strip())
    line = [fresh / "ucwagen", "check", "--specs", "empty"]
    missing = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert schema.is_relative_to(fresh.parent.resolve())
    assert schema.read_bytes() == (ROOT / "specs/schema.json").read_bytes()
    assert "`ucwagen schema --where`" in missing.stderr
    readme = schema.with_name("README.md")
    assert readme.read_bytes() == (ROOT / "specs/README.md").read_bytes()
    links = re.findall(r"\]\((?!https?:)([^)#]+)", readme.read_text("utf-8"))
    assert len(links) > 3
    assert [link for link in links if not (readme.parent / link).is_file()] == []


def test_generated_wheel_imports_and_reads_a_message(fresh: Path, house: Path, tmp_path: Path) -> None:
    install(fresh, build_wheel(ROOT / "generated", tmp_path), [house])
    script = (
        "import ucwa2\n"
        "from importlib.metadata import version\n"
        "assert ucwa2.__version__ == version('ucwa2')\n"
        "from ucwa2.resources.note import Note\n"
        'json = ucwa2.decode(b\'{"rel": "note", "message": "hi"}\', \'application/json\')\n'
        "xml = Note.from_xml(json.to_xml())\n"
        "assert type(json) is Note and xml == json and xml.message == 'hi'\n"
        "print(ucwa2.__file__)\n"
    )

    where = run(fresh / "python", "-c", script, cwd=tmp_path)

    assert Path(where.strip()).is_relative_to(fresh.parent.resolve())


def test_source_distribution_holds_all_that_its_tests_need(tmp_path: Path) -> None:
    copy = tmp_path / "source"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", "dist"))

    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", tmp_path, copy, cwd=tmp_path)

    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    tracked = run("git", "ls-files", cwd=ROOT).splitlines() if (ROOT / ".git").exists() else []
    assert {"generated/ucwa2/__init__.py", "generated/.ucwagen/manifest", "README.md", "LICENSE"} <= held
    assert {name for name in tracked if not (name.startswith(".") or name.endswith("/.DS_Store"))} <= held
