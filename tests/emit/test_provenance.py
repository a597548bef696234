"""A package says what made it: versions, and digests of its specs that depend on nothing but their content."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

import ucwa2
import ucwagen
from support import BASE, ROOT
from ucwa2 import provenance


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    """A folder of specs with one file of each kind."""
    folder = tmp_path / "specs"
    shutil.copytree(BASE / "specs", folder)
    (folder / "NOTICE").write_text("Made in a test.\n")
    (folder / "sandbox").mkdir()
    (folder / "sandbox/rules.py").write_text("\n")
    (folder / "README.md").write_text("not read\n")
    return folder


class Made(NamedTuple):
    specs: dict[str, str]
    digest: str


def made(specs: Path, out: Path) -> Made:
    """What a package says that is built from these specs."""
    ucwagen.build(specs, out).raise_for_faults()
    script = "import json; from tiny import provenance as p; print(json.dumps([p.specs(), p.digest()]))"
    done = subprocess.run([sys.executable, "-c", script], cwd=out, capture_output=True, text=True, check=True)
    return Made(*json.loads(done.stdout))


def test_the_reference_is_made_from_its_specs() -> None:
    """Every file that a build reads is there with its digest, computed here by itself."""
    paths = [
        path for path in (ROOT / "specs").rglob("*") if path.suffix in (".yaml", ".http", ".py", ".html", ".js", ".css")
    ]
    paths += [ROOT / "specs/LICENSE", ROOT / "specs/NOTICE"]
    files = {path.relative_to(ROOT / "specs").as_posix(): path.read_bytes() for path in paths if path.is_file()}

    found = provenance.specs()

    assert found == {path: sha256(data).hexdigest()[:32] for path, data in files.items()}
    lines = "".join(f"{path} {found[path]}\n" for path in sorted(found))
    assert provenance.digest() == sha256(lines.encode()).hexdigest()
    assert f"ucwagen {ucwagen.__version__}" == provenance.GENERATOR
    assert ucwa2.__version__ == "0.1.0"


def test_the_digest_depends_on_the_content_alone(specs: Path, tmp_path: Path) -> None:
    """Not on the place, the time, the line ends of a checkout, or files that a build does not read."""
    first = made(specs, tmp_path / "first")
    copy = tmp_path / "elsewhere/api"
    copy.parent.mkdir()
    specs.rename(copy)
    for path in copy.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (copy / "README.md").write_text("other words\n")

    second = made(copy, tmp_path / "second")

    assert first.specs == second.specs
    assert first.digest == second.digest
    assert set(first.specs) > {"NOTICE", "sandbox/rules.py", "api.yaml", "resources/note.yaml"}
    assert "README.md" not in first.specs
    one, other = tmp_path / "first/tiny/provenance.py", tmp_path / "second/tiny/provenance.py"
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("name", ["resources/note.yaml", "sandbox/rules.py", "NOTICE"])
def test_a_changed_file_changes_its_digest_and_that_of_all(specs: Path, tmp_path: Path, name: str) -> None:
    before = made(specs, tmp_path / "out")
    with (specs / name).open("a") as file:
        file.write("# more\n")

    after = made(specs, tmp_path / "out")

    assert {path for path, digest in after.specs.items() if digest != before.specs[path]} == {name}
    assert after.digest != before.digest


def test_the_version_has_its_one_spelling(specs: Path, tmp_path: Path) -> None:
    """That of the metadata, which build backends write."""
    api = specs / "api.yaml"
    api.write_text(api.read_text().replace("version: 1.0.0", "version: 1.2.0-beta.1"))
    made(specs, tmp_path / "out")

    script = "import tiny; print(tiny.__version__)"
    line = [sys.executable, "-c", script]
    done = subprocess.run(line, cwd=tmp_path / "out", capture_output=True, text=True, check=True)

    assert done.stdout == "1.2.0b1\n"
    assert 'version = "1.2.0b1"' in (tmp_path / "out/pyproject.toml").read_text()


@pytest.mark.parametrize("mark", ["pyproject.toml", "ucwagen.toml"])
def test_headers_name_the_specs_as_seen_from_the_project(specs: Path, mark: str, tmp_path: Path) -> None:
    """Wherever the project lies, and in which folder the build runs."""
    heads = set()
    for project in (tmp_path / "one", tmp_path / "deep/two"):
        shutil.copytree(specs, project / "apis/tiny")
        (project / mark).write_text("")
        ucwagen.build(project / "apis/tiny", project / "out").raise_for_faults()
        files = sorted((project / "out/tiny").rglob("*.py"))
        heads.add(tuple(head for file in files if "Made by" in (head := file.read_text("utf-8").partition("\n")[0])))

    assert len(heads) == 1
    named = {head.split()[5].rstrip(".") for head in heads.pop()}
    assert named >= {"apis/tiny/resources/note.yaml", "apis/tiny/api.yaml", "apis/tiny/enums/"}


def test_headers_name_the_folder_of_specs_where_there_is_no_project(specs: Path, tmp_path: Path) -> None:
    other = specs.rename(tmp_path / "other")
    ucwagen.build(other, tmp_path / "out").raise_for_faults()

    assert "# Made by ucwagen from other/enums/." in (tmp_path / "out/tiny/enums.py").read_text("utf-8")
