"""``capture --check --format`` shows drift as what would change for users of the package, in the forms of ``diff``."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from support import CASES
from ucwagen.changes.forms import as_json
from ucwagen.cli import main

CASE = CASES / "drift-classes"
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def run(*words: str) -> tuple[int, str, str]:
        code = main(["capture", *words])
        out = capsys.readouterr()
        return code, out.out, out.err

    return run


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Specs and pages that have drifted apart."""
    shutil.copytree(CASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("form", "file"), [("text", "text.txt"), ("markdown", "comment.md")])
def test_drift_reads_as_expected(form, file, work, said, golden):
    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}
    code, out, err = said("docs", "--check", "--format", form)

    golden(CASE / file, out)
    assert (code, err) == (1, "")
    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before


def test_classes_have_the_places_of_the_files_on_the_disk(work, said):
    data = json.loads(said("docs", "--check", "--format", "json")[1])
    Draft202012Validator(as_json.SCHEMA).validate(data)
    (found,) = data["comparisons"]
    lines = (work / "specs/resources/memo.yaml").read_text("utf-8").splitlines()

    places = {
        row["rule"]: lines[row["line"] - 1].strip() for row in found["changes"] if row["file"].endswith("memo.yaml")
    }
    assert places["property-removed"] == "words:"
    assert places["parameter-limit-tightened"] == "max_length: 400"
    assert any("correction" in row["message"] for row in found["besides"])
    assert {row["rule"] for row in found["changes"]} > {"resource-added", "parameter-became-required"}


def test_pages_that_agree_ask_for_nothing(work, said):
    said("docs", "--update")
    path = work / "specs/resources/memo.yaml"
    path.write_text(path.read_text("utf-8").partition("corrections:")[0], "utf-8")
    code, out, _ = said("docs", "--check", "--format", "markdown")

    assert (code, out.splitlines()[0]) == (0, "## no changes")


def test_specs_that_would_be_refused_are_told(work, said):
    (work / "docs/memo_ref.md").write_text((CASE / "docs/memo_ref.md").read_text().replace("|text|The", "|TEXT|The"))
    page = work / "docs/reminder_ref.md"
    page.write_text(page.read_text().replace("|text|", "|30d|A number.|\n|text|"))

    code, out, _ = said("docs", "--check", "--format", "text")

    assert code == 1
    assert "no classes: specs that followed the pages would be refused, as property `30d` cannot become" in out
    assert "`properties.words` is on no page" in out


def test_format_needs_check(work, said):
    assert said("docs", "--format", "json")[0] == 2
