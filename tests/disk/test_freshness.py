"""Builds with little to do: what they skip, and what they must not skip."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from support import BASE
from ucwagen import freshness

HEAVY = ("jinja2", "black", "pydantic", "yaml", "typer")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    assert run(tmp_path).endswith("changed in generated\n")
    return tmp_path


def run(place: Path, *options: str) -> str:
    """The output of a build."""
    command = [sys.executable, "-m", "ucwagen", "build", *options]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    return done.stderr


def imported(place: Path) -> set[str]:
    """The heavy libraries that a build imports."""
    code = f"import sys; from ucwagen.cli import main; main(['build']); print(*(set({HEAVY}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=place, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_nothing_changed_imports_nothing(place):
    assert run(place) == "generated is up to date\n"
    assert imported(place) == set()


def test_changed_summary_changes_only_its_module(place):
    path = next((place / "specs/resources").glob("*.yaml"))
    path.write_text(path.read_text().replace("summary: ", "summary: Now ", 1))

    assert run(place) == "2 files changed in generated\n"


def test_tree_without_the_note_is_read_but_not_formatted(place):
    """A fresh clone has only the manifest."""
    (place / "generated" / freshness.STAMP).unlink()

    assert imported(place) == {"jinja2", "pydantic", "yaml"}
    assert run(place) == "generated is up to date\n"


@pytest.mark.parametrize("touch", ["edit", "delete", "manifest", "spec", "example"])
def test_whatever_was_touched_is_noticed(place, touch):
    module = next((place / "generated").rglob("_index.py"))
    before = module.read_bytes()
    match touch:
        case "edit":
            module.write_bytes(before + b"# mine")
        case "delete":
            module.unlink()
        case "manifest":
            path = place / "generated" / ".ucwagen.json"
            path.write_text(json.dumps({**json.loads(path.read_text()), "note": "mine"}))
        case "spec":
            (place / "specs/api.yaml").write_bytes((place / "specs/api.yaml").read_bytes() + b"# more\n")
        case "example":
            (place / "specs/NOTICE").write_text("mine")

    assert imported(place) >= {"jinja2", "yaml"}
    assert module.read_bytes() == before


def test_same_text_is_never_taken_from_a_file_that_was_edited(place):
    (place / "generated" / freshness.STAMP).unlink()
    module = next((place / "generated").rglob("_index.py"))
    before = module.read_bytes()
    module.write_bytes(before.replace(b"register", b"forget"))

    assert run(place) == "1 file changed in generated\n"
    assert module.read_bytes() == before


def test_check_prints_everything_anew(place):
    """A manifest that agrees with a wrong file does not pass the check."""
    module = next((place / "generated").rglob("_index.py"))
    manifest = place / "generated" / ".ucwagen.json"
    before = module.read_bytes()
    wrong = before.replace(b"register", b"forget")
    module.write_bytes(wrong)
    digests = [sha256(data).hexdigest() for data in (before, wrong)]
    manifest.write_text(manifest.read_text().replace(*digests))

    assert "_index.py: out of date" in run(place, "--check")
