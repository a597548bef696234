"""What the build backends look for in a distribution, and what the hook of hatchling says of its table."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from ucwagen.backends.contents import of_sdist, of_wheel
from ucwagen.backends.hatch import UcwagenBuildHook
from ucwagen.config import Job

LACKS = "lacks the generated package `notes_api`"
PLACED = "has the generated package as `generated/notes_api`, where `import notes_api` does not find it"
MAPPED = "MAPPING = {{'notes_api': '{root}/generated/notes_api'}}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that has generated a package, and another one inside its own."""
    for package in ("generated/notes_api", "src/board/made/inner_api"):
        (tmp_path / package).mkdir(parents=True)
        (tmp_path / package / "provenance.py").touch()
    return tmp_path


def wheel(root: Path, files: dict[str, str]) -> Path:
    built = root / "board-1-py3-none-any.whl"
    with zipfile.ZipFile(built, "w") as archive:
        for name, text in {"board/__init__.py": "", "board-1.dist-info/RECORD": "", **files}.items():
            archive.writestr(name, text.format(root=root))
    return built


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"notes_api/__init__.py": ""}, []),
        ({"board-1.data/purelib/notes_api/__init__.py": ""}, []),
        ({}, [LACKS]),
        ({"notes_api_pytest/__init__.py": "", "board-1.data/scripts/notes_api": ""}, [LACKS]),
        ({"generated/notes_api/__init__.py": "", "generated/README.md": ""}, [PLACED]),
        ({"generated/notes_api/__init__.py": "", "generated/more.py": ""}, [PLACED]),
        ({"_board.pth": "{root}/src\n{root}/generated\n"}, []),
        ({"_board.pth": "{root}/src\n"}, [LACKS]),
        ({"board.pth": "import _editable_board", "__editable___board_finder.py": MAPPED}, []),
        ({"board.pth": "import _editable_board", "__editable___board_finder.py": "MAPPING = {{}}"}, [LACKS]),
    ],
)
def test_a_wheel_has_the_package_or_leads_to_it(root: Path, files: dict[str, str], why: list[str]) -> None:
    found = of_wheel(wheel(root, files), [Job(root / "specs", root / "generated")], root)

    assert [(str(lack.package), lack.why) for lack in found] == [("generated/notes_api", reason) for reason in why]


def test_a_package_inside_that_of_the_project_is_found_there(root: Path) -> None:
    job = Job(root / "specs", root / "src/board/made")

    assert not list(of_wheel(wheel(root, {"board/made/inner_api/__init__.py": ""}), [job], root))
    assert not list(of_wheel(wheel(root, {"board.pth": "{root}/src"}), [job], root))
    assert [lack.why for lack in of_wheel(wheel(root, {}), [job], root)] == ["lacks the generated package `inner_api`"]


@pytest.mark.parametrize(
    ("names", "lacks"),
    [
        (["specs/api.yaml"], False),
        (["generated/notes_api/__init__.py"], False),
        (["specs/errors.yaml", "src/board/__init__.py"], True),
    ],
)
def test_an_sdist_has_the_package_or_its_specs(root: Path, names: list[str], lacks: bool) -> None:
    built = root / "board-1.tar.gz"
    with tarfile.open(built, "w:gz") as archive:
        for name in names:
            archive.addfile(tarfile.TarInfo(f"board-1/{name}"), io.BytesIO())

    found = [lack.why for lack in of_sdist(built, [Job(root / "specs", root / "generated")], root)]

    assert found == (["has neither the generated package `notes_api` nor `specs`"] if lacks else [])


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ({"jobs": "billing"}, "`jobs` of tool.hatch.build.hooks.ucwagen must be a list of texts, the names of jobs"),
        ({"force": "yes"}, "`force` of tool.hatch.build.hooks.ucwagen must be true or false"),
        ({"jobs": ["billing"]}, "no job `billing` in pyproject.toml; it has no jobs with a name"),
    ],
)
def test_a_wrong_table_of_the_hook_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], table: dict[str, Any], why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.ucwagen]\n[project]\nname = "board"\nversion = "1"\n')
    metadata = ProjectMetadata(str(tmp_path), PluginManager())
    hook = UcwagenBuildHook(str(tmp_path), table, None, metadata, str(tmp_path), "wheel")

    with pytest.raises(SystemExit):
        hook.initialize("standard", {"artifacts": []})

    assert capsys.readouterr().err == f"ucwagen: {why}\n"
