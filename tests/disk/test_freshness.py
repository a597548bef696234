"""Builds with little to do: what they skip, and what they must not skip."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import forked
from support import BASE
from ucwagen import pipeline
from ucwagen.inputs import Inputs
from ucwagen.source import folder

STAMP, MANIFEST = "generated/.ucwagen/stamp", "generated/.ucwagen/manifest"
HEAVY = ("jinja2", "black", "pydantic", "yaml", "typer")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    assert run(tmp_path).endswith("changed in generated\n")
    return tmp_path


def run(place: Path, *options: str) -> str:
    """The output of a build."""
    return forked.run(place, "build", *options).stderr


def imported(place: Path, *options: str) -> set[str]:
    """The heavy libraries that a build imports."""
    line = ["build", *options]
    code = f"import sys; from ucwagen.cli import main; main({line}); print(*(set({HEAVY}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=place, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_nothing_changed_imports_nothing(place):
    assert run(place) == "generated is up to date\n"
    assert imported(place) == set()


def test_changed_summary_changes_its_module_and_the_digest_of_its_spec(place):
    path = next((place / "specs/resources").glob("*.yaml"))
    path.write_text(path.read_text().replace("summary: ", "summary: Now ", 1))

    assert run(place) == "2 files changed in generated\n"


def test_tree_without_the_note_is_read_but_not_formatted(place):
    """A fresh clone has only the manifest."""
    (place / STAMP).unlink()

    assert imported(place, "--no-cache") == {"jinja2", "pydantic", "yaml"}
    (place / STAMP).unlink()
    assert "pydantic" not in imported(place), "the specs are restored"
    assert run(place) == "generated is up to date\n"


@pytest.mark.parametrize("touch", ["edit", "delete", "manifest", "spec", "notice"])
def test_every_change_is_noticed(place, touch):
    module = next((place / "generated").rglob("_index.py"))
    before = module.read_bytes()
    match touch:
        case "edit":
            module.write_bytes(before + b"# mine")
        case "delete":
            module.unlink()
        case "manifest":
            (place / MANIFEST).write_text((place / MANIFEST).read_text() + "# mine\n")
        case "spec":
            (place / "specs/api.yaml").write_bytes((place / "specs/api.yaml").read_bytes() + b"# more\n")
        case "notice":
            (place / "specs/NOTICE").write_text("mine")

    assert imported(place) >= {"jinja2", "yaml"}
    assert module.read_bytes() == (before if touch != "edit" else before + b"# mine")


@pytest.mark.parametrize("name", ["generated/tiny", "generated/tiny/resources", "generated/tiny/_index.py"])
def test_part_of_the_tree_that_became_a_link_is_refused(place, name):
    (place / name).rename(place / "elsewhere")
    (place / name).symlink_to(place / "elsewhere")

    assert run(place).startswith(f"ucwagen: {name}: ")


def test_specs_below_a_link_to_a_folder_are_noticed(place):
    (place / "specs/resources").rename(place / "specs/pages")
    (place / "specs/resources").symlink_to("pages")
    (place / "specs/pages").rename(place / "specs/.pages")
    (place / "specs/resources").unlink()
    (place / "specs/resources").symlink_to(".pages")
    assert run(place) == "generated is up to date\n"

    path = next((place / "specs/.pages").glob("*.yaml"))
    path.write_text(path.read_text().replace("summary: ", "summary: Now ", 1))

    assert run(place) == "2 files changed in generated\n"
    assert run(place, "--check") == ""


def test_spec_that_changes_while_it_is_built_is_read_once(place, monkeypatch):
    """It is changed and changed back meanwhile; the tree holds what the stamp says."""
    path = place / "specs/resources/note.yaml"
    before = path.read_text()
    path.write_text(before.replace("summary: ", "summary: Now ", 1))
    reading = folder.specs

    def meanwhile(inputs: Inputs) -> dict[str, str]:
        path.write_text(before)
        return reading(inputs)

    monkeypatch.setattr(folder, "specs", meanwhile)
    pipeline.build(place / "specs", place / "generated")

    assert "Now " in next((place / "generated").rglob("note.py")).read_text()
    assert run(place) == "2 files changed in generated\n"
    assert "Now " not in next((place / "generated").rglob("note.py")).read_text()


def test_file_that_a_spec_changes_was_not_edited(place):
    path = place / "specs/resources/note.yaml"
    path.write_text(path.read_text().replace("summary: ", "summary: Now ", 1))

    assert run(place) == "2 files changed in generated\n"


def test_same_text_is_never_taken_from_a_file_that_was_edited(place):
    (place / STAMP).unlink()
    module = next((place / "generated").rglob("_index.py"))
    before = module.read_bytes()
    module.write_bytes(before.replace(b"register", b"forget"))

    assert run(place) == "1 file changed in generated\n"
    assert module.read_bytes() == before


def test_check_renders_everything_again(place):
    """A stamp that agrees with a wrong file does not pass the check."""
    module = next((place / "generated").rglob("_index.py"))
    module.write_bytes(module.read_bytes().replace(b"register", b"forget"))

    assert "_index.py: out of date" in run(place, "--check")


def test_tree_with_windows_line_ends_is_up_to_date(place):
    """As git checks it out with core.autocrlf."""
    paths = [path for path in (place / "generated").rglob("*") if path.is_file() and path != place / STAMP]
    for path in paths:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert run(place, "--check") == ""
    assert run(place) == "generated is up to date\n"
    (place / STAMP).unlink()
    assert run(place) == "generated is up to date\n"
    assert run(place) == "generated is up to date\n"
    assert imported(place) == set()


def test_specs_with_windows_line_ends_make_the_same_tree(place):
    (place / "specs/NOTICE").write_text("By\nothers\n")
    run(place)
    for path in (place / "specs").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert run(place, "--check") == ""


def test_another_version_of_the_formatter_that_prints_alike_is_no_change(place):
    manifest = (place / MANIFEST).read_text()
    other = re.sub(r"tool black \S+", "tool black 26.1.0", manifest)
    (place / MANIFEST).write_text(other)

    assert run(place, "--check") == ""
    assert run(place) == "generated is up to date\n"
    assert (place / MANIFEST).read_text() == other


def test_check_says_that_another_version_of_the_formatter_printed_the_tree(place):
    (place / MANIFEST).write_text(re.sub(r"tool black \S+", "tool black 26.1.0", (place / MANIFEST).read_text()))
    module = next((place / "generated").rglob("_index.py"))
    module.write_bytes(module.read_bytes() + b"\n")

    said = run(place, "--check")
    run(place, "--force")

    assert f"black 26.1.0 printed generated, and {version('black')} is installed\n" in said
    assert f"tool black {version('black')}\n" in (place / MANIFEST).read_text()


def test_tree_of_an_older_version_is_taken_over(place):
    names = [line.removeprefix("file ") for line in (place / MANIFEST).read_text().splitlines() if "file" in line[:4]]
    shutil.rmtree(place / "generated/.ucwagen")
    listed = {name: "" for name in names if not name.startswith(".ucwagen")}
    (place / "generated/.ucwagen.json").write_text(json.dumps({"note": "", "files": listed}))
    (place / "generated/.ucwagen.stamp").write_text("{}")
    next((place / "generated").rglob("_index.py")).write_text("of an older version")

    assert run(place) == "6 files changed in generated\n"
    assert [path.name for path in (place / "generated").iterdir() if path.name.startswith(".")] == [".ucwagen"]
    assert run(place, "--check") == ""
