"""A project that shapes its package: real builds with templates and files of its own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from running import JOBS, output, run

import ucwagen
from ucwagen.backends.generate import generate
from ucwagen.cli import main

ENUMS = "%package%/enums.py.jinja"
CHANGED = '{% extends "ucwagen/%package%/enums.py.jinja" %}\n{% block module_end %}\n\nEDITION = 7\n{% endblock %}\n'
MADE = "generated/tiny/enums.py"


@pytest.fixture
def shaped(work: Path) -> Path:
    """A project with a configuration, whose first build is done."""
    (work / "pyproject.toml").write_text('[tool.ucwagen]\ntemplates = "shape"\n')
    put(work / "shape" / ENUMS, CHANGED)
    assert run(work, "build").returncode == 0
    return work


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_content_decides_whether_a_build_has_to_be_done(shaped: Path) -> None:
    assert (shaped / MADE).read_text().endswith("EDITION = 7\n")
    assert run(shaped, "build").stderr == "generated is up to date\n"

    put(shaped / "shape" / ENUMS, CHANGED.replace("7", "8"))
    assert run(shaped, "build", "--check").returncode == 1
    assert run(shaped, "build").stderr == "1 file changed in generated\n"
    assert (shaped / MADE).read_text().endswith("EDITION = 8\n")

    (shaped / "shape").rename(shaped / "form")
    (shaped / "pyproject.toml").write_text('[tool.ucwagen]\ntemplates = "form"\n')
    assert run(shaped, "build").stderr == "generated is up to date\n"


def test_a_template_that_is_removed_brings_ours_back(shaped: Path) -> None:
    put(shaped / "shape/%package%/more.txt", "more")
    assert run(shaped, "build").stderr.startswith("2 files changed")

    (shaped / "shape" / ENUMS).unlink()
    (shaped / "shape/%package%/more.txt").unlink()

    assert run(shaped, "build").returncode == 0
    assert "EDITION" not in (shaped / MADE).read_text()
    assert not (shaped / "generated/tiny/more.txt").exists()


def test_the_option_wins(shaped: Path) -> None:
    put(shaped / "other" / ENUMS, CHANGED.replace("7", "9"))

    assert run(shaped, "build", "--templates", "other").returncode == 0

    assert (shaped / MADE).read_text().endswith("EDITION = 9\n")


def test_faults_of_templates_are_faults_like_all_others(shaped: Path) -> None:
    """Every broken template is named, in every form; nothing is written."""
    put(shaped / "shape" / ENUMS, "x = {{ export }}\n")
    put(shaped / "shape/%package%/more.py.jinja", "{% if %}\n")
    before = (shaped / MADE).read_bytes()

    built, checked = run(shaped, "build"), run(shaped, "check", "--error-format", "json")

    assert built.returncode == checked.returncode == 1
    assert "shape/%package%/enums.py.jinja:1:8: error: `export` is not defined; did you mean `exports`?" in built.stderr
    assert "2 faults in 2 files" in built.stderr
    faults = json.loads(checked.stdout)["faults"]
    assert [(fault["path"], fault["line"], fault["column"]) for fault in faults] == [
        ("shape/%package%/enums.py.jinja", 1, 8),
        ("shape/%package%/more.py.jinja", 1, 1),
    ]
    assert (shaped / MADE).read_bytes() == before
    for form in ("github", "sarif", "junit"):
        assert "enums.py.jinja" in run(shaped, "check", "--error-format", form).stdout


def test_a_name_that_is_nearly_ours_is_a_warning(shaped: Path) -> None:
    (shaped / "shape" / ENUMS).rename(shaped / "shape/%package%/enum.py.jinja")
    said = "shape/%package%/enum.py.jinja:1:1: warning: replaces no file of ucwagen"

    put(shaped / "shape/%package%/enum.py.jinja", "{{ nothing }}\n")
    broken = run(shaped, "build")
    assert (broken.returncode, said in broken.stderr) == (1, True)
    assert "1 fault and 1 warning in 1 file" in broken.stderr
    (shaped / "shape/%package%/enum.py.jinja").write_text("X = 1\n")
    checked = run(shaped, "check")
    assert (checked.returncode, said in checked.stderr) == (0, True)
    assert run(shaped, "check", "--strict").returncode == 1
    built = run(shaped, "build")
    assert (built.returncode, said in built.stderr) == (0, True)
    assert "did you mean `%package%/enums.py.jinja`?" in built.stderr


def test_jobs_that_share_templates_show_each_fault_once(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Although what a template makes differs from package to package."""
    table = JOBS.replace('"src/second"', '"src/second", package = "other"')
    (project / "pyproject.toml").write_text(f'[tool.ucwagen]\ntemplates = "shape"\n{table}')
    put(project / "shape/%package%/enum.py.jinja", "NAME = {{ exports[0] }}\n")
    monkeypatch.chdir(project)

    for line in ("check", "build"):
        assert main([line, "--quiet"]) == 0
        assert "\n1 warning in 1 file\n" in capsys.readouterr().err, "a warning"
    generate()
    assert capsys.readouterr().err.count("warning: replaces no file") == 0, "nothing was to be built"
    put(project / "shape/%package%/enum.py.jinja", "from = {{ exports }}\n")
    assert main(["check", "--quiet"]) == 1
    assert capsys.readouterr().err.endswith("\n1 fault and 1 warning in 1 file\n")


def test_backends_show_warnings(
    shaped: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (shaped / "shape" / ENUMS).rename(shaped / "shape/%package%/enum.py.jinja")
    (shaped / "shape/%package%/enum.py.jinja").write_text("X = 1\n")
    monkeypatch.chdir(shaped)

    generate()

    assert capsys.readouterr().err.startswith("shape/%package%/enum.py.jinja:1:1: warning: replaces no file of ucwagen")


def test_check_takes_files_of_templates(shaped: Path) -> None:
    """As hooks of git name those that changed."""
    put(shaped / "shape/%package%/more.py.jinja", "{{ nothing }}")

    done = run(shaped, "check", "shape/%package%/more.py.jinja")

    assert (done.returncode, "`nothing` is not defined" in done.stderr) == (1, True)
    assert run(shaped, "check", "pyproject.toml").returncode == 2


def test_a_folder_that_is_not_there_is_named(work: Path) -> None:
    done = run(work, "build", "--templates", "none")

    assert (done.returncode, done.stderr) == (3, "ucwagen: none: No such file or directory\n")


def test_bytes_reach_the_disk(shaped: Path) -> None:
    (shaped / "shape/%package%/logo.png").write_bytes(b"\x89PNG\r\n\xff\0")

    patch = output(shaped, "build", "--diff")
    subprocess.run(["git", "apply", "--unsafe-paths", "-"], cwd=shaped, input=patch, check=True)

    assert (shaped / "generated/tiny/logo.png").read_bytes() == b"\x89PNG\r\n\xff\0"
    assert run(shaped, "build", "--check").returncode == 0
    (shaped / "generated/tiny/logo.png").unlink()
    assert run(shaped, "build").returncode == 0
    assert (shaped / "generated/tiny/logo.png").read_bytes() == b"\x89PNG\r\n\xff\0"


def test_the_library_takes_the_same(work: Path) -> None:
    put(work / "shape" / ENUMS, CHANGED)
    put(work / "shape/%package%/enum.txt", "x")

    report = ucwagen.build(work / "specs", work / "generated", templates=work / "shape")

    assert report.ok
    assert (work / MADE).read_text().endswith("EDITION = 7\n")
    put(work / "shape" / ENUMS, "{{ nothing }}")
    assert [fault.message for fault in ucwagen.check(work / "specs", templates=work / "shape").faults] == [
        "`nothing` is not defined"
    ]
