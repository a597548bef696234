"""Both distributions, built as wheels, installed into a fresh environment outside the repository, and used there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
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


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new virtual environment."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(folder, with_pip=True)
    return folder / ("Scripts" if os.name == "nt" else "bin")


def install(fresh: Path, wheel: Path) -> None:
    """Install a wheel with the locked versions of its dependencies, without hashes."""
    pinned = wheel.with_name("constraints.txt")
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pinned.write_text("".join(line.rstrip(BACKSLASH) + "\n" for line in lines if "==" in line), encoding="utf-8")
    try:
        run(fresh / "python", "-m", "pip", "install", "--quiet", "-c", pinned, wheel, cwd=wheel.parent)
    except AssertionError as fault:
        if any(words in str(fault) for words in ("Temporary failure", "No matching distribution", "ConnectionError")):
            pytest.skip("no package index within reach to install the dependencies from")
        raise


def test_generator_wheel_builds_a_package_outside_the_repository(fresh: Path, tmp_path: Path) -> None:
    install(fresh, build_wheel(ROOT, tmp_path))
    work = tmp_path / "work"
    shutil.copytree(ROOT / "specs", work / "specs")

    run(fresh / "ucwagen", "build", cwd=work)

    assert run(fresh / "ucwagen", "build", "--check", cwd=work) == ""
    made = {path.relative_to(work) for path in (work / "generated").rglob("*.py")}
    assert made == {path.relative_to(ROOT) for path in (ROOT / "generated").rglob("*.py")}
    for path in sorted(made):
        assert (work / path).read_bytes() == (ROOT / path).read_bytes(), path


def test_generated_wheel_imports_and_reads_a_message(fresh: Path, tmp_path: Path) -> None:
    install(fresh, build_wheel(ROOT / "generated", tmp_path))
    script = (
        "import ucwa2\n"
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
    assert {name for name in tracked if not name.startswith(".")} <= held
