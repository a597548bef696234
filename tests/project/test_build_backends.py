"""The example projects, whose build backends generate: wheels, sdists and editable installs in fresh environments."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from wheels import ROOT, build_wheel, fetch, fresh_environment, install, run, wheelhouse

PROJECTS = ("hatchling", "setuptools")
READS = 'from noticeboard import first_line\nprint(first_line(b\'{"text": "Milk\\\\nBread"}\'))\n'


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheels of what ours require."""
    return wheelhouse(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def builder(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment with this generator and the backends."""
    place = tmp_path_factory.mktemp("builder")
    found = fresh_environment(place / "venv")
    fetch(place / "more", "setuptools>=77")
    folders = [house, place / "more"]
    install(found, build_wheel(ROOT, place), folders, "build", "hatchling", "editables", "setuptools>=77", "msgspec")
    return found


@pytest.fixture(params=PROJECTS)
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of an example project, where nothing has been generated."""
    copy = tmp_path / request.param
    shutil.copytree(ROOT / "docs/examples" / request.param, copy, ignore=shutil.ignore_patterns("generated", "dist"))
    return copy


Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def build(builder: Path, project: Path) -> Build:
    """Runs ``python -m build`` in the project."""

    def call(*options: str) -> subprocess.CompletedProcess[str]:
        line = [builder / "python", "-m", "build", "--no-isolation", *options]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.run(line, cwd=project, env=environment, capture_output=True, text=True, check=False)

    return call


def test_wheel_and_sdist_have_the_package(build: Build, house: Path, project: Path, tmp_path: Path) -> None:
    """The wheel is made from the sdist, whose own build generates again or finds the package."""
    done = build()

    assert done.returncode == 0, done.stderr
    with tarfile.open(next((project / "dist").glob("*.tar.gz"))) as archive:
        assert any(name.endswith("/generated/notes_api/resources/note.py") for name in archive.getnames())
    (wheel,) = (project / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert {"noticeboard/__init__.py", "notes_api/resources/note.py"} <= set(archive.namelist())
    user = fresh_environment(tmp_path / "user")
    install(user, Path(shutil.copy(wheel, tmp_path)), [house])
    assert run(user / "python", "-c", READS, cwd=tmp_path) == "Milk\n"


def test_an_editable_install_finds_the_package(builder: Path, project: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    line = (
        "-m",
        "pip",
        "--python",
        builder / "python",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--target",
        target,
        "--editable",
        ".",
    )
    run(sys.executable, *line, cwd=project)

    script = f"import site; site.addsitedir({str(target)!r})\n{READS}"
    assert run(builder / "python", "-c", script, cwd=tmp_path) == "Milk\n"
    assert (project / "generated/notes_api/resources/note.py").is_file()


def test_a_fault_in_a_spec_ends_the_build_with_its_place(build: Build, builder: Path, project: Path) -> None:
    spec = project / "specs/resources/note.yaml"
    spec.write_text(spec.read_text().replace("returns: note", "returns: notte"))
    command = subprocess.run([builder / "ucwagen", "check"], cwd=project, capture_output=True, text=True, check=False)

    done = build("--wheel")

    assert done.returncode != 0
    shown = command.stderr.splitlines()[0]
    assert "specs/resources/note.yaml:" in shown
    assert shown in done.stderr.replace(f"{project}{os.sep}", "").splitlines()
    assert "Traceback" not in done.stderr
    assert not list(project.glob("dist/*.whl"))


def test_an_edited_file_ends_the_build_unless_it_is_forced(build: Build, builder: Path, project: Path) -> None:
    run(builder / "ucwagen", "build", cwd=project)
    module = project / "generated/notes_api/resources/note.py"
    text = module.read_text()
    module.write_text(text + "# mine\n")

    refused = build("--wheel")
    if project.name == "hatchling":
        file = project / "pyproject.toml"
        file.write_text(file.read_text().replace("hooks.ucwagen]", "hooks.ucwagen]\nforce = true"))
        forced = build("--wheel")
    else:
        forced = build("--wheel", "-C", "ucwagen-force=true")

    assert refused.returncode != 0
    assert "generated/notes_api/resources/note.py:" in refused.stderr
    how = {"hatchling": "`force = true` in [tool.hatch.build.hooks.ucwagen]", "setuptools": "`-C ucwagen-force=true`"}
    assert f"overwrite it with {how[project.name]}\n" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert (forced.returncode, module.read_text()) == (0, text), forced.stderr


@pytest.mark.parametrize("project", ["hatchling"], indirect=True)
def test_wheel_has_the_shape_that_the_job_says(build: Build, builder: Path, project: Path) -> None:
    """Templates, a hook, a header and a licence, and what is made of them is imported from the wheel."""
    file = project / "pyproject.toml"
    keys = 'templates = "shape"\nheader = "Of Contoso."\nlicense-file = "TERMS"\nhooks = ["python {project}/hook.py"]\n'
    text = file.read_text()
    table = "[tool.ucwagen]\n"
    file.write_text(text.replace(table, table + keys) if table in text else f"{text}\n{table}{keys}")
    (project / "TERMS").write_text("Do as you like.\n")
    (project / "hook.py").write_text("open('notes_api/hooked.py', 'w').write('HOOKED = 1\\n')\n")
    template = project / "shape/%package%/resources/%resource%.py.jinja"
    template.parent.mkdir(parents=True)
    template.write_text(
        '{% extends "ucwagen/%package%/resources/%resource%.py.jinja" %}\n{% block state_end %}\n'
        "\n    def shout(self) -> str:\n        return str(self.text).upper()\n{% endblock %}\n"
    )

    done = build("--wheel")

    assert done.returncode == 0, done.stderr
    (wheel,) = (project / "dist").glob("*.whl")
    code = (
        f"import sys; sys.path.insert(0, {str(wheel)!r})\n"
        "from notes_api.hooked import HOOKED\nfrom notes_api.resources.note import Note\n"
        'print(HOOKED, Note.from_json(b\'{"text": "Milk"}\').shout(), Note.__module__)\n'
    )
    assert run(builder / "python", "-c", code, cwd=project) == "1 MILK notes_api.resources.note\n"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read("notes_api/enums.py").startswith(b"# Of Contoso.\n\n# Made by")
    assert (project / "generated/LICENSE").read_text() == "Do as you like.\n"


def test_a_wheel_without_the_package_is_refused(build: Build, project: Path) -> None:
    file = project / "pyproject.toml"
    text = file.read_text()
    file.write_text(text.replace(', "generated/notes_api"]', "]").replace(', "generated"]', "]"))
    assert file.read_text() != text

    done = build("--wheel")

    how = {
        "hatchling": "name `generated/notes_api` in `packages` of [tool.hatch.build.targets.wheel]",
        "setuptools": "name `generated` in `where` of [tool.setuptools.packages.find]",
    }
    why = f"ucwagen: noticeboard-1.0.0-py3-none-any.whl lacks the generated package `notes_api`; {how[project.name]}"
    assert done.returncode != 0
    assert why in done.stderr.splitlines()
    assert "Traceback" not in done.stderr
    assert not list(project.glob("dist/*.whl"))


@pytest.mark.parametrize("project", ["hatchling"], indirect=True)
def test_a_wrong_table_of_the_hook_ends_the_build_with_one_line(build: Build, project: Path) -> None:
    file = project / "pyproject.toml"
    file.write_text(file.read_text().replace("hooks.ucwagen]", 'hooks.ucwagen]\njob = "billing"'))

    done = build("--wheel")

    assert done.returncode != 0
    why = "unknown key `job` of tool.hatch.build.hooks.ucwagen; did you mean `jobs`?"
    assert f"ucwagen: {why}" in done.stderr.splitlines()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("project", ["setuptools"], indirect=True)
def test_an_unknown_setting_ends_the_build_with_one_line(build: Build, project: Path) -> None:
    done = build("--wheel", "-C", "ucwagen-forse=true")

    assert done.returncode != 0
    assert "ucwagen: unknown setting `ucwagen-forse`; the only one is `ucwagen-force`\n" in done.stderr
    assert "Traceback" not in done.stderr
