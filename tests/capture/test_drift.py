"""The committed specs agree with the pages; a spec that differs or is missing is reported."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import forked
from ucwagen.capture.compare.drift import compared, drift
from ucwagen.capture.compare.spec_view import view
from ucwagen.diagnostics import Collector

ROOT = Path(__file__).parents[2]
PAGES = ROOT.parent / "shared" / "docs"
OF_THESE = ("resources/note.yaml", "resources/phone.yaml", "examples/note.http", "examples/phone.http")
NOTE = "rel: note\npage: note_ref\nproperties:\n  message:\n    type: {type}\n    summary: {summary}\n"

needs_pages = pytest.mark.skipif(not PAGES.is_dir(), reason="the reference pages are not beside this checkout")


def capture(specs: Path, *options: str, pages: Path = PAGES) -> subprocess.CompletedProcess[str]:
    return forked.run(Path(), "capture", pages / "2022", pages / "2016", "--into", specs, *options)


def found(spec: str, pages: str) -> list[str]:
    faults = Collector()
    path = "specs/resources/note.yaml"
    drift(compared(view(path, spec), view(path, pages)), faults)
    return [f"{fault.span}: {fault.message}" for fault in faults]


@needs_pages
def test_committed_specs_agree_with_both_editions():
    done = capture(ROOT / "specs", "--check", "--strict")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@needs_pages
def test_changed_fact_is_drift_and_update_mends_it_and_writes_the_missing_spec(tmp_path):
    """Among a few pages of both editions; the test above reads all of them."""
    specs = tmp_path / "specs"
    for name in ("api.yaml", "errors.yaml", "enums/NoteType.yaml", *OF_THESE):
        (specs / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "specs" / name, specs / name)
    for edition in ("2022", "2016"):
        (tmp_path / edition).mkdir()
        for name in ("NoteType_ref.md", "note_ref.md", "phone_ref.md"):
            shutil.copy(PAGES / edition / name, tmp_path / edition)
    note, phone = specs / "resources" / "note.yaml", specs / "resources" / "phone.yaml"
    before = note.read_text("utf-8")
    note.write_text(before.replace("type: NoteType", "type: string"), "utf-8")
    phone.unlink()

    checked, wrote = (capture(specs, option, pages=tmp_path) for option in ("--check", "--update"))

    assert checked.returncode == 1
    assert "`properties.type.type` is `string` here and `NoteType` on the pages" in checked.stderr
    assert wrote.returncode == 0
    assert wrote.stderr.splitlines() == [f"{phone}: written", f"{note}: updated"]
    assert note.read_text("utf-8") == before
    assert "includeInContactCard:" in phone.read_text("utf-8")


def test_sentences_are_not_compared():
    assert found(NOTE.format(type="string", summary="One."), NOTE.format(type="string", summary="Two.")) == []


def test_drift_is_reported_in_both_directions():
    ours = NOTE.format(type="string", summary="x")
    pages = ours.replace("message", "text")

    assert [fault.split(":")[3].split("`")[1] for fault in found(ours, pages)] == [
        "properties.message",
        "properties.text",
    ]


def test_declared_correction_excuses_drift():
    ours = NOTE.format(type="string", summary="x") + (
        "corrections:\n  - at: properties.message.type\n    says: boolean\n    because: Samples.\n"
    )

    assert found(ours, NOTE.format(type="boolean", summary="x")) == []


def test_correction_that_no_longer_applies_is_a_fault():
    ours = NOTE.format(type="string", summary="x") + (
        "corrections:\n  - at: properties.message.type\n    says: boolean\n    because: Samples.\n"
    )

    (fault,) = found(ours, NOTE.format(type="string", summary="x"))
    assert fault.startswith("specs/resources/note.yaml:8:9: the correction of `properties.message.type` no longer")
